package org.openstall.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.openstall.health.Tally.Measure;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Policies;

/**
 * A seller's health over some days, read once and told in many ways, from the facts known now: feedback that came
 * later is in it, on the day of its order.
 */
public final class RecentHealth {
    private final SellerId seller;
    private final Marketplace place;
    private final Policies policies;
    private final Instant now;
    private final LocalDate today;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, Tally> tallies;
    private final long overdueToday;

    /**
     * @param tallies of the days in all windows that end from {@code first} to {@code last}
     * @param overdueToday orders due today whose ship-by time has passed, unconfirmed
     */
    RecentHealth(
            SellerId seller,
            Marketplace place,
            Policies policies,
            Instant now,
            LocalDate first,
            LocalDate last,
            Map<LocalDate, Tally> tallies,
            long overdueToday) {
        this.seller = seller;
        this.place = place;
        this.policies = policies;
        this.now = now;
        this.today = place.dayOf(now);
        this.first = first;
        this.last = last;
        this.tallies = tallies;
        this.overdueToday = overdueToday;
    }

    /** All rates on the last day. */
    public AccountHealth rates() {
        return new AccountHealth(
                seller,
                place.id(),
                now,
                Arrays.stream(Metric.values()).map(this::rate).toList());
    }

    /** A rate on the last day. */
    Rate rate(Metric metric) {
        return trend(metric, last).getLast().rate();
    }

    /** A metric on each of the days. */
    public List<TrendPoint> trend(Metric metric) {
        return trend(metric, first);
    }

    private List<TrendPoint> trend(Metric metric, LocalDate since) {
        LocalDate earliest = Window.of(metric, policies, since).first();
        Sums numerators = new Sums(earliest, day -> numerator(metric, day));
        Sums denominators = new Sums(earliest, day -> denominator(metric, tally(day)));
        List<TrendPoint> points = new ArrayList<>();
        for (LocalDate day = since; !day.isAfter(last); day = day.plusDays(1)) {
            Window window = Window.of(metric, policies, day);
            points.add(new TrendPoint(
                    day, Rate.of(metric, numerators.over(window), denominators.over(window), window, policies)));
        }
        return points;
    }

    /** What was ordered on each of the days, oldest first, days without orders included. */
    public List<Day> days() {
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Day(
                        day,
                        tally(day).get(Measure.ORDERS),
                        new Money(tally(day).get(Measure.SALES_MINOR), place.currency()),
                        tally(day).get(Measure.ORDER_DEFECTS)))
                .toList();
    }

    private Tally tally(LocalDate day) {
        return tallies.getOrDefault(day, Tally.NONE);
    }

    private long numerator(Metric metric, LocalDate day) {
        Tally tally = tally(day);
        return switch (metric) {
            case ORDER_DEFECT -> tally.get(Measure.ORDER_DEFECTS);
            case NEGATIVE_FEEDBACK -> tally.get(Measure.NEGATIVE_FEEDBACK);
            case LATE_SHIPMENT_SHORT, LATE_SHIPMENT_LONG -> tally.get(Measure.DUE_LATE) + overdue(tally, day);
            case CANCEL -> tally.get(Measure.CANCELLED_BY_SELLER);
            case ON_TIME_DELIVERY -> tally.get(Measure.ON_TIME_UNITS);
        };
    }

    private long overdue(Tally tally, LocalDate day) {
        if (day.isBefore(today)) {
            return tally.get(Measure.DUE_OPEN);
        }
        return day.equals(today) ? overdueToday : 0;
    }

    private static long denominator(Metric metric, Tally tally) {
        return switch (metric) {
            case ORDER_DEFECT, NEGATIVE_FEEDBACK, CANCEL -> tally.get(Measure.ORDERS);
            case LATE_SHIPMENT_SHORT, LATE_SHIPMENT_LONG -> tally.get(Measure.DUE);
            case ON_TIME_DELIVERY -> tally.get(Measure.PROMISED_UNITS);
        };
    }

    /** Counts added up from the earliest day on, so that any window costs one subtraction. */
    private final class Sums {
        private final LocalDate earliest;
        private final long[] until;

        Sums(LocalDate earliest, ToLongFunction<LocalDate> count) {
            this.earliest = earliest;
            this.until = new long[Math.toIntExact(ChronoUnit.DAYS.between(earliest, last)) + 2];
            for (int i = 1; i < until.length; i++) {
                until[i] = until[i - 1] + count.applyAsLong(earliest.plusDays(i - 1L));
            }
        }

        long over(Window window) {
            return until[index(window.last()) + 1] - until[index(window.first())];
        }

        private int index(LocalDate day) {
            return Math.toIntExact(ChronoUnit.DAYS.between(earliest, day));
        }
    }
}
