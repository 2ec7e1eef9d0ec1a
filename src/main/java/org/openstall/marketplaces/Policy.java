package org.openstall.marketplaces;

import java.math.BigDecimal;

/**
 * A number that a marketplace's operator decides. Each has a default and the limits within which it makes sense.
 * Rates are percentages ({@code 4} is 4 %), spans are in the unit named.
 */
public enum Policy {
    ORDER_DEFECT_WINDOW(Unit.DAYS, "60", 7, 365),
    ORDER_DEFECT_TARGET(Unit.PERCENT, "1", 0, 100),
    ORDER_DEFECT_ALERT(Unit.PERCENT, "0.8", 0, 100),
    NEGATIVE_FEEDBACK_WARNING(Unit.PERCENT, "5", 0, 100),
    NEGATIVE_FEEDBACK_GREAT(Unit.PERCENT, "2", 0, 100),
    LATE_SHIPMENT_SHORT_WINDOW(Unit.DAYS, "10", 1, 365),
    LATE_SHIPMENT_LONG_WINDOW(Unit.DAYS, "30", 1, 365),
    LATE_SHIPMENT_TARGET(Unit.PERCENT, "4", 0, 100),
    LATE_SHIPMENT_ALERT(Unit.PERCENT, "3", 0, 100),
    CANCEL_WINDOW(Unit.DAYS, "7", 1, 365),
    CANCEL_TARGET(Unit.PERCENT, "2.5", 0, 100),
    CANCEL_ALERT(Unit.PERCENT, "2", 0, 100),
    /** Business days after ship-by until an order that is not confirmed is cancelled. */
    AUTOMATIC_CANCEL(Unit.DAYS, "7", 1, 60),
    ON_TIME_DELIVERY_WINDOW(Unit.DAYS, "14", 1, 365),
    ON_TIME_DELIVERY_LAG(Unit.DAYS, "7", 0, 60),
    ON_TIME_DELIVERY_TARGET(Unit.PERCENT, "90", 0, 100),
    ON_TIME_DELIVERY_ALERT(Unit.PERCENT, "93", 0, 100),
    FEEDBACK_PERIOD(Unit.DAYS, "90", 1, 365),
    FEEDBACK_REMOVAL_BY_BUYER(Unit.DAYS, "60", 0, 365),
    HANDLING_DAYS(Unit.DAYS, "2", 0, 30),
    ORDER_CUT_OFF(Unit.TIME_OF_DAY, "14", 0, 23),
    TRANSIT_DAYS(Unit.DAYS, "5", 0, 60),
    MAIL_TRIES(Unit.COUNT, "8", 1, 30),
    SHIPPING_FEE(Unit.MINOR_AMOUNT, "499", 0, 1_000_000),
    MAX_QUANTITY_PER_LINE(Unit.COUNT, "99", 1, 9_999),
    /** After so long without a review, a quantity is stale. */
    STALE_HOURS(Unit.HOURS, "24", 1, 720),
    /** An offer whose stock lasts for less is running low. */
    LOW_STOCK_DAYS(Unit.DAYS, "14", 1, 180),
    /** Whether books, music, video and DVD may be sold as gifts. */
    GIFTS_FOR_MEDIA(Unit.SWITCH, "0", 0, 1);

    /** How a policy's number is to be read and shown. */
    public enum Unit {
        PERCENT,
        DAYS,
        HOURS,
        /** Of the day, on the marketplace's clock. */
        TIME_OF_DAY,
        COUNT,
        /** Smallest units of the marketplace's currency. */
        MINOR_AMOUNT,
        /** 1 is yes, 0 is no. */
        SWITCH
    }

    private final Unit unit;
    private final BigDecimal byDefault;
    private final BigDecimal least;
    private final BigDecimal most;

    Policy(Unit unit, String byDefault, long least, long most) {
        this.unit = unit;
        this.byDefault = new BigDecimal(byDefault);
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
    }

    public Unit unit() {
        return unit;
    }

    public BigDecimal byDefault() {
        return byDefault;
    }

    public BigDecimal least() {
        return least;
    }

    public BigDecimal most() {
        return most;
    }

    /** Whether the number lies within the limits and is whole where only whole numbers make sense. */
    public boolean accepts(BigDecimal value) {
        boolean wholeEnough = unit == Unit.PERCENT
                ? value.stripTrailingZeros().scale() <= 4
                : value.stripTrailingZeros().scale() <= 0;
        return wholeEnough && value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
