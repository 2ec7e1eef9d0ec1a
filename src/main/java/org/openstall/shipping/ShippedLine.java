package org.openstall.shipping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be shipped.
 *
 * @param template null for the seller's default
 * @param price of one unit, in minor units
 * @param grams of one unit; null if nobody knows, and then {@value #ASSUMED_GRAMS} are assumed
 */
public record ShippedLine(
        @Nullable UUID template,
        Goods goods,
        int quantity,
        long price,
        @Nullable Integer grams) {
    public static final int ASSUMED_GRAMS = 500;

    long weight() {
        return (long) quantity * (grams == null ? ASSUMED_GRAMS : grams);
    }
}
