package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.ordering.GiftSettings;
import org.openstall.pages.View;

/**
 * What a seller does for presents.
 *
 * @param media whether the marketplace lets him do it for books and the like
 * @param wrap the price of wrapping as it is typed; empty if he does not wrap
 * @param refused the key of what is wrong with it
 */
public record GiftsPage(
        Stall stall,
        boolean media,
        boolean offered,
        String wrap,
        @Nullable String refused) implements View {

    public Money most() {
        return new Money(GiftSettings.MOST_WRAP, stall.marketplace().currency());
    }

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
