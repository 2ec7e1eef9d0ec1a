package org.openstall.listings;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/** Between what a seller lets a price move, whoever moves it; null where there is no limit. */
public record PriceLimits(@Nullable Money least, @Nullable Money most) {
    public static final PriceLimits NONE = new PriceLimits(null, null);
}
