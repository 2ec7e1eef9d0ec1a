package org.openstall.listings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;

/**
 * Which stretch of a seller's inventory to show.
 *
 * @param prefix the beginning of a SKU, or a product's id; null for all
 * @param products products that what was searched for also stands for; only with a prefix
 * @param after the key of the page before
 */
public record InventoryQuery(
        Filter filter,
        Sort sort,
        @Nullable String prefix,
        Set<ProductId> products,
        @Nullable String after,
        int size) {

    public InventoryQuery {
        products = Set.copyOf(products);
    }

    /** Sorted by SKU. */
    public InventoryQuery(Filter filter, @Nullable String prefix, @Nullable String after, int size) {
        this(filter, Sort.SKU, prefix, Set.of(), after, size);
    }

    /** Which offers to show. */
    public enum Filter {
        ALL,
        ACTIVE,
        /** Closed by the seller. */
        INACTIVE,
        SUPPRESSED,
        /** Inactive or suppressed. */
        NOT_ACTIVE,
        /** Open, with nothing left. */
        OUT_OF_STOCK,
        /** Open, and sells so that its stock does not last for the days of the policy. */
        LOW_STOCK,
        /** Open, and not reviewed for the hours of the policy. */
        STALE
    }

    /** By what to sort; within the same value by SKU. */
    public enum Sort {
        /** What is sold out first comes first; then what does not sell. */
        COVER,
        /** Best sellers first; then what does not sell. */
        PACE,
        /** What was not reviewed by itself for longest first. */
        REVIEWED,
        QUANTITY,
        QUANTITY_DOWN,
        PRICE,
        PRICE_DOWN,
        SKU
    }
}
