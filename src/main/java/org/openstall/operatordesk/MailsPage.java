package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.notifications.Mail;
import org.openstall.notifications.Mails;
import org.openstall.notifications.ReturnedMailState;
import org.openstall.pages.View;

/**
 * Mail, the newest first.
 *
 * @param state which of it, or all
 * @param failed how many have failed, counted up to {@link Mails#MOST_COUNTED}
 * @param toSendAgain how many of them can be sent again at once, counted up to {@link Mails#MOST_AT_ONCE}, where that is
 *     offered
 * @param server the mail server, or null if there is none and all mail is kept
 * @param returnAddress where mail goes that other servers return
 */
public record MailsPage(
        Mail.@Nullable State state,
        String query,
        Page<Mail> mails,
        int failed,
        int toSendAgain,
        @Nullable String server,
        ReturnedMailState returned,
        String returnAddress)
        implements View {

    public String path(Mail mail) {
        return MailController.path(mail.key());
    }

    /** The state's name in addresses. */
    public String name(Mail.State each) {
        return MailController.name(each);
    }

    /** Whether failed mail is shown that could be sent again, but for addresses that are refused for good. */
    public boolean isAboutFailed() {
        return state == Mail.State.FAILED && failed > 0 && server != null;
    }

    /** Whether all that can be sent again is sent at once. */
    public boolean isAllSentAgain() {
        return toSendAgain < Mails.MOST_AT_ONCE;
    }

    public boolean isFailedCounted() {
        return failed < Mails.MOST_COUNTED;
    }
}
