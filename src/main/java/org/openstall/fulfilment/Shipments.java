package org.openstall.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final int LONGEST_TEXT = 60;

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
     * Confirms that an order has been handed to a carrier, now.
     *
     * @throws NotYours if the seller has no such order
     */
    @Transactional
    public ConfirmationResult confirm(SellerId seller, OrderId id, Confirmation confirmation) {
        Order order = orders.get(seller, id);
        String number = confirmation.trackingNumber().strip();
        if (number.isEmpty()) {
            return new ConfirmationResult.Refused(ConfirmationResult.Reason.TRACKING_NUMBER_MISSING);
        }
        String carrierName = confirmation.carrier() == Carrier.OTHER
                ? confirmation.carrierName().strip()
                : confirmation.carrier().title();
        if (carrierName.isEmpty()) {
            return new ConfirmationResult.Refused(ConfirmationResult.Reason.CARRIER_NAME_MISSING);
        }
        if (Math.max(
                        number.length(),
                        Math.max(carrierName.length(), confirmation.method().length()))
                > LONGEST_TEXT) {
            return new ConfirmationResult.Refused(ConfirmationResult.Reason.TEXT_TOO_LONG);
        }
        return switch (TrackingNumbers.check(confirmation.carrier(), number)) {
            case TrackingNumbers.Check.Refused refused -> new ConfirmationResult.NumberRefused(refused);
            case TrackingNumbers.Check.Accepted accepted ->
                confirm(order, confirmation, carrierName, accepted.number());
        };
    }

    private ConfirmationResult confirm(Order order, Confirmation confirmation, String carrierName, String number) {
        Instant now = clock.instant();
        if (!orders.shipped(order.seller(), order.id(), now)) {
            return alreadyClosed(order, number);
        }
        Parcel parcel = new Parcel(
                order.seller(),
                order.id(),
                1,
                confirmation.carrier(),
                carrierName,
                number,
                confirmation.method().strip(),
                confirmation.serviceLevel(),
                now,
                null,
                List.of());
        store.add(List.of(parcel));
        events.publishEvent(new ShipmentConfirmed(order.seller(), order.id(), now, true));
        return new ConfirmationResult.Confirmed(parcel);
    }

    private ConfirmationResult alreadyClosed(Order before, String number) {
        Optional<Parcel> same = of(before.seller(), before.id()).stream()
                .filter(it -> number.equals(it.trackingNumber()))
                .findFirst();
        if (same.isPresent()) {
            return new ConfirmationResult.Confirmed(same.get());
        }
        boolean cancelled = orders.get(before.seller(), before.id()).status() == OrderStatus.CANCELLED;
        return new ConfirmationResult.Refused(
                cancelled ? ConfirmationResult.Reason.CANCELLED : ConfirmationResult.Reason.ALREADY_SHIPPED);
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
     * Takes a carrier's report. One that is known already changes nothing; a delivery is noted once.
     *
     * @throws NotYours if there is no such package
     */
    @Transactional
    public void scanned(SellerId seller, OrderId order, int number, Parcel.Scan scan) {
        if (!store.exists(seller, order, number)) {
            throw new NotYours("No package " + number + " of order " + order);
        }
        if (store.addScan(seller, order, number, scan)
                && scan.kind() == Parcel.Kind.DELIVERED
                && store.delivered(seller, order, number, scan.at())
                && orders.delivered(seller, order, scan.at())) {
            events.publishEvent(new PackageDelivered(seller, order, scan.at()));
        }
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
        List<PackageDelivered> delivered = new ArrayList<>();
        List<Parcel> arrived = new ArrayList<>();
        for (Parcel parcel : past) {
            Parcel before = known.get(parcel.order());
            if (parcel.deliveredAt() != null && (before == null || before.deliveredAt() == null)) {
                delivered.add(new PackageDelivered(parcel.seller(), parcel.order(), parcel.deliveredAt()));
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
                        .map(it -> new ShipmentConfirmed(it.seller(), it.order(), it.confirmedAt(), true))
                        .toList(),
                delivered));
        return changed.size();
    }
}
