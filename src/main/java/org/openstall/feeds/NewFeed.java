package org.openstall.feeds;

import java.util.UUID;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/**
 * A file about to be queued.
 *
 * @param submission made when the form was shown: sent twice, it is one file
 */
public record NewFeed(
        SellerId seller,
        UUID submission,
        MarketplaceId marketplace,
        FeedKind kind,
        boolean purge,
        FeedSettings settings,
        String submittedBy) {}
