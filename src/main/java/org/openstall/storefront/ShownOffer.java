package org.openstall.storefront;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.health.FeedbackScore;
import org.openstall.listings.Offer;
import org.openstall.sellers.Seller;

/**
 * An offer as a buyer compares it.
 *
 * @param score of the seller's lifetime
 * @param deliveries how one unit of it can be had, the cheapest first; none if it is not shipped to the visitor
 * @param most how many may go into the cart at once
 */
public record ShownOffer(Offer offer, Seller seller, FeedbackScore score, List<ShownDelivery> deliveries, int most) {
    private static final int FEW = 5;

    public ShownOffer {
        deliveries = List.copyOf(deliveries);
    }

    public @Nullable ShownDelivery cheapest() {
        return deliveries.isEmpty() ? null : deliveries.getFirst();
    }

    /** Another way that is there sooner, the soonest; null if the cheapest already is. */
    public @Nullable ShownDelivery soonest() {
        ShownDelivery soonest = cheapest();
        for (ShownDelivery delivery : deliveries) {
            if (soonest != null && delivery.by().isBefore(soonest.by())) {
                soonest = delivery;
            }
        }
        return Objects.equals(soonest, cheapest()) ? null : soonest;
    }

    public boolean inStock() {
        return offer.quantity() > 0;
    }

    /** Whether it is worth saying how many are left. */
    public boolean isScarce() {
        return inStock() && offer.quantity() <= FEW;
    }
}
