package org.openstall.listings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;

/**
 * One seller's offer of one product.
 *
 * @param handlingDays business days until shipment; null takes the marketplace's policy
 * @param reviewedAt when the seller last looked the quantity over
 */
public record Offer(
        OfferKey key,
        ProductId product,
        Condition condition,
        Money price,
        int quantity,
        @Nullable Integer handlingDays,
        boolean active,
        Instant reviewedAt) {

    public boolean canSell(int wanted) {
        return active && quantity >= wanted;
    }
}
