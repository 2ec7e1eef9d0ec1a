package org.openstall.search;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;

/** A product as a result page shows it; the price is the lowest of its offers. */
public record SearchHit(
        ProductId product,
        String title,
        @Nullable String brand,
        String category,
        @Nullable String imageUrl,
        Money lowestPrice,
        int offers,
        boolean inStock) {}
