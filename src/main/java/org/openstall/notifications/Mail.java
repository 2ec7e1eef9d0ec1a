package org.openstall.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.pages.Language;

/**
 * A mail to one address.
 *
 * @param mailbox whose mail it is
 * @param packageNumber of the order, or zero if the mail is about no package
 * @param dueAt when it is tried next; null unless it waits
 * @param attempts how often it has been tried
 * @param endedAt when it was sent or given up
 * @param reason why the last try failed
 * @param content as it was first tried; null before
 */
public record Mail(
        MailKey key,
        Mailbox mailbox,
        MailKind kind,
        MarketplaceId marketplace,
        OrderId order,
        int packageNumber,
        String address,
        Language language,
        Instant createdAt,
        State state,
        @Nullable Instant dueAt,
        int attempts,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable MailContent content) {

    public SellerId seller() {
        return key.seller();
    }

    /** How a mail stands. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        /** There was no mail server when it was written; it would have been sent. */
        KEPT
    }
}
