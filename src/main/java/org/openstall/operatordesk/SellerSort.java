package org.openstall.operatordesk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Metric;
import org.openstall.health.Rate;

/** The columns of the list of sellers. Each can sort it, sellers without data always last. */
public enum SellerSort {
    NAME(null),
    ORDERS(null),
    ORDER_DEFECT(Metric.ORDER_DEFECT),
    NEGATIVE_FEEDBACK(Metric.NEGATIVE_FEEDBACK),
    LATE_SHIPMENT_SHORT(Metric.LATE_SHIPMENT_SHORT),
    LATE_SHIPMENT_LONG(Metric.LATE_SHIPMENT_LONG),
    CANCEL(Metric.CANCEL),
    ON_TIME_DELIVERY(Metric.ON_TIME_DELIVERY),
    STATUS(null),
    STANDING(null);

    private final @Nullable Metric metric;

    SellerSort(@Nullable Metric metric) {
        this.metric = metric;
    }

    /** Exactly, without dividing. */
    private static int compare(Rate one, Rate other) {
        return Long.compare(
                Math.multiplyExact(one.numerator(), other.denominator()),
                Math.multiplyExact(other.numerator(), one.denominator()));
    }

    /** The rate in this column, null for the others. */
    public @Nullable Metric metric() {
        return metric;
    }

    /** How it is written in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SellerSort> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    /** What one wants to see first when choosing the column: the worst, the most, the beginning of the alphabet. */
    boolean startsDescending() {
        return this != NAME && this != ON_TIME_DELIVERY;
    }

    Comparator<SellerRow> comparator(boolean descending) {
        Comparator<SellerRow> values = metric != null
                ? Comparator.comparing(it -> it.rate(metric).orElseThrow(), SellerSort::compare)
                : switch (this) {
                    case NAME -> Comparator.comparing(it -> it.seller().name(), String.CASE_INSENSITIVE_ORDER);
                    case ORDERS -> Comparator.comparingLong(SellerRow::orders);
                    case STATUS -> Comparator.comparing(SellerRow::status);
                    default -> Comparator.comparing(SellerRow::standing);
                };
        Comparator<SellerRow> directed = descending ? values.reversed() : values;
        return withoutLast(directed)
                .thenComparing(Comparator.comparingLong(SellerRow::orders).reversed())
                .thenComparing(it -> it.seller().name())
                .thenComparing(it -> it.seller().id().value());
    }

    /** Rows that have no such rate come last, whatever the direction. */
    private Comparator<SellerRow> withoutLast(Comparator<SellerRow> values) {
        if (metric == null) {
            return values;
        }
        return (one, other) -> {
            boolean first = one.rate(metric).isPresent();
            boolean second = other.rate(metric).isPresent();
            return first && second ? values.compare(one, other) : Boolean.compare(second, first);
        };
    }
}
