package org.openstall.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;

/**
 * All that account health has to know of one order. Each fact that arrives makes a new one; the difference of what
 * the two contribute to the tallies is what the tallies move by.
 *
 * @param deliveredAt when the last of its packages arrived
 * @param arrivals of an order in several packages, the first first; none of an order in one
 */
record OrderFacts(
        Placed placed,
        @Nullable Instant confirmedAt,
        boolean tracked,
        @Nullable Instant deliveredAt,
        List<Arrival> arrivals,
        @Nullable Instant cancelledAt,
        boolean cancelledBySeller,
        List<Opinion> feedback) {

    /** What does not change any more once an order is placed. */
    record Placed(
            SellerId seller,
            OrderId order,
            MarketplaceId marketplace,
            Instant orderedAt,
            Instant shipBy,
            Instant promisedBy,
            int units,
            long salesMinor) {
        Days days(Marketplace place) {
            return new Days(place.dayOf(orderedAt), place.dayOf(shipBy), place.dayOf(promisedBy));
        }
    }

    /** The marketplace's days by which rates find an order. */
    record Days(LocalDate ordered, LocalDate shipBy, LocalDate promised) {}

    /** One feedback, in force until {@code endedAt}. */
    record Opinion(
            UUID id, int stars, Instant givenAt, @Nullable Instant endedAt) {
        boolean inForce() {
            return endedAt == null;
        }
    }

    /** So many units have arrived in one package. */
    record Arrival(int units, Instant at) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            int earlier = at.compareTo(other.at);
            return earlier != 0 ? earlier : Integer.compare(units, other.units);
        }
    }

    OrderFacts {
        arrivals = arrivals.stream().sorted().toList();
        feedback = List.copyOf(feedback);
    }

    static OrderFacts of(Placed placed) {
        return new OrderFacts(placed, null, false, null, List.of(), null, false, List.of());
    }

    SellerId seller() {
        return placed.seller();
    }

    OrderId order() {
        return placed.order();
    }

    MarketplaceId marketplace() {
        return placed.marketplace();
    }

    OrderFacts confirmed(Instant at, boolean withTracking) {
        return new OrderFacts(
                placed, at, withTracking, deliveredAt, arrivals, cancelledAt, cancelledBySeller, feedback);
    }

    OrderFacts delivered(Instant at) {
        return new OrderFacts(placed, confirmedAt, tracked, at, arrivals, cancelledAt, cancelledBySeller, feedback);
    }

    /** One of several packages has arrived. */
    OrderFacts with(Arrival arrival) {
        List<Arrival> all = new ArrayList<>(arrivals);
        all.add(arrival);
        return new OrderFacts(placed, confirmedAt, tracked, deliveredAt, all, cancelledAt, cancelledBySeller, feedback);
    }

    OrderFacts cancelled(Instant at, boolean bySeller) {
        return new OrderFacts(placed, confirmedAt, tracked, deliveredAt, arrivals, at, bySeller, feedback);
    }

    OrderFacts with(Opinion opinion) {
        List<Opinion> all = new ArrayList<>(feedback);
        all.removeIf(it -> it.id().equals(opinion.id()));
        all.add(opinion);
        return new OrderFacts(placed, confirmedAt, tracked, deliveredAt, arrivals, cancelledAt, cancelledBySeller, all);
    }

    OrderFacts withEnded(UUID opinion, Instant at) {
        return feedback.stream()
                .filter(it -> it.id().equals(opinion))
                .findFirst()
                .map(it -> with(new Opinion(it.id(), it.stars(), it.givenAt(), at)))
                .orElse(this);
    }

    boolean hasNegativeFeedback() {
        return feedback.stream().anyMatch(it -> it.inForce() && it.stars() <= 2);
    }

    boolean hasDefect() {
        return hasNegativeFeedback();
    }

    boolean isLate() {
        return confirmedAt != null && confirmedAt.isAfter(placed.shipBy());
    }

    /** How many units arrived when they were promised, of an order in several packages by package. */
    int onTimeUnits() {
        if (arrivals.isEmpty()) {
            return deliveredAt != null && !deliveredAt.isAfter(placed.promisedBy()) ? placed.units() : 0;
        }
        return arrivals.stream()
                .filter(it -> !it.at().isAfter(placed.promisedBy()))
                .mapToInt(Arrival::units)
                .sum();
    }

    /** What this order adds to the tallies, by local day. */
    Map<LocalDate, Tally> contributions(Marketplace place) {
        Map<LocalDate, Tally> days = new HashMap<>();
        Days its = placed.days(place);
        Tally ordered = days.computeIfAbsent(its.ordered(), it -> new Tally());
        ordered.add(Tally.Measure.ORDERS, 1);
        ordered.add(Tally.Measure.SALES_MINOR, placed.salesMinor());
        ordered.addIf(hasDefect(), Tally.Measure.ORDER_DEFECTS);
        ordered.addIf(hasNegativeFeedback(), Tally.Measure.NEGATIVE_FEEDBACK);
        ordered.addIf(cancelledAt != null && cancelledBySeller, Tally.Measure.CANCELLED_BY_SELLER);
        if (cancelledAt == null) {
            Tally due = days.computeIfAbsent(its.shipBy(), it -> new Tally());
            due.add(Tally.Measure.DUE, 1);
            due.addIf(confirmedAt == null, Tally.Measure.DUE_OPEN);
            due.addIf(isLate(), Tally.Measure.DUE_LATE);
        }
        if (confirmedAt != null && tracked) {
            Tally promised = days.computeIfAbsent(its.promised(), it -> new Tally());
            promised.add(Tally.Measure.PROMISED_UNITS, placed.units());
            promised.add(Tally.Measure.ON_TIME_UNITS, onTimeUnits());
        }
        feedback.stream().filter(Opinion::inForce).forEach(it -> {
            Tally given = days.computeIfAbsent(place.dayOf(it.givenAt()), day -> new Tally());
            given.addIf(it.stars() >= 4, Tally.Measure.FEEDBACK_POSITIVE);
            given.addIf(it.stars() == 3, Tally.Measure.FEEDBACK_NEUTRAL);
            given.addIf(it.stars() <= 2, Tally.Measure.FEEDBACK_NEGATIVE);
        });
        return days;
    }
}
