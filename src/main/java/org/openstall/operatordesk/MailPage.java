package org.openstall.operatordesk;

import org.openstall.notifications.Mail;
import org.openstall.notifications.MailContent;
import org.openstall.pages.View;

/** One mail as its receiver sees it; {@code open} if there is a mail server to send it again by. */
public record MailPage(Mail mail, MailContent content, String sender, String messageId, boolean open, String path)
        implements View {

    /** Whether there is something to send. */
    public boolean canBeSent() {
        return open && (mail.state() == Mail.State.FAILED || mail.state() == Mail.State.KEPT);
    }
}
