package org.openstall.storefront;

import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.pages.TypedNumber;

/** Two prices as they were typed, either of which may be empty. One that makes no sense narrows nothing down. */
public record PriceRange(String typedLeast, String typedMost, Currency currency) {

    static PriceRange any(Currency currency) {
        return new PriceRange("", "", currency);
    }

    public @Nullable Money least() {
        return read(typedLeast);
    }

    public @Nullable Money most() {
        return isReversed() ? null : read(typedMost);
    }

    private boolean isReversed() {
        Money least = read(typedLeast);
        Money most = read(typedMost);
        return least != null && most != null && least.minor() > most.minor();
    }

    private @Nullable Money read(String typed) {
        int decimals = currency.getDefaultFractionDigits();
        return TypedNumber.read(typed, decimals)
                .map(it -> Money.ofDecimal(it.setScale(decimals, RoundingMode.HALF_UP), currency))
                .orElse(null);
    }

    public boolean isAny() {
        return least() == null && most() == null;
    }

    /** The key of what is wrong with the lowest price, or null. */
    public @Nullable String leastProblem() {
        return isUnreadable(typedLeast) ? "shop.search.price-not-a-number" : null;
    }

    /** The key of what is wrong with the highest price, or null. */
    public @Nullable String mostProblem() {
        if (isUnreadable(typedMost)) {
            return "shop.search.price-not-a-number";
        }
        return isReversed() ? "shop.search.prices-reversed" : null;
    }

    private boolean isUnreadable(String typed) {
        return !typed.isEmpty() && read(typed) == null;
    }
}
