package org.openstall.ordering;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.Gifts;

/**
 * What a buyer may ask for when he gives an item away.
 *
 * @param message whether a message is put in
 * @param wrap what wrapping one unit costs, possibly nothing; null if it is not wrapped
 */
public record GiftOptions(boolean message, @Nullable Money wrap) {
    public static final GiftOptions NONE = new GiftOptions(false, null);

    static GiftOptions of(GiftTerms terms, Gifts offered) {
        return terms.offered() ? new GiftOptions(offered.message(), offered.wrap() ? terms.wrap() : null) : NONE;
    }

    public boolean isAny() {
        return message || wrap != null;
    }

    /** Whether that is still to be had, at the price that was seen. */
    boolean allow(Gift gift) {
        return isAny()
                && (message || gift.message().isEmpty())
                && (!gift.isWrapped() || Objects.equals(gift.wrap(), wrap));
    }
}
