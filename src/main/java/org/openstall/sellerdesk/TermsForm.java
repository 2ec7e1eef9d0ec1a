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

/** What a seller has typed about all of an offer's terms; {@code sellerdesk/terms.jte} shows the fields. */
public record TermsForm(
        String price,
        String minimum,
        String maximum,
        String quantity,
        String handlingLeast,
        String handlingMost,
        String note,
        boolean giftMessage,
        boolean giftWrap) {

    public static final TermsForm EMPTY = new TermsForm("", "", "", "", "", "", "", false, false);

    static TermsForm of(Terms terms) {
        return new TermsForm(
                plain(terms.price()),
                plain(terms.limits().least()),
                plain(terms.limits().most()),
                Integer.toString(terms.quantity()),
                plain(terms.handling().least()),
                plain(terms.handling().most()),
                terms.note() == null ? "" : terms.note(),
                terms.gifts().message(),
                terms.gifts().wrap());
    }

    static TermsForm of(Map<String, String> typed) {
        return new TermsForm(
                typed.getOrDefault("price", ""),
                typed.getOrDefault("minimum", ""),
                typed.getOrDefault("maximum", ""),
                typed.getOrDefault("quantity", ""),
                typed.getOrDefault("handlingLeast", ""),
                typed.getOrDefault("handlingMost", ""),
                typed.getOrDefault("note", ""),
                Boolean.parseBoolean(typed.get("giftMessage")),
                Boolean.parseBoolean(typed.get("giftWrap")));
    }

    /** The form as it is now shown. */
    Seen asSeen() {
        return Seen.of(Map.of(
                "price",
                price,
                "minimum",
                minimum,
                "maximum",
                maximum,
                "quantity",
                quantity,
                "handlingLeast",
                handlingLeast,
                "handlingMost",
                handlingMost,
                "note",
                note,
                "giftMessage",
                Boolean.toString(giftMessage),
                "giftWrap",
                Boolean.toString(giftWrap)));
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

    /** The edit that brings an offer to these terms, where the seller has typed over what the form showed. */
    OfferEdit edit(Terms terms, Terms before, Seen seen) {
        PriceLimits limits = new PriceLimits(
                seen.isUnchanged("minimum", minimum)
                        ? before.limits().least()
                        : terms.limits().least(),
                seen.isUnchanged("maximum", maximum)
                        ? before.limits().most()
                        : terms.limits().most());
        Handling handling = new Handling(
                seen.isUnchanged("handlingLeast", handlingLeast)
                        ? before.handling().least()
                        : terms.handling().least(),
                seen.isUnchanged("handlingMost", handlingMost)
                        ? before.handling().most()
                        : terms.handling().most());
        Gifts gifts = new Gifts(
                seen.isUnchanged("giftMessage", Boolean.toString(giftMessage))
                        ? before.gifts().message()
                        : giftMessage,
                seen.isUnchanged("giftWrap", Boolean.toString(giftWrap))
                        ? before.gifts().wrap()
                        : giftWrap);
        return new OfferEdit(
                seen.isUnchanged("price", price) ? null : terms.price(),
                limits.equals(before.limits()) ? null : limits,
                seen.isUnchanged("quantity", quantity) ? null : terms.quantity(),
                handling.equals(before.handling()) ? null : handling,
                seen.isUnchanged("note", note) ? null : terms.note() == null ? "" : terms.note(),
                gifts.equals(before.gifts()) ? null : gifts,
                null);
    }
}
