package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.openstall.feedback.Feedback;
import org.openstall.health.AccountHealth;
import org.openstall.health.FeedbackScore;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.pages.Chart;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Standing;

/**
 * All about a seller in one marketplace.
 *
 * @param standings where else he sells, the marketplace shown included
 */
public record SellerPage(
        Seller seller,
        Map<Marketplace, Standing> standings,
        Moment moment,
        AccountHealth health,
        Chart days,
        List<FeedbackScore> scores,
        List<Order> orders,
        List<Feedback> feedback)
        implements View {

    public SellerPage {
        scores = List.copyOf(scores);
        orders = List.copyOf(orders);
        feedback = List.copyOf(feedback);
    }

    public String path() {
        return "/operator/sellers/" + seller.id();
    }
}
