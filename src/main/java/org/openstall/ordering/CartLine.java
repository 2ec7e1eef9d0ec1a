package org.openstall.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.OfferKey;

/**
 * So many units of an offer in a buyer's cart.
 *
 * @param priceSeen the unit price when he added it, if that is known
 */
public record CartLine(
        OfferKey offer,
        int quantity,
        Instant addedAt,
        @Nullable Money priceSeen) {}
