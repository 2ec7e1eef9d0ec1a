package org.openstall.storefront;

import java.time.LocalDate;
import org.openstall.health.FeedbackScore;
import org.openstall.listings.Offer;
import org.openstall.sellers.Seller;

/**
 * An offer as a buyer compares it.
 *
 * @param score of the seller's lifetime
 * @param deliveredBy the last day on which it arrives if it is ordered now
 * @param most how many may go into the cart at once
 */
public record ShownOffer(Offer offer, Seller seller, FeedbackScore score, LocalDate deliveredBy, int most) {
    private static final int FEW = 5;

    public boolean inStock() {
        return offer.quantity() > 0;
    }

    /** Whether it is worth saying how many are left. */
    public boolean isScarce() {
        return inStock() && offer.quantity() <= FEW;
    }
}
