package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/**
 * What buyers say of one seller in a marketplace, the newest first.
 *
 * @param stars only feedback of so many; null for all
 */
public record SellersFeedbackPage(
        Seller seller, Marketplace place, @Nullable Integer stars, Page<Feedback> feedback) implements View {

    public String path() {
        return "/operator/sellers/" + seller.id();
    }
}
