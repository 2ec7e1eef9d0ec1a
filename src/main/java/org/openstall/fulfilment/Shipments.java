package org.openstall.fulfilment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirms shipments and follows packages to the doorstep. */
@Service
public class Shipments {
    private final ParcelStore store;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shipments(ParcelStore store, Orders orders, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Confirms that a package of an order has been handed to a carrier, now. The order has shipped when the last of
     * its units is confirmed.
     *
     * @throws NotYours if the seller has no such order
     */
    @Transactional
    public ConfirmationResult confirm(SellerId seller, OrderId id, Confirmation confirmation) {
        orders.get(seller, id);
        return confirmAll(seller, List.of(new ToShip(id, confirmation))).getFirst();
    }

    /**
     * Confirms many packages at once; those that are refused do not keep the others from it.
     *
     * @return what came of each, in their order
     */
    @Transactional
    public List<ConfirmationResult> confirmAll(SellerId seller, List<ToShip> all) {
        List<OrderId> ids = all.stream().map(ToShip::order).distinct().toList();
        // Whoever cancels or confirms at the same time waits here, and finds what has become of the order.
        Map<OrderId, Order> found = orders.lock(seller, ids).stream().collect(Collectors.toMap(Order::id, it -> it));
        Map<OrderId, List<Parcel>> parcels =
                store.of(seller, ids).stream().collect(Collectors.groupingBy(Parcel::order));
        Dispatch dispatch = new Dispatch(clock.instant());
        List<ConfirmationResult> results = new ArrayList<>();
        for (ToShip each : all) {
            Order order = found.get(each.order());
            results.add(
                    order == null
                            ? new ConfirmationResult.Refused(ConfirmationResult.Reason.NO_SUCH_ORDER)
                            : dispatch.take(
                                    new Fulfilment(order, parcels.getOrDefault(order.id(), List.of())),
                                    each.confirmation()));
        }
        store.add(dispatch.fresh());
        orders.partiallyShipped(seller, dispatch.begun());
        orders.shipped(seller, dispatch.completed(), dispatch.at());
        publish(seller, dispatch);
        return warned(seller, results);
    }

    private void publish(SellerId seller, Dispatch dispatch) {
        if (!dispatch.completed().isEmpty()) {
            events.publishEvent(new OrdersShipped(dispatch.completed().stream()
                    .map(it -> new OrdersShipped.Shipped(seller, it, dispatch.at(), true))
                    .toList()));
        }
        Set<OrderId> complete = Set.copyOf(dispatch.completed());
        dispatch.fresh()
                .forEach(it -> events.publishEvent(new PackageShipped(
                        seller, it.order(), it.number(), it.confirmedAt(), complete.contains(it.order()))));
    }

    private List<ConfirmationResult> warned(SellerId seller, List<ConfirmationResult> results) {
        List<String> numbers = results.stream()
                .filter(ConfirmationResult.Confirmed.class::isInstance)
                .map(ConfirmationResult.Confirmed.class::cast)
                .map(it -> it.parcel().trackingNumber())
                .distinct()
                .toList();
        Map<String, List<OrderId>> users = store.ordersWithNumbers(seller, numbers);
        return results.stream()
                .map(it -> it instanceof ConfirmationResult.Confirmed confirmed ? warned(confirmed, users) : it)
                .toList();
    }

    private static ConfirmationResult warned(ConfirmationResult.Confirmed confirmed, Map<String, List<OrderId>> users) {
        Parcel parcel = confirmed.parcel();
        return new ConfirmationResult.Confirmed(
                parcel,
                Optional.ofNullable(parcel.trackingNumber()).map(users::get).orElse(List.of()).stream()
                        .filter(it -> !it.equals(parcel.order()))
                        .toList());
    }

    /**
     * Corrects what was said of a package's way, until it is delivered. What was said before is kept.
     *
     * @param by the name of the person who does it
     * @throws NotYours if the seller has no such package
     */
    @Transactional
    public ConfirmationResult relabel(SellerId seller, OrderId id, int number, NewLabel typed, String by) {
        orders.lock(seller, List.of(id));
        Parcel parcel = get(seller, id, number);
        if (parcel.deliveredAt() != null) {
            return new ConfirmationResult.Refused(ConfirmationResult.Reason.DELIVERED);
        }
        return switch (Label.check(typed)) {
            case Label.Checked.Wrong wrong -> wrong.why();
            case Label.Checked.Fine fine -> {
                if (!fine.label().equals(parcel.label())) {
                    store.relabel(parcel, fine.label(), clock.instant(), by);
                }
                yield warned(seller, List.of(new ConfirmationResult.Confirmed(get(seller, id, number), List.of())))
                        .getFirst();
            }
        };
    }

    /** @throws NotYours if the seller has no such package */
    public Parcel get(SellerId seller, OrderId order, int number) {
        return of(seller, order).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotYours("No package " + number + " of order " + order));
    }

