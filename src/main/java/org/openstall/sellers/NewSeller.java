package org.openstall.sellers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;

/**
 * A business about to open in one marketplace.
 *
 * @param source where it is imported from, such as {@code olist}; null with {@code externalId} for a newcomer
 */
public record NewSeller(
        String name,
        String place,
        MarketplaceId marketplace,
        Instant since,
        @Nullable String source,
        @Nullable String externalId) {

    public static NewSeller newcomer(String name, String place, MarketplaceId marketplace, Instant since) {
        return new NewSeller(name, place, marketplace, since, null, null);
    }
}
