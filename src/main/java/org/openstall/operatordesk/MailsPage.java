package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.notifications.Mail;
import org.openstall.notifications.Mails;
import org.openstall.pages.View;

/**
 * Mail, the newest first.
 *
 * @param state which of it, or all
 * @param failed how many have failed, counted up to {@link Mails#MOST_COUNTED}
 * @param server the mail server, or null if there is none and all mail is kept
 */
public record MailsPage(
        Mail.@Nullable State state,
        String query,
        Page<Mail> mails,
        int failed,
        @Nullable String server) implements View {

    public String path(Mail mail) {
        return MailController.path(mail.key());
    }

    /** The state's name in addresses. */
    public String name(Mail.State each) {
        return MailController.name(each);
    }

    /** Whether there is something to send again, and a server to send it by. */
    public boolean canSendFailed() {
        return state == Mail.State.FAILED && failed > 0 && server != null;
    }

    public boolean isFailedCounted() {
        return failed < Mails.MOST_COUNTED;
    }
}
