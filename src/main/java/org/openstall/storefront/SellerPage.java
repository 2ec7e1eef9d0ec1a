package org.openstall.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.feedback.Feedback;
import org.openstall.health.FeedbackScore;
import org.openstall.kernel.Page;
import org.openstall.listings.Offer;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/**
 * A seller as buyers see him.
 *
 * @param scores over 30, 90 and 365 days and the lifetime
 * @param stars which feedback is shown; null is all
 * @param items the first of what he sells
 */
public record SellerPage(
        Seller seller, List<FeedbackScore> scores, @Nullable Integer stars, Page<Feedback> feedback, Page<Item> items)
        implements View {

    public SellerPage {
        scores = List.copyOf(scores);
    }

    /** A product and the seller's offer of it. */
    public record Item(Offer offer, Product product) {}

    public FeedbackScore lifetime() {
        return scores.getLast();
    }
}
