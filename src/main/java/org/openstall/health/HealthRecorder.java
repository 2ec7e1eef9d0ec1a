package org.openstall.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openstall.feedback.FeedbackEnded;
import org.openstall.feedback.FeedbackLeft;
import org.openstall.feedback.FeedbackRecorded;
import org.openstall.fulfilment.OrderDelivered;
import org.openstall.fulfilment.OrdersShipped;
import org.openstall.fulfilment.PackageDelivered;
import org.openstall.fulfilment.ShipmentsRecorded;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.OrderCancelled;
import org.openstall.ordering.OrderPlaced;
import org.openstall.ordering.OrdersRecorded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to what happens to orders and moves the tallies by what changes, in the transaction in which it happens:
 * all of it has the seller's home.
 */
@Component
class HealthRecorder {
    private final HealthStore store;
    private final Marketplaces marketplaces;

    HealthRecorder(HealthStore store, Marketplaces marketplaces) {
        this.store = store;
        this.marketplaces = marketplaces;
    }

    private record OrderKey(SellerId seller, OrderId order) {}

    @EventListener
    void on(OrderPlaced event) {
        OrderFacts facts = facts(event);
        store.add(List.of(facts));
        Movements movements = new Movements(false);
        movements.add(facts, 1);
        movements.apply();
    }

    @EventListener
    void on(OrderCancelled event) {
        change(event.seller(), event.order(), cancelled(event));
    }

    @EventListener
    void on(OrdersShipped event) {
        Map<OrderKey, UnaryOperator<OrderFacts>> changes = new LinkedHashMap<>();
        event.orders().forEach(it -> add(changes, it.seller(), it.order(), confirmed(it)));
        change(changes, event.orders().size() > 1);
    }

    @EventListener
    void on(OrderDelivered event) {
        change(event.seller(), event.order(), it -> it.delivered(event.deliveredAt()));
    }

    @EventListener
    void on(PackageDelivered event) {
        if (event.isPart()) {
            OrderFacts.Arrival arrival = new OrderFacts.Arrival(event.units(), event.deliveredAt());
            change(event.seller(), event.order(), it -> it.with(arrival));
        }
    }

    @EventListener
    void on(FeedbackLeft event) {
        change(event.seller(), event.order(), left(event));
    }

    @EventListener
    void on(FeedbackEnded event) {
        change(event.seller(), event.order(), it -> it.withEnded(event.feedback(), event.endedAt()));
    }

    @EventListener
    void on(OrdersRecorded event) {
        Map<OrderId, OrderCancelled> cancelled =
                event.cancelled().stream().collect(Collectors.toMap(OrderCancelled::order, it -> it));
        List<OrderFacts> all = event.placed().stream()
                .map(HealthRecorder::facts)
                .map(it -> cancelled.containsKey(it.order())
                        ? cancelled(cancelled.get(it.order())).apply(it)
                        : it)
                .toList();
        store.add(all);
        Movements movements = new Movements(true);
        all.forEach(it -> movements.add(it, 1));
        movements.apply();
    }

    @EventListener
    void on(ShipmentsRecorded event) {
        Map<OrderKey, UnaryOperator<OrderFacts>> changes = new LinkedHashMap<>();
        event.confirmed().forEach(it -> add(changes, it.seller(), it.order(), confirmed(it)));
        event.delivered()
                .forEach(it -> add(changes, it.seller(), it.order(), facts -> facts.delivered(it.deliveredAt())));
        change(changes, true);
    }

    @EventListener
    void on(FeedbackRecorded event) {
        Map<OrderKey, UnaryOperator<OrderFacts>> changes = new LinkedHashMap<>();
        event.left().forEach(it -> add(changes, it.seller(), it.order(), left(it)));
        event.ended()
                .forEach(it ->
                        add(changes, it.seller(), it.order(), facts -> facts.withEnded(it.feedback(), it.endedAt())));
        change(changes, true);
    }

    private static OrderFacts facts(OrderPlaced event) {
        return OrderFacts.of(new OrderFacts.Placed(
                event.seller(),
                event.order(),
                event.marketplace(),
                event.orderedAt(),
                event.shipBy(),
                event.promisedBy(),
                event.units(),
                event.total().minor()));
    }

    private static UnaryOperator<OrderFacts> cancelled(OrderCancelled event) {
        return it -> it.cancelled(event.cancelledAt(), event.reason().countsAgainstSeller());
    }

    private static UnaryOperator<OrderFacts> confirmed(OrdersShipped.Shipped event) {
        return it -> it.confirmed(event.confirmedAt(), event.tracked());
    }

    private static UnaryOperator<OrderFacts> left(FeedbackLeft event) {
        return it -> it.with(new OrderFacts.Opinion(event.feedback(), event.stars(), event.givenAt(), null));
    }

    private static void add(
            Map<OrderKey, UnaryOperator<OrderFacts>> changes,
            SellerId seller,
            OrderId order,
            UnaryOperator<OrderFacts> change) {
        changes.merge(new OrderKey(seller, order), change, (one, other) -> it -> other.apply(one.apply(it)));
    }

    private void change(SellerId seller, OrderId order, UnaryOperator<OrderFacts> change) {
        change(Map.of(new OrderKey(seller, order), change), false);
    }

    private void change(Map<OrderKey, UnaryOperator<OrderFacts>> changes, boolean inBulk) {
        List<OrderKey> keys = changes.keySet().stream()
                .sorted(Comparator.comparing((OrderKey it) -> it.seller().value())
                        .thenComparing(it -> it.order().value()))
                .toList();
        List<OrderFacts> before = store.lock(
                keys.stream().map(OrderKey::seller).toList(),
                keys.stream().map(OrderKey::order).toList());
        if (before.size() != keys.size()) {
            throw new IllegalStateException("Facts of " + (keys.size() - before.size()) + " orders are missing");
        }
        Movements movements = new Movements(inBulk);
        List<OrderFacts> after = new ArrayList<>();
        for (OrderFacts facts : before) {
            OrderFacts changed = changes.getOrDefault(
                            new OrderKey(facts.seller(), facts.order()), UnaryOperator.identity())
                    .apply(facts);
            after.add(changed);
            movements.add(facts, -1);
            movements.add(changed, 1);
        }
        store.save(before, after);
        movements.apply();
    }

    /** Differences on their way into the tallies. What comes in bulk comes alone, so one slot will do. */
    private final class Movements {
        private final boolean inBulk;
        private final Map<TallyKey, Tally> differences = new TreeMap<>();

        Movements(boolean inBulk) {
            this.inBulk = inBulk;
        }

        void add(OrderFacts facts, int sign) {
            int slot = inBulk ? 0 : TallyKey.slot(facts.order());
            facts.contributions(marketplaces.get(facts.marketplace())).forEach((day, tally) -> differences
                    .computeIfAbsent(new TallyKey(facts.seller(), facts.marketplace(), day, slot), it -> new Tally())
                    .add(tally, sign));
        }

        void apply() {
            differences.values().removeIf(Tally::isZero);
            store.move(differences);
        }
    }
}
