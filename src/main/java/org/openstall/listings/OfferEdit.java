package org.openstall.listings;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/**
 * What a seller wants changed; null leaves as it is.
 *
 * @param note an empty one takes the note away
 */
public record OfferEdit(
        @Nullable Money price,
        @Nullable PriceLimits limits,
        @Nullable Integer quantity,
        @Nullable Handling handling,
        @Nullable String note,
        @Nullable Gifts gifts,
        @Nullable Boolean open) {

    public static OfferEdit price(Money price) {
        return new OfferEdit(price, null, null, null, null, null, null);
    }

    public static OfferEdit quantity(int quantity) {
        return new OfferEdit(null, null, quantity, null, null, null, null);
    }

    public static OfferEdit open(boolean open) {
        return new OfferEdit(null, null, null, null, null, null, open);
    }

    Terms applyTo(Terms before) {
        return new Terms(
                price == null ? before.price() : price,
                limits == null ? before.limits() : limits,
                quantity == null ? before.quantity() : quantity,
                handling == null ? before.handling() : handling,
                note == null ? before.note() : note.isBlank() ? null : note.strip(),
                gifts == null ? before.gifts() : gifts);
    }
}
