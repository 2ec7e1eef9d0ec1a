package org.openstall.listings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How fast an offer sells: units ordered over the last 7 and 30 local days, today included, less cancelled ones. The
 * faster of the two counts, so that a season's rush warns early and a quiet week does not lull.
 */
public record Pace(int week, int month) {
    public static final Pace NONE = new Pace(0, 0);

    private static final int DAYS = 210;

    private int inDays() {
        return Math.max(week * (DAYS / 7), month * (DAYS / 30));
    }

    public boolean sells() {
        return inDays() > 0;
    }

    /** Units a day, to one decimal, or to two if that is next to nothing. */
    public BigDecimal perDay() {
        BigDecimal fine = BigDecimal.valueOf(inDays()).divide(BigDecimal.valueOf(DAYS), 2, RoundingMode.HALF_UP);
        return fine.compareTo(new BigDecimal("0.1")) < 0 ? fine : fine.setScale(1, RoundingMode.HALF_UP);
    }

    /** Units in a week, rounded. */
    public int perWeek() {
        return Math.round(inDays() / (float) (DAYS / 7));
    }

    /** Hours until so many units are sold, cut off; null if none are. */
    @Nullable
    Integer hoursOfCover(int quantity) {
        return sells() ? (int) Math.min((long) quantity * DAYS * 24 / inDays(), Integer.MAX_VALUE) : null;
    }

    /** Whole days until so many units are sold; null if none are. */
    public @Nullable Integer daysOfCover(int quantity) {
        return sells() ? (int) Math.min((long) quantity * DAYS / inDays(), Integer.MAX_VALUE) : null;
    }
}
