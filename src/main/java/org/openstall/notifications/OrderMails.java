package org.openstall.notifications;

import java.util.stream.Stream;
import org.openstall.fulfilment.PackageDelivered;
import org.openstall.fulfilment.PackageShipped;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.Outbox.About;
import org.openstall.notifications.Outbox.Receiver;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderCancelled;
import org.openstall.ordering.OrderPlaced;
import org.openstall.ordering.Orders;
import org.openstall.pages.Language;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a mail down for everybody whom an event concerns, in its transaction: all mail about an order has the home of
 * its seller. What is imported from a past elsewhere comes as events of its own and concerns nobody.
 */
@Component
class OrderMails {
    private static final int NO_PACKAGE = 0;

    private final Outbox outbox;
    private final MailSettings settings;
    private final Users users;
    private final Marketplaces marketplaces;
    private final Orders orders;

    OrderMails(Outbox outbox, MailSettings settings, Users users, Marketplaces marketplaces, Orders orders) {
        this.outbox = outbox;
        this.settings = settings;
        this.users = users;
        this.marketplaces = marketplaces;
        this.orders = orders;
    }

    @EventListener
    void on(OrderPlaced event) {
        if (!Silence.isKept()) {
            About about = new About(event.marketplace(), event.seller(), event.order(), NO_PACKAGE);
            tellBoth(about, MailKind.SALE, MailKind.ORDER_PLACED, event.buyer());
        }
    }

    @EventListener
    void on(OrderCancelled event) {
        if (!Silence.isKept()) {
            About about = new About(event.marketplace(), event.seller(), event.order(), NO_PACKAGE);
            BuyerId buyer = orders.get(event.seller(), event.order()).buyer();
            tellBoth(about, MailKind.SALE_CANCELLED, MailKind.ORDER_CANCELLED, buyer);
        }
    }

    @EventListener
    void on(PackageShipped event) {
        tellBuyer(MailKind.PACKAGE_SENT, event.seller(), event.order(), event.number());
    }

    @EventListener
    void on(PackageDelivered event) {
        tellBuyer(MailKind.PACKAGE_DELIVERED, event.seller(), event.order(), event.number());
    }

    private void tellBuyer(MailKind kind, SellerId seller, OrderId id, int packageNumber) {
        if (!Silence.isKept()) {
            Order order = orders.get(seller, id);
            About about = new About(order.marketplace(), seller, id, packageNumber);
            outbox.add(about, buyer(kind, order.buyer(), about).toList());
        }
    }

    private void tellBoth(About about, MailKind toSeller, MailKind toBuyer, BuyerId buyer) {
        outbox.add(
                about,
                Stream.concat(seller(toSeller, about), buyer(toBuyer, buyer, about))
                        .toList());
    }

    /** Buyers without an account, as imports and demos have them, have no address either. */
    private Stream<Receiver> buyer(MailKind kind, BuyerId buyer, About about) {
        return users.find(new UserId(buyer.value())).stream()
                .map(it -> new Receiver(Mailbox.of(buyer), kind, it.email(), language(it, about)));
    }

    private Stream<Receiver> seller(MailKind kind, About about) {
        SellerMail mail = settings.of(about.seller(), about.marketplace());
        return mail.wanted().contains(kind)
                ? mail.addresses().stream()
                        .map(it -> new Receiver(Mailbox.of(about.seller()), kind, it, mail.language()))
                : Stream.empty();
    }

    private Language language(User user, About about) {
        return Language.of(
                user.language(), marketplaces.get(about.marketplace()).language());
    }
}
