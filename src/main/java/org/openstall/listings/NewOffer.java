package org.openstall.listings;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;

/** An offer about to be listed. */
public record NewOffer(
        OfferKey key,
        ProductId product,
        Condition condition,
        Money price,
        int quantity,
        @Nullable Integer handlingDays,
        boolean active) {}
