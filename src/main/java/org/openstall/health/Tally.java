package org.openstall.health;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of one seller and one local day, or differences of them. */
final class Tally {

    /** What is counted, and which of an order's days it is counted under. */
    enum Measure {
        /** By order day. */
        ORDERS,
        /** By order day, in the smallest unit of the marketplace's currency. */
        SALES_MINOR,
        /** By order day. */
        ORDER_DEFECTS,
        /** By order day. */
        NEGATIVE_FEEDBACK,
        /** By order day. */
        CANCELLED_BY_SELLER,
        /** By ship-by day: orders that were not cancelled. */
        DUE,
        /** By ship-by day: not confirmed yet. */
        DUE_OPEN,
        /** By ship-by day: confirmed after ship-by. */
        DUE_LATE,
        /** By promised day: tracked units of confirmed orders. */
        PROMISED_UNITS,
        /** By promised day: those delivered by then. */
        ON_TIME_UNITS,
        /** By day of the feedback, as are the next two. */
        FEEDBACK_POSITIVE,
        FEEDBACK_NEUTRAL,
        FEEDBACK_NEGATIVE;

        private final String column = name().toLowerCase(Locale.ROOT);

        /** The column it is kept in. */
        String column() {
            return column;
        }
    }

    /** Of a day on which nothing has happened; not to be added to. */
    static final Tally NONE = new Tally();

    private final Map<Measure, Long> counts = new EnumMap<>(Measure.class);

    void add(Measure measure, long count) {
        if (count != 0) {
            counts.merge(measure, count, Long::sum);
            counts.remove(measure, 0L);
        }
    }

    void addIf(boolean condition, Measure measure) {
        if (condition) {
            add(measure, 1);
        }
    }

    void add(Tally other, int sign) {
        other.counts.forEach((measure, count) -> add(measure, sign * count));
    }

    long get(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally && counts.equals(tally.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return isZero()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(it -> it.getKey().column() + " " + it.getValue())
                        .collect(Collectors.joining(", "));
    }
}
