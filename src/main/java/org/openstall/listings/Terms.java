package org.openstall.listings;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/**
 * What a seller decides about an offer.
 *
 * @param note the condition in the seller's words; null if there is nothing to say
 */
public record Terms(
        Money price,
        PriceLimits limits,
        int quantity,
        Handling handling,
        @Nullable String note,
        Gifts gifts) {

    /** A price and a quantity, and nothing out of the ordinary. */
    public static Terms of(Money price, int quantity) {
        return new Terms(price, PriceLimits.NONE, quantity, Handling.STANDARD, null, Gifts.NONE);
    }

    public Terms with(Handling other) {
        return new Terms(price, limits, quantity, other, note, gifts);
    }

    public Terms with(PriceLimits other) {
        return new Terms(price, other, quantity, handling, note, gifts);
    }

    public Terms with(Gifts other) {
        return new Terms(price, limits, quantity, handling, note, other);
    }

    public Terms withNote(@Nullable String other) {
        return new Terms(price, limits, quantity, handling, other, gifts);
    }
}
