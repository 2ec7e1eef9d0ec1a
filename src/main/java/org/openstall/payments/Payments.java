package org.openstall.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds, takes and lets go of buyers' money, and keeps the ledger. */
@Service
public class Payments {
    private final PaymentStore store;
    private final PaymentProvider provider;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(PaymentStore store, PaymentProvider provider, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.provider = provider;
        this.events = events;
        this.clock = clock;
    }

    /** Holds an amount on a card. Call it outside a transaction: it waits for another company. */
    public AuthorizationResult authorize(UUID checkout, Money amount, Card card) {
        return provider.authorize(checkout.toString(), amount, card);
    }

    /** Lets go of an amount held for a checkout that came to nothing. */
    public void release(AuthorizationResult.Authorized authorized) {
        provider.release(authorized.reference());
    }

    /** Books the share of an order in what a checkout has authorised. */
    @Transactional
    public void orderPlaced(SellerId seller, OrderId order, Money amount, AuthorizationResult.Authorized authorized) {
        Instant now = clock.instant();
        store.add(
                new Payment(seller, order, amount, authorized.label(), Payment.State.AUTHORIZED, now, null),
                authorized.reference(),
                new LedgerTransaction(
                        TimeOrderedIds.create(now),
                        seller,
                        order,
                        LedgerTransaction.Kind.ORDER_PLACED,
                        now,
                        Map.of(
                                LedgerAccount.BUYER_RECEIVABLE,
                                amount,
                                LedgerAccount.SELLER_RESERVE,
                                amount.times(-1))));
    }

    /** Takes what is held for orders, now that all of each has shipped, and gives the seller his due. */
    @Transactional
    public void ordersShipped(SellerId seller, List<OrderId> orders) {
        Instant now = clock.instant();
        List<PaymentStore.Held> all =
                store.move(seller, orders, Payment.State.AUTHORIZED, Payment.State.CAPTURE_DUE, now);
        store.post(all.stream().map(it -> shipped(it.payment(), now)).toList());
        all.forEach(it -> events.publishEvent(new CaptureDue(
                seller,
                it.payment().order(),
                it.reference(),
                it.payment().amount().minor(),
                it.payment().amount().currency().getCurrencyCode())));
    }

    private static LedgerTransaction shipped(Payment payment, Instant now) {
        Money amount = payment.amount();
        return new LedgerTransaction(
                TimeOrderedIds.create(now),
                payment.seller(),
                payment.order(),
                LedgerTransaction.Kind.ORDER_SHIPPED,
                now,
                Map.of(
                        LedgerAccount.BUYER_RECEIVABLE,
                        amount.times(-1),
                        LedgerAccount.CASH,
                        amount,
                        LedgerAccount.SELLER_RESERVE,
                        amount,
                        LedgerAccount.SELLER_BALANCE,
                        amount.times(-1)));
    }

    /** Lets go of what is held for an order that is cancelled before shipment. */
    @Transactional
    public void orderCancelled(SellerId seller, OrderId order) {
        Instant now = clock.instant();
        store.move(seller, List.of(order), Payment.State.AUTHORIZED, Payment.State.RELEASED, now)
                .forEach(held -> {
                    Money amount = held.payment().amount();
                    store.post(List.of(new LedgerTransaction(
                            TimeOrderedIds.create(now),
                            seller,
                            order,
                            LedgerTransaction.Kind.ORDER_CANCELLED,
                            now,
                            Map.of(
                                    LedgerAccount.BUYER_RECEIVABLE,
                                    amount.times(-1),
                                    LedgerAccount.SELLER_RESERVE,
                                    amount))));
                });
    }

    /** Asks the provider after the shipment is committed; repeated until it answers. */
    @ApplicationModuleListener
    void on(CaptureDue due) {
        provider.capture(due.order().value(), due.reference(), Money.of(due.amountMinor(), due.currency()));
        store.move(
                due.seller(), List.of(due.order()), Payment.State.CAPTURE_DUE, Payment.State.CAPTURED, clock.instant());
    }

    /** The payments of any of the orders, for checking them. */
    public List<Payment> of(SellerId seller, List<OrderId> orders) {
        return store.find(seller, orders);
    }

    /** How many there are. */
    public long count() {
        return store.countPayments();
    }

    public Optional<Payment> of(SellerId seller, OrderId order) {
        return store.find(seller, order);
    }
}
