package org.openstall.listings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer as the one who keeps the stock sees it.
 *
 * @param reviewedAt when its quantity was last looked over, by itself or with all others
 * @param stale whether that is longer ago than the marketplace's policy bears; a closed offer never is
 * @param runningLow whether it sells and its stock lasts for less than the days of the policy
 */
public record InventoryItem(
        Offer offer, Instant reviewedAt, Pace pace, boolean stale, boolean runningLow, NotAsDescribed notAsDescribed) {

    /** Whole days that the stock lasts; null if it does not sell. */
    public @Nullable Integer daysOfCover() {
        return pace.daysOfCover(offer.quantity());
    }
}
