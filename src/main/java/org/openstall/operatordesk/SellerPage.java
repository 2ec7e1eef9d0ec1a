package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.openstall.feedback.Feedback;
import org.openstall.health.AccountHealth;
import org.openstall.health.FeedbackScore;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.pages.Chart;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Standing;
import org.openstall.sellers.StandingChange;

/**
 * All about a seller in one marketplace.
 *
 * @param standings where else he sells, the marketplace shown included
 * @param standingChanges the newest ones in the marketplace shown
 */
public record SellerPage(
        Seller seller,
        Map<Marketplace, Standing> standings,
        Moment moment,
        AccountHealth health,
        Chart days,
        List<FeedbackScore> scores,
        List<Order> orders,
        List<Feedback> feedback,
        Page<StandingChange> standingChanges)
        implements View {

    public SellerPage {
        scores = List.copyOf(scores);
        orders = List.copyOf(orders);
        feedback = List.copyOf(feedback);
    }

    /** In the marketplace shown. */
    public Standing standing() {
        return standings.getOrDefault(moment.place(), Standing.ACTIVE);
    }

    public String path() {
        return "/operator/sellers/" + seller.id();
    }
}
