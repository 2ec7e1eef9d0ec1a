package org.openstall.health;

import jakarta.annotation.Priority;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.Audit;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.stereotype.Component;

/** Compares what health has been told of each order with what the orders, parcels and feedback themselves say. */
@Component
@Priority(1)
class FactsAudit implements Audit {
    private final HealthStore store;
    private final Orders orders;
    private final Shipments shipments;
    private final FeedbackDesk feedback;
    private final Marketplaces marketplaces;

    FactsAudit(
            HealthStore store, Orders orders, Shipments shipments, FeedbackDesk feedback, Marketplaces marketplaces) {
        this.store = store;
        this.orders = orders;
        this.shipments = shipments;
        this.feedback = feedback;
        this.marketplaces = marketplaces;
    }

    @Override
    public String name() {
        return "Facts of orders that account health is built on";
    }

    @Override
    public long run(Consumer<String> differences) {
        LongAdder found = new LongAdder();
        long checked = orders.walk((seller, its) -> found.add(compare(seller, its, differences)));
        long unknown = store.countFacts() - found.sum();
        if (unknown > 0) {
            differences.accept("Health knows of " + unknown + " orders that do not exist");
        }
        return checked;
    }

    /** Says of how many of the orders health knows. */
    private int compare(SellerId seller, List<Order> its, Consumer<String> differences) {
        List<OrderId> ids = its.stream().map(Order::id).toList();
        Map<OrderId, OrderFacts> kept =
                store.find(seller, ids).stream().collect(Collectors.toMap(OrderFacts::order, Function.identity()));
        Map<OrderId, OrderFacts.Days> days = store.orderDays(seller, ids);
        Map<OrderId, List<Parcel>> parcels =
                shipments.of(seller, ids).stream().collect(Collectors.groupingBy(Parcel::order));
        Map<OrderId, List<Feedback>> opinions =
                feedback.history(seller, ids).stream().collect(Collectors.groupingBy(Feedback::order));
        for (Order order : its) {
            OrderFacts expected = facts(
                    new Fulfilment(order, parcels.getOrDefault(order.id(), List.of())),
                    opinions.getOrDefault(order.id(), List.of()));
            OrderFacts is = kept.get(order.id());
            if (!expected.equals(is)) {
                differences.accept("Order " + order.id() + " of seller " + seller + ": kept " + is
                        + "; the order itself says " + expected);
            }
            OrderFacts.Days dated = expected.placed().days(marketplaces.get(order.marketplace()));
            if (is != null && !dated.equals(days.get(order.id()))) {
                differences.accept("Order " + order.id() + " of seller " + seller + ": kept under "
                        + days.get(order.id()) + "; its times say " + dated);
            }
        }
        return kept.size();
    }

    private static List<OrderFacts.Arrival> arrivals(Fulfilment fulfilment) {
        return fulfilment.parcels().stream()
                .filter(it -> it.deliveredAt() != null
                        && fulfilment.units(it.number()) < fulfilment.order().units())
                .map(it ->
                        new OrderFacts.Arrival(fulfilment.units(it.number()), Objects.requireNonNull(it.deliveredAt())))
                .toList();
    }

    private static OrderFacts facts(Fulfilment fulfilment, List<Feedback> opinions) {
        Order order = fulfilment.order();
        return new OrderFacts(
                new OrderFacts.Placed(
                        order.seller(),
                        order.id(),
                        order.marketplace(),
                        order.orderedAt(),
                        order.shipBy(),
                        order.promisedBy(),
                        order.units(),
                        order.total().minor()),
                fulfilment.confirmedAt().orElse(null),
                fulfilment.isComplete(),
                fulfilment.deliveredAt().orElse(null),
                arrivals(fulfilment),
                order.cancelledAt(),
                order.cancelReason() != null && order.cancelReason().countsAgainstSeller(),
                opinions.stream()
                        .map(it -> new OrderFacts.Opinion(it.id(), it.stars(), it.givenAt(), it.endedAt()))
                        .toList());
    }
}
