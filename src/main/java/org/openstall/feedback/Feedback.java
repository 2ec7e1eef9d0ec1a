package org.openstall.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/**
 * A buyer's opinion of one order.
 *
 * @param stars one to five; one and two are negative, three is neutral, four and five are positive
 * @param endedAt from when on it no longer counts; null while it is in force
 */
public record Feedback(
        SellerId seller,
        OrderId order,
        UUID id,
        MarketplaceId marketplace,
        BuyerId buyer,
        String buyerName,
        int stars,
        Answers answers,
        String comment,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable End end) {

    /** The three questions beside the stars; null is no answer. */
    public record Answers(
            @Nullable Boolean arrivedOnTime,
            @Nullable Boolean asDescribed,
            @Nullable Boolean goodService) {
        public static final Answers NONE = new Answers(null, null, null);
    }

    /** Why feedback no longer counts. */
    public enum End {
        REMOVED_BY_BUYER,
        /** The buyer's later answer took its place. */
        SUPERSEDED
    }

    public boolean isInForce(Instant at) {
        return !givenAt.isAfter(at) && (endedAt == null || endedAt.isAfter(at));
    }

    public boolean isNegative() {
        return stars <= 2;
    }

    /** Whether it says that what came was not what was offered. */
    boolean isAgainstOffers() {
        return isNegative() && Boolean.FALSE.equals(answers.asDescribed());
    }

    public boolean isPositive() {
        return stars >= 4;
    }
}
