package org.openstall.notifications;

import java.util.List;
import java.util.UUID;
import org.openstall.ordering.Order;
import org.openstall.pages.Language;

/** Has mail written that can be found by its address. */
public final class MailFixture {
    private final Outbox outbox;
    private final Mails mails;

    MailFixture(Outbox outbox, Mails mails) {
        this.outbox = outbox;
        this.mails = mails;
    }

    /** "Sold, ship now", in English, to an address of nobody else. */
    public MailKey aboutSale(Order order) {
        String address = "sale-" + UUID.randomUUID() + "@people.example";
        outbox.add(
                new Outbox.About(order.marketplace(), order.seller(), order.id(), 0),
                List.of(new Outbox.Receiver(Mailbox.of(order.seller()), MailKind.SALE, address, Language.ENGLISH)));
        return mails.search(address, null, 1).items().getFirst().key();
    }

    /** All that was written about an order, to whomever. */
    List<Mail> about(Order order) {
        return mails.search(order.id().value(), null, 50).items();
    }

    Mail about(Order order, MailKind kind) {
        return about(order).stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }
}
