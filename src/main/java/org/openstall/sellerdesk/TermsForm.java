package org.openstall.sellerdesk;

import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.Gifts;
import org.openstall.listings.Handling;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.PriceLimits;
import org.openstall.listings.Terms;

/**
 * What a seller has typed about all of an offer's terms; {@code sellerdesk/terms.jte} shows the fields.
 *
 * @param seenQuantity the quantity the form showed; empty for a new offer
 */
public record TermsForm(
        String price,
        String minimum,
        String maximum,
        String quantity,
        String seenQuantity,
        String handlingLeast,
        String handlingMost,
        String note,
        boolean giftMessage,
        boolean giftWrap) {

    public static final TermsForm EMPTY = new TermsForm("", "", "", "", "", "", "", "", false, false);

    static TermsForm of(Terms terms) {
        String quantity = Integer.toString(terms.quantity());
        return new TermsForm(
                plain(terms.price()),
                plain(terms.limits().least()),
                plain(terms.limits().most()),
                quantity,
                quantity,
                plain(terms.handling().least()),
                plain(terms.handling().most()),
                terms.note() == null ? "" : terms.note(),
                terms.gifts().message(),
                terms.gifts().wrap());
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "" : money.toDecimal().toPlainString();
    }

    private static String plain(@Nullable Integer days) {
        return days == null ? "" : days.toString();
    }

    /** What was read, or what could not be: one of the two is there. */
    record Reading(@Nullable Terms terms, Map<String, String> errors) {}

    Reading read(Currency currency) {
        TypedFields fields = new TypedFields();
        Money readPrice = fields.price("price", price, currency);
        Money least = minimum.isBlank() ? null : fields.price("minimum", minimum, currency);
        Money most = maximum.isBlank() ? null : fields.price("maximum", maximum, currency);
        Integer readQuantity = fields.quantity("quantity", quantity);
        Integer longest = fields.days("handling", handlingMost);
        Integer shortest = fields.days("handling", handlingLeast);
        if (readPrice == null || readQuantity == null || !fields.errors().isEmpty()) {
            return new Reading(null, fields.errors());
        }
        Terms terms = new Terms(
                readPrice,
                new PriceLimits(least, most),
                readQuantity,
                new Handling(shortest, longest),
                note.isBlank() ? null : note.strip(),
                new Gifts(giftMessage, giftWrap));
        return new Reading(terms, fields.errors());
    }

    /** The edit that brings an offer to these terms; a quantity that was only shown stays as orders have made it. */
    OfferEdit edit(Terms terms) {
        return new OfferEdit(
                terms.price(),
                terms.limits(),
                quantity.strip().equals(seenQuantity.strip()) ? null : terms.quantity(),
                terms.handling(),
                terms.note() == null ? "" : terms.note(),
                terms.gifts(),
                null);
    }
}
