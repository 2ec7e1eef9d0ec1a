package org.openstall.ordering;

import java.util.List;
import java.util.OptionalInt;
import org.openstall.listings.Handling;

/**
 * How long a seller has taken from order to confirmation, in business days, beside what he had promised.
 *
 * @param orders how many were looked at; without any, the other numbers say nothing
 * @param promised the median of what was promised
 * @param median half of the orders took no longer
 * @param most nine of ten orders took no longer
 * @param late how many took longer than was promised for them
 */
public record Achieved(int orders, int promised, int median, int most, int late) {
    static final Achieved NOTHING = new Achieved(0, 0, 0, 0, 0);

    /** From fewer orders nothing can be told. */
    private static final int ENOUGH = 10;

    /** Business days of one order. */
    record Span(int promised, int taken) {}

    static Achieved of(List<Span> spans) {
        if (spans.isEmpty()) {
            return NOTHING;
        }
        int[] promised = spans.stream().mapToInt(Span::promised).sorted().toArray();
        int[] taken = spans.stream().mapToInt(Span::taken).sorted().toArray();
        int late = (int) spans.stream().filter(it -> it.taken() > it.promised()).count();
        return new Achieved(spans.size(), at(promised, 50), at(taken, 50), at(taken, 90), late);
    }

    /** The smallest number that so many of a hundred do not exceed. */
    private static int at(int[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    public boolean isEnough() {
        return orders >= ENOUGH;
    }

    /** Whether more than one order in ten took longer than is usually promised. */
    public boolean isUnrealistic() {
        return isEnough() && most > promised;
    }

    /** The handling time to promise instead, if another one that may be promised would be truer, or better for sales. */
    public OptionalInt suggestion() {
        int truer = Math.min(most, Handling.MOST_DAYS);
        return isEnough() && truer != promised ? OptionalInt.of(truer) : OptionalInt.empty();
    }
}
