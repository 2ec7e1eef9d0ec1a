package org.openstall.listings;

import org.jspecify.annotations.Nullable;

/** Which stretch of a seller's inventory to show; {@code after} is the key of the page before. */
public record InventoryQuery(
        Filter filter, @Nullable String skuPrefix, @Nullable String after, int size) {

    /** Which offers to show. */
    public enum Filter {
        ALL,
        ACTIVE,
        /** Closed by the seller. */
        INACTIVE,
        SUPPRESSED,
        /** Inactive or suppressed. */
        NOT_ACTIVE,
        OUT_OF_STOCK,
        /** At most {@value #LOW} left. */
        LOW_STOCK
    }

    public static final int LOW = 5;
}
