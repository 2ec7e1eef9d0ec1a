package org.openstall.shipping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be shipped.
 *
 * @param template null for the seller's default
 * @param price of one unit, in minor units
 * @param milligrams of one unit; null if nobody knows, and then {@value #ASSUMED_MILLIGRAMS} are assumed
 */
public record ShippedLine(
        @Nullable UUID template,
        Goods goods,
        int quantity,
        long price,
        @Nullable Long milligrams) {
    public static final long ASSUMED_MILLIGRAMS = 500_000;

    /** In milligrams. */
    long weight() {
        return quantity * (milligrams == null ? ASSUMED_MILLIGRAMS : milligrams);
    }
}
