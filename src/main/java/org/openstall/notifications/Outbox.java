package org.openstall.notifications;

import java.time.Clock;
import java.time.Instant;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.pages.Language;
import org.springframework.stereotype.Component;

/** Takes mail to be sent, in the transaction of what it tells of. */
@Component
class Outbox {
    private final MailStore store;
    private final PostOffice office;
    private final Clock clock;

    Outbox(MailStore store, PostOffice office, Clock clock) {
        this.store = store;
        this.office = office;
        this.clock = clock;
    }

    /** In silence, nothing is taken; one of the same kind about the same thing to the same address stays as it is. */
    void add(
            Mailbox mailbox,
            MailKind kind,
            MarketplaceId marketplace,
            SellerId seller,
            OrderId order,
            int packageNumber,
            String address,
            Language language) {
        if (Silence.isKept()) {
            return;
        }
        Instant now = clock.instant();
        boolean open = office.isOpen();
        store.add(new Mail(
                MailKey.of(seller, order, kind, packageNumber, address),
                mailbox,
                kind,
                marketplace,
                order,
                packageNumber,
                address,
                language,
                now,
                open ? Mail.State.WAITING : Mail.State.KEPT,
                open ? now : null,
                0,
                null,
                null,
                null));
    }
}
