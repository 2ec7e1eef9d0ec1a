package org.openstall.listings;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;

/**
 * One seller's offer of one product.
 *
 * @param open whether the seller offers it
 * @param suppressions what keeps it from buyers although it is open
 * @param openedAt when it was listed
 * @param reviewedAt when the seller last looked the quantity over
 * @param shippingTemplate how it is shipped; null goes by the seller's default
 */
public record Offer(
        OfferKey key,
        ProductId product,
        Condition condition,
        Terms terms,
        boolean open,
        Set<Suppression> suppressions,
        Instant openedAt,
        Instant reviewedAt,
        @Nullable UUID shippingTemplate) {

    public Offer {
        suppressions = Set.copyOf(suppressions);
    }

    public Money price() {
        return terms.price();
    }

    public int quantity() {
        return terms.quantity();
    }

    /** Business days until shipment at most; null goes by the seller's default. */
    public @Nullable Integer handlingDays() {
        return terms.handling().most();
    }

    public OfferStatus status() {
        if (!open) {
            return OfferStatus.INACTIVE;
        }
        return suppressions.isEmpty() ? OfferStatus.ACTIVE : OfferStatus.SUPPRESSED;
    }

    public boolean active() {
        return status() == OfferStatus.ACTIVE;
    }

    public boolean canSell(int wanted) {
        return active() && quantity() >= wanted;
    }
}