    /** The packages of any seller that a carrier has under a number, those confirmed last first, at most a few. */
    public List<Parcel> withNumber(Carrier carrier, String number) {
        return store.withNumber(carrier, number);
    }

    /**
     * The packages of whatever carrier with a number, however somebody has typed it; those confirmed last first, at
     * most a few.
     *
     * @param seller only his; null for anybody's
     */
    public List<Parcel> search(@Nullable SellerId seller, String typed) {
        Stream<String> known = TrackingNumbers.recognize(typed).stream().map(TrackingNumbers.Candidate::number);
        return store.search(
                seller,
                Stream.concat(Stream.of(typed.strip(), TrackingNumbers.bare(typed)), known)
                        .distinct()
                        .toList());
    }

    /** What the labels of an order's packages said before, oldest first. */
    public List<LabelChange> labelChanges(SellerId seller, OrderId order) {
        return store.labelChanges(seller, order);
    }

    /** The packages of an order, in their order. */
    public List<Parcel> of(SellerId seller, OrderId order) {
        return store.of(seller, List.of(order));
    }

    /** The packages of any of the orders. */
    public List<Parcel> of(SellerId seller, List<OrderId> ids) {
        return store.of(seller, ids);
    }

    /**
     * Takes a carrier's report. One that is known already changes nothing; a delivery is noted once. The order is
     * delivered when the last of its packages is.
     *
     * @return whether it is news
     * @throws NotYours if there is no such package
     */
    @Transactional
    public boolean scanned(SellerId seller, OrderId order, int number, Parcel.Scan scan) {
        if (!store.exists(seller, order, number)) {
            throw new NotYours("No package " + number + " of order " + order);
        }
        boolean news = store.addScan(seller, order, number, scan);
        if (news && scan.kind() == Parcel.Kind.DELIVERED) {
            // Two packages that arrive at the same time must not both find the other one still under way.
            Order locked = orders.lock(seller, List.of(order)).getFirst();
            if (store.delivered(seller, order, number, scan.at())) {
                Fulfilment fulfilment = new Fulfilment(locked, store.of(seller, List.of(order)));
                events.publishEvent(new PackageDelivered(
                        seller, order, number, fulfilment.units(number), locked.units(), scan.at()));
                noteDelivery(fulfilment);
            }
        }
        return news;
    }

    private void noteDelivery(Fulfilment fulfilment) {
        Order order = fulfilment.order();
        fulfilment
                .deliveredAt()
                .filter(it -> order.status() == OrderStatus.SHIPPED)
                .ifPresent(at -> {
                    orders.delivered(order.seller(), order.id(), at);
                    events.publishEvent(new OrderDelivered(order.seller(), order.id(), at));
                });
    }

    /**
     * Adds tracked packages of another marketplace's past, one an order. One that is there already only gains its
     * delivery, if it had none.
     *
     * @return how many are new or have gained their delivery
     */
    @Transactional
    public int recordHistory(Collection<Parcel> past) {
        Map<OrderId, Parcel> known = store.known(past).stream().collect(Collectors.toMap(Parcel::order, it -> it));
        List<Parcel> fresh =
                past.stream().filter(it -> !known.containsKey(it.order())).toList();
        store.add(fresh);
        List<Parcel> changed = new ArrayList<>(fresh);
        List<OrderDelivered> delivered = new ArrayList<>();
        List<Parcel> arrived = new ArrayList<>();
        for (Parcel parcel : past) {
            Parcel before = known.get(parcel.order());
            if (parcel.deliveredAt() != null && (before == null || before.deliveredAt() == null)) {
                delivered.add(new OrderDelivered(parcel.seller(), parcel.order(), parcel.deliveredAt()));
                if (before != null) {
                    arrived.add(parcel);
                    changed.add(parcel);
                }
            }
        }
        store.deliveredAll(arrived);
        store.addScans(changed);
        orders.recordProgress(changed.stream()
                .map(it -> new Orders.Progress(it.seller(), it.order(), it.confirmedAt(), it.deliveredAt()))
                .toList());
        events.publishEvent(new ShipmentsRecorded(
                fresh.stream()
                        .map(it -> new OrdersShipped.Shipped(it.seller(), it.order(), it.confirmedAt(), true))
                        .toList(),
                delivered));
        return changed.size();
    }
}
