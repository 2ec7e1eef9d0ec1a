package org.openstall.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    /**
     * What mail is about.
     *
     * @param packageNumber of the order, or zero if it is about no package
     */
    record About(MarketplaceId marketplace, SellerId seller, OrderId order, int packageNumber) {}

    /** Somebody who is told of it, and in which way. */
    record Receiver(Mailbox mailbox, MailKind kind, String address, Language language) {}

    /** One of the same kind about the same thing to the same address stays as it is. */
    void add(About about, List<Receiver> receivers) {
        Instant now = clock.instant();
        store.add(receivers.stream().map(it -> mail(about, it, now)).toList());
    }

    private Mail mail(About about, Receiver receiver, Instant now) {
        boolean open = office.isOpen();
        return new Mail(
                MailKey.of(about.seller(), about.order(), receiver.kind(), about.packageNumber(), receiver.address()),
                receiver.mailbox(),
                receiver.kind(),
                about.marketplace(),
                about.order(),
                about.packageNumber(),
                receiver.address(),
                receiver.language(),
                now,
                open ? Mail.State.WAITING : Mail.State.KEPT,
                open ? now : null,
                0,
                null,
                null,
                null);
    }
}
