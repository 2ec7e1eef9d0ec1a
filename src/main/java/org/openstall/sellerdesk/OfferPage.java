package org.openstall.sellerdesk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/** One offer and how it came to be as it is. */
public record OfferPage(Stall stall, Offer offer, String title, int standardHandling, List<OfferChange> history)
        implements View {

    /** A value of the history as people read it. */
    public String shown(String field, String value, Frame frame) {
        return switch (field) {
            case "price" -> {
                String[] parts = value.split(" ", 2);
                yield parts.length == 2
                        ? frame.money(Money.ofDecimal(new BigDecimal(parts[1]), Currency.getInstance(parts[0])))
                        : value;
            }
            case "quantity" -> frame.number(Long.parseLong(value));
            case "handling" -> value.equals("null") ? standardHandling + " " + frame.t("desk.offer.standard") : value;
            case "status" -> frame.t("desk.offer." + value);
            default -> value;
        };
    }
}
