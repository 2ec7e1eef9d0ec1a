package org.openstall.notifications;

import org.openstall.fulfilment.PackageDelivered;
import org.openstall.fulfilment.PackageShipped;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;
import org.openstall.marketplaces.Marketplaces;
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
        About about = new About(event.marketplace(), event.seller(), event.order(), NO_PACKAGE);
        tellSeller(MailKind.SALE, about);
        tellBuyer(MailKind.ORDER_PLACED, event.buyer(), about);
    }

    @EventListener
    void on(OrderCancelled event) {
        About about = new About(event.marketplace(), event.seller(), event.order(), NO_PACKAGE);
        tellSeller(MailKind.SALE_CANCELLED, about);
        tellBuyer(
                MailKind.ORDER_CANCELLED,
                orders.get(event.seller(), event.order()).buyer(),
                about);
    }

    @EventListener
    void on(PackageShipped event) {
        tellBuyer(MailKind.PACKAGE_SENT, orders.get(event.seller(), event.order()), event.number());
    }

    @EventListener
    void on(PackageDelivered event) {
        tellBuyer(MailKind.PACKAGE_DELIVERED, orders.get(event.seller(), event.order()), event.number());
    }

    /** What a mail is about. */
    private record About(MarketplaceId marketplace, SellerId seller, OrderId order, int packageNumber) {}

    private void tellBuyer(MailKind kind, Order order, int packageNumber) {
        tellBuyer(kind, order.buyer(), new About(order.marketplace(), order.seller(), order.id(), packageNumber));
    }

    /** Buyers without an account, as imports and demos have them, have no address either. */
    private void tellBuyer(MailKind kind, BuyerId buyer, About about) {
        users.find(new UserId(buyer.value()))
                .ifPresent(user -> tell(kind, Mailbox.of(buyer), user.email(), language(user, about), about));
    }

    private void tellSeller(MailKind kind, About about) {
        SellerMail mail = settings.of(about.seller(), about.marketplace());
        if (mail.wanted().contains(kind)) {
            mail.addresses().forEach(it -> tell(kind, Mailbox.of(about.seller()), it, mail.language(), about));
        }
    }

    private Language language(User user, About about) {
        return Language.of(
                user.language(), marketplaces.get(about.marketplace()).language());
    }

    private void tell(MailKind kind, Mailbox mailbox, String address, Language language, About about) {
        outbox.add(
                mailbox,
                kind,
                about.marketplace(),
                about.seller(),
                about.order(),
                about.packageNumber(),
                address,
                language);
    }
}
