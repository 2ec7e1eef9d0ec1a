package org.openstall.storefront;

import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Take;

/** How a checkout page remembers what it showed: seller, quantity, price in minor units and SKU, by blanks. */
final class SeenLine {
    private static final Pattern FORM = Pattern.compile("(\\S+) ([1-9]\\d{0,3}) ([1-9]\\d{0,11}) (.+)");

    private SeenLine() {}

    static String write(Basket.Line line) {
        return line.key().seller()
                + " " + line.quantity()
                + " " + line.unitPrice().minor()
                + " " + line.key().sku();
    }

    static Optional<Take> read(String text, MarketplaceId marketplace, Currency currency) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !SellerId.isValid(parts.group(1)) || !Sku.isValid(parts.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new Take(
                new OfferKey(new SellerId(parts.group(1)), marketplace, new Sku(parts.group(4))),
                Integer.parseInt(parts.group(2)),
                new Money(Long.parseLong(parts.group(3)), currency)));
    }
}
