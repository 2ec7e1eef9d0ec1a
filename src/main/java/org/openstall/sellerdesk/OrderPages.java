package org.openstall.sellerdesk;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.LabelChange;
import org.openstall.fulfilment.Shipments;
import org.openstall.health.Health;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.payments.Payments;
import org.openstall.sellerdesk.OrderPage.Cancellation;
import org.springframework.stereotype.Component;

/** Gathers what the page of an order shows. */
@Component
class OrderPages {
    /** What a seller may cancel an order for. */
    static final List<CancelReason> REASONS = List.of(
            CancelReason.BUYER_REQUEST,
            CancelReason.OTHER_ADDRESS,
            CancelReason.OUT_OF_STOCK,
            CancelReason.WRONG_PRICE,
            CancelReason.CANNOT_SHIP);

    private final Orders orders;
    private final Shipments shipments;
    private final Payments payments;
    private final FeedbackDesk feedback;
    private final Health health;
    private final Marketplaces marketplaces;
    private final Clock clock;

    OrderPages(
            Orders orders,
            Shipments shipments,
            Payments payments,
            FeedbackDesk feedback,
            Health health,
            Marketplaces marketplaces,
            Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.payments = payments;
        this.feedback = feedback;
        this.health = health;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    OrderPage of(Stall stall, Order order, ConfirmForm form, @Nullable Refusal refusal) {
        Fulfilment fulfilment = new Fulfilment(order, shipments.of(stall.seller(), order.id()));
        Effect ifLate = null;
        List<Cancellation> cancellations = List.of();
        if (order.status().isToShip()) {
            Marketplace marketplace = marketplaces.get(order.marketplace());
            Effects effects =
                    new Effects(health.of(stall.seller(), marketplace.id()).rates(), marketplace);
            ifLate = order.shipBy().isBefore(clock.instant()) ? null : effects.ifLate(order.shipBy());
            if (order.status().canBecome(OrderStatus.CANCELLED)) {
                cancellations = REASONS.stream()
                        .map(it -> new Cancellation(
                                it, effects.ifCancelled(order, it).orElse(null)))
                        .toList();
            }
        }
        return new OrderPage(
                stall,
                place(order),
                order,
                fulfilment,
                shipments.labelChanges(stall.seller(), order.id()).stream()
                        .map(LabelChange::number)
                        .collect(Collectors.toSet()),
                Timeline.of(fulfilment, clock.instant()),
                payments.of(stall.seller(), order.id()).orElse(null),
                feedback.inForce(stall.seller(), order.id()).orElse(null),
                ifLate,
                orders.cancelledUnlessShippedBy(order).orElse(null),
                cancellations,
                form,
                refusal);
    }

    Marketplace place(Order order) {
        return marketplaces.get(order.marketplace());
    }
}
