package org.openstall.listings;

import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/** What an offer may be. */
final class OfferPolicy {
    static final int MOST_QUANTITY = 1_000_000;
    static final long MOST_PRICE_MINOR = 100_000_000_00L;
    static final int LONGEST_NOTE = 2_000;

    private OfferPolicy() {}

    static Set<OfferRefusal> refusals(Terms terms, Currency currency) {
        Set<OfferRefusal> refusals = EnumSet.noneOf(OfferRefusal.class);
        Money price = terms.price();
        if (!price.currency().equals(currency)) {
            refusals.add(OfferRefusal.PRICE_IN_OTHER_CURRENCY);
        } else if (!price.isPositive()) {
            refusals.add(OfferRefusal.PRICE_NOT_POSITIVE);
        } else if (price.minor() > MOST_PRICE_MINOR) {
            refusals.add(OfferRefusal.PRICE_TOO_HIGH);
        } else {
            refusals.addAll(refusals(price, terms.limits()));
        }
        if (terms.quantity() < 0) {
            refusals.add(OfferRefusal.QUANTITY_NEGATIVE);
        }
        if (terms.quantity() > MOST_QUANTITY) {
            refusals.add(OfferRefusal.QUANTITY_TOO_HIGH);
        }
        refusals.addAll(terms.handling().refusals());
        String note = terms.note();
        if (note != null && note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            refusals.add(OfferRefusal.NOTE_TOO_LONG);
        }
        return refusals;
    }

    private static Set<OfferRefusal> refusals(Money price, PriceLimits limits) {
        Money least = limits.least();
        Money most = limits.most();
        if (!isLimit(least, price.currency()) || !isLimit(most, price.currency())) {
            return EnumSet.of(OfferRefusal.LIMIT_NOT_A_PRICE);
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            return EnumSet.of(OfferRefusal.MINIMUM_ABOVE_MAXIMUM);
        }
        if (least != null && price.compareTo(least) < 0) {
            return EnumSet.of(OfferRefusal.PRICE_BELOW_MINIMUM);
        }
        return most != null && price.compareTo(most) > 0
                ? EnumSet.of(OfferRefusal.PRICE_ABOVE_MAXIMUM)
                : EnumSet.noneOf(OfferRefusal.class);
    }

    private static boolean isLimit(@Nullable Money limit, Currency currency) {
        return limit == null
                || (limit.currency().equals(currency) && limit.isPositive() && limit.minor() <= MOST_PRICE_MINOR);
    }
}
