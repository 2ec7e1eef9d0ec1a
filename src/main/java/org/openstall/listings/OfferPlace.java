package org.openstall.listings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended among the offers of a product: those in stock first, then by price. It travels in addresses; what is
 * none leads to the beginning.
 */
record OfferPlace(boolean soldOut, long price, String seller, String sku) {
    static final OfferPlace FIRST = new OfferPlace(false, -1, "", "");
    static final Pattern WRITTEN = Pattern.compile("([01])/([0-9]{1,18})/([^/]+)/(.+)");

    static OfferPlace of(Offer offer) {
        return new OfferPlace(
                offer.quantity() == 0,
                offer.price().minor(),
                offer.key().seller().value(),
                offer.key().sku().value());
    }

    static OfferPlace parse(@Nullable String text) {
        Matcher written = WRITTEN.matcher(text == null ? "" : text);
        return written.matches()
                ? new OfferPlace(
                        written.group(1).equals("1"),
                        Long.parseLong(written.group(2)),
                        written.group(3),
                        written.group(4))
                : FIRST;
    }

    @Override
    public String toString() {
        return (soldOut ? "1/" : "0/") + price + "/" + seller + "/" + sku;
    }
}
