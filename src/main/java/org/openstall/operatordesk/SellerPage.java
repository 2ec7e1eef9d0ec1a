package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param typed what somebody has typed to change the standing
 * @param problem what keeps the standing from being changed, null while nothing was sent
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
        Page<StandingChange> standingChanges,
        Typed typed,
        @Nullable Problem problem)
        implements View {
    static final int LONGEST_REASON = 1_000;

    public SellerPage {
        scores = List.copyOf(scores);
        orders = List.copyOf(orders);
        feedback = List.copyOf(feedback);
    }

    /** The form that changes the standing, as it was typed. */
    public record Typed(@Nullable Standing to, String reason) {
        static final Typed NOTHING = new Typed(null, "");
    }

    /** Why the standing was not changed. */
    public enum Problem {
        REASON_MISSING,
        REASON_TOO_LONG,
        SAME,
        LOST
    }

    @Override
    public int status() {
        return problem == null ? 200 : problem == Problem.LOST ? 409 : 422;
    }

    public int longestReason() {
        return LONGEST_REASON;
    }

    /** What the form proposes. */
    public Standing to() {
        return typed.to() == null ? standing() : typed.to();
    }

    /** In the marketplace shown. */
    public Standing standing() {
        return standings.getOrDefault(moment.place(), Standing.ACTIVE);
    }

    public String path() {
        return "/operator/sellers/" + seller.id();
    }

    @Override
    public Marketplace place() {
        return moment.place();
    }
}
