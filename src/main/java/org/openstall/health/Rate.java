package org.openstall.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Policies;

/**
 * An exact fraction of one metric with what it is held against. Display rounds, decisions never do.
 *
 * @param target in per cent
 * @param alert in per cent, null where the metric has none
 * @param great in per cent, null where the metric has none
 */
public record Rate(
        Metric metric,
        long numerator,
        long denominator,
        Window window,
        BigDecimal target,
        @Nullable BigDecimal alert,
        @Nullable BigDecimal great) {

    static Rate of(Metric metric, long numerator, long denominator, Window window, Policies policies) {
        return new Rate(
                metric,
                numerator,
                denominator,
                window,
                policies.value(metric.target()),
                metric.alert() == null ? null : policies.value(metric.alert()),
                metric.great() == null ? null : policies.value(metric.great()));
    }

    public Status status() {
        if (denominator == 0) {
            return Status.NO_DATA;
        }
        if (!passes(target)) {
            return Status.BAD;
        }
        if (alert != null && !passes(alert)) {
            return Status.ALERT;
        }
        return great != null && passes(great) ? Status.GREAT : Status.GOOD;
    }

    private boolean passes(BigDecimal level) {
        int comparison = BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .compareTo(level.multiply(BigDecimal.valueOf(denominator)));
        return switch (metric.direction()) {
            case LESS_THAN -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case AT_LEAST -> comparison >= 0;
        };
    }

    /** This rate if so many more counted, above and below the line: what a thing would do to it. */
    public Rate with(long numeratorMore, long denominatorMore) {
        return new Rate(metric, numerator + numeratorMore, denominator + denominatorMore, window, target, alert, great);
    }

    /**
     * How many more orders (or units) without a fault would bring the rate to the good side of its target; 0 if it
     * is there, or if none would do.
     */
    public long goodNeeded() {
        if (status() != Status.BAD) {
            return 0;
        }
        BigDecimal share = target.scaleByPowerOfTen(-2);
        return switch (metric.direction()) {
            case LESS_THAN ->
                target.signum() == 0
                        ? 0
                        : BigDecimal.valueOf(numerator)
                                        .divide(share, 0, RoundingMode.FLOOR)
                                        .longValueExact()
                                + 1
                                - denominator;
            case AT_MOST ->
                target.signum() == 0
                        ? 0
                        : BigDecimal.valueOf(numerator)
                                        .divide(share, 0, RoundingMode.CEILING)
                                        .longValueExact()
                                - denominator;
            case AT_LEAST ->
                share.compareTo(BigDecimal.ONE) >= 0
                        ? 0
                        : share.multiply(BigDecimal.valueOf(denominator))
                                .subtract(BigDecimal.valueOf(numerator))
                                .divide(BigDecimal.ONE.subtract(share), 0, RoundingMode.CEILING)
                                .longValueExact();
        };
    }

    /** In per cent, for plots only. */
    public double percent() {
        return denominator == 0 ? 0 : 100.0 * numerator / denominator;
    }
}
