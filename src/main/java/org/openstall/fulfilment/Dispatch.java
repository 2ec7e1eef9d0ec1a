package org.openstall.fulfilment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openstall.kernel.OrderId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;

/** Decides what becomes of confirmations that come together, and collects the packages they make. */
final class Dispatch {
    private final Instant at;
    private final Map<OrderId, Fulfilment> now = new HashMap<>();
    private final List<Parcel> fresh = new ArrayList<>();

    Dispatch(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    /** The new packages. */
    List<Parcel> fresh() {
        return fresh;
    }

    /** The orders with new packages of which nothing is left. */
    List<OrderId> completed() {
        return touched(true);
    }

    /** The orders with new packages of which something is left. */
    List<OrderId> begun() {
        return touched(false);
    }

    private List<OrderId> touched(boolean complete) {
        return fresh.stream()
                .map(Parcel::order)
                .distinct()
                .filter(it -> now.containsKey(it) && now.get(it).isComplete() == complete)
                .toList();
    }

    /** {@code kept} is how far the order was before any of the confirmations. */
    ConfirmationResult take(Fulfilment kept, Confirmation confirmation) {
        Fulfilment fulfilment = now.getOrDefault(kept.order().id(), kept);
        return switch (Label.check(confirmation.label())) {
            case Label.Checked.Wrong wrong -> wrong.why();
            case Label.Checked.Fine fine -> take(fulfilment, fine.label(), confirmation);
        };
    }

    private ConfirmationResult take(Fulfilment fulfilment, Label label, Confirmation confirmation) {
        Order order = fulfilment.order();
        NavigableMap<Integer, Integer> asked = new TreeMap<>();
        Set<Integer> lines = order.lines().stream().map(OrderLine::number).collect(Collectors.toSet());
        if (!lines.containsAll(confirmation.restOf())) {
            return refused(ConfirmationResult.Reason.NO_SUCH_LINE);
        }
        for (Parcel.Content content : confirmation.contents()) {
            if (content.quantity() < 0 || !lines.contains(content.line())) {
                return refused(ConfirmationResult.Reason.NO_SUCH_LINE);
            }
            if (content.quantity() > 0) {
                asked.merge(content.line(), content.quantity(), Dispatch::sum);
            }
        }
        if (!confirmation.contents().isEmpty()
                && asked.isEmpty()
                && confirmation.restOf().isEmpty()) {
            return refused(ConfirmationResult.Reason.NOTHING_IN_IT);
        }
        Optional<Parcel> before = sameAs(fulfilment, label, asked, confirmation.restOf());
        if (before.isPresent()) {
            return new ConfirmationResult.Confirmed(before.get(), List.of());
        }
        return switch (order.status()) {
            case CANCELLED -> refused(ConfirmationResult.Reason.CANCELLED);
            case SHIPPED, DELIVERED -> refused(ConfirmationResult.Reason.ALREADY_SHIPPED);
            case UNSHIPPED, PARTIALLY_SHIPPED -> pack(fulfilment, label, asked, confirmation.restOf());
        };
    }

    /** No overflow turns very many units into few. */
    private static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }

    private static ConfirmationResult refused(ConfirmationResult.Reason reason) {
        return new ConfirmationResult.Refused(reason);
    }

    /** The package that this confirmation has made already, when it comes a second time. */
    private static Optional<Parcel> sameAs(
            Fulfilment fulfilment, Label label, NavigableMap<Integer, Integer> asked, Set<Integer> restOf) {
        boolean everything = asked.isEmpty() && restOf.isEmpty();
        if ((everything && !fulfilment.isComplete()) || restOf.stream().anyMatch(fulfilment.left()::containsKey)) {
            return Optional.empty();
        }
        return fulfilment.parcels().stream()
                .filter(it -> it.carrier() == label.carrier())
                .filter(it ->
                        label.trackingNumber() != null && label.trackingNumber().equals(it.trackingNumber()))
                .filter(it -> everything || isWhatWasAsked(units(fulfilment, it), asked, restOf))
                .findFirst();
    }

    private static boolean isWhatWasAsked(
            NavigableMap<Integer, Integer> units, NavigableMap<Integer, Integer> asked, Set<Integer> restOf) {
        NavigableMap<Integer, Integer> counted = new TreeMap<>(asked);
        counted.keySet().removeAll(restOf);
        boolean hasRest = units.keySet().containsAll(restOf);
        units.keySet().removeAll(restOf);
        return hasRest && units.equals(counted);
    }

    private static NavigableMap<Integer, Integer> units(Fulfilment fulfilment, Parcel parcel) {
        NavigableMap<Integer, Integer> units = new TreeMap<>();
        fulfilment.contents(parcel).forEach((line, quantity) -> units.put(line.number(), quantity));
        return units;
    }

    private ConfirmationResult pack(
            Fulfilment fulfilment, Label label, NavigableMap<Integer, Integer> asked, Set<Integer> restOf) {
        Order order = fulfilment.order();
        NavigableMap<Integer, Integer> left = fulfilment.left();
        // Nothing left of a line is one too few for a package that was to have the rest of it.
        restOf.forEach(it -> asked.put(it, Math.max(1, left.getOrDefault(it, 0))));
        if (left.isEmpty() && !fulfilment.parcels().isEmpty()) {
            return refused(ConfirmationResult.Reason.ALREADY_SHIPPED);
        }
        List<ConfirmationResult.Excess> excesses = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            int wanted = asked.getOrDefault(line.number(), 0);
            int there = left.getOrDefault(line.number(), 0);
            if (wanted > there) {
                excesses.add(new ConfirmationResult.Excess(line.number(), line.title(), wanted, there));
            }
        }
        if (!excesses.isEmpty()) {
            return new ConfirmationResult.TooMany(excesses);
        }
        NavigableMap<Integer, Integer> packed = asked.isEmpty() ? left : asked;
        boolean whole = fulfilment.parcels().isEmpty() && packed.equals(left);
        Parcel parcel = new Parcel(
                order.seller(),
                order.id(),
                fulfilment.parcels().stream().mapToInt(Parcel::number).max().orElse(0) + 1,
                label,
                whole
                        ? List.of()
                        : packed.entrySet().stream()
                                .map(it -> new Parcel.Content(it.getKey(), it.getValue()))
                                .toList(),
                at,
                null,
                List.of());
        fresh.add(parcel);
        List<Parcel> parcels = new ArrayList<>(fulfilment.parcels());
        parcels.add(parcel);
        now.put(order.id(), new Fulfilment(order, parcels));
        return new ConfirmationResult.Confirmed(parcel, List.of());
    }
}
