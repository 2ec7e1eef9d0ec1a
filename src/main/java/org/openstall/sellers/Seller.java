package org.openstall.sellers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.SellerId;

/**
 * A business that sells.
 *
 * @param place city and region as shown on the storefront, possibly empty
 * @param externalId the id it had in the marketplace it was imported from
 */
public record Seller(
        SellerId id,
        String name,
        String place,
        Instant since,
        @Nullable String externalId) {}
