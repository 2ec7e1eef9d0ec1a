package org.openstall.health;

import org.jspecify.annotations.Nullable;
import org.openstall.marketplaces.Policy;

/**
 * A rate of account health. Targets and alert levels are policies of the marketplace; "less than" passes only below
 * its target, "at least" from its target on, "at most" up to it.
 */
public enum Metric {
    /** Orders with at least one defect / orders, by order date. */
    ORDER_DEFECT(
            Direction.LESS_THAN,
            Policy.ORDER_DEFECT_WINDOW,
            null,
            Policy.ORDER_DEFECT_TARGET,
            Policy.ORDER_DEFECT_ALERT,
            "order_defect"),
    /** Orders with one or two stars in force / orders, by order date. */
    NEGATIVE_FEEDBACK(
            Direction.AT_MOST,
            Policy.ORDER_DEFECT_WINDOW,
            null,
            Policy.NEGATIVE_FEEDBACK_WARNING,
            null,
            "negative_feedback") {
        @Override
        Policy great() {
            return Policy.NEGATIVE_FEEDBACK_GREAT;
        }
    },
    /** Orders confirmed after ship-by, or past it and unconfirmed / orders not cancelled, by ship-by date. */
    LATE_SHIPMENT_SHORT(
            Direction.LESS_THAN,
            Policy.LATE_SHIPMENT_SHORT_WINDOW,
            null,
            Policy.LATE_SHIPMENT_TARGET,
            Policy.LATE_SHIPMENT_ALERT,
            "late_shipment_10d"),
    /** The same over a longer window. */
    LATE_SHIPMENT_LONG(
            Direction.LESS_THAN,
            Policy.LATE_SHIPMENT_LONG_WINDOW,
            null,
            Policy.LATE_SHIPMENT_TARGET,
            Policy.LATE_SHIPMENT_ALERT,
            "late_shipment_30d"),
    /** Orders cancelled by the seller before shipment / orders, by order date. */
    CANCEL(Direction.LESS_THAN, Policy.CANCEL_WINDOW, null, Policy.CANCEL_TARGET, Policy.CANCEL_ALERT, "cancel"),
    /** Tracked units delivered by the promised day / tracked units of confirmed orders, by promised day. */
    ON_TIME_DELIVERY(
            Direction.AT_LEAST,
            Policy.ON_TIME_DELIVERY_WINDOW,
            Policy.ON_TIME_DELIVERY_LAG,
            Policy.ON_TIME_DELIVERY_TARGET,
            Policy.ON_TIME_DELIVERY_ALERT,
            "on_time_delivery");

    /** Which side of the target is the good one. */
    public enum Direction {
        LESS_THAN,
        AT_MOST,
        AT_LEAST
    }

    private final Direction direction;
    private final Policy window;
    private final @Nullable Policy lag;
    private final Policy target;
    private final @Nullable Policy alert;
    private final String code;

    Metric(
            Direction direction,
            Policy window,
            @Nullable Policy lag,
            Policy target,
            @Nullable Policy alert,
            String code) {
        this.direction = direction;
        this.window = window;
        this.lag = lag;
        this.target = target;
        this.alert = alert;
        this.code = code;
    }

    public Direction direction() {
        return direction;
    }

    Policy window() {
        return window;
    }

    @Nullable
    Policy lag() {
        return lag;
    }

    Policy target() {
        return target;
    }

    @Nullable
    Policy alert() {
        return alert;
    }

    /** The level from which on the rate is great, if that is told of it. */
    @Nullable
    Policy great() {
        return null;
    }

    /** The name in exports. */
    public String code() {
        return code;
    }
}
