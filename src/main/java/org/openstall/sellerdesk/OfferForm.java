package org.openstall.sellerdesk;

import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.Handling;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;

/**
 * What a seller has typed into an offer's row.
 *
 * @param seenQuantity the quantity the row showed; orders may have changed it since, so it is only written if the
 *     seller has typed another
 */
public record OfferForm(String price, String quantity, String seenQuantity, String handling) {

    static OfferForm of(Offer offer) {
        String quantity = Integer.toString(offer.quantity());
        return new OfferForm(
                offer.price().toDecimal().toPlainString(),
                quantity,
                quantity,
                offer.handlingDays() == null ? "" : offer.handlingDays().toString());
    }

    /** What was read, or what could not be: one of the two is there. */
    record Reading(@Nullable OfferEdit edit, Map<String, String> errors) {}

    Reading read(Offer before) {
        Currency currency = before.price().currency();
        TypedFields fields = new TypedFields();
        Money readPrice = fields.price("price", price, currency);
        Integer readQuantity =
                quantity.strip().equals(seenQuantity.strip()) ? null : fields.quantity("quantity", quantity);
        Integer most = fields.days("handling", handling);
        OfferEdit edit = new OfferEdit(
                readPrice, null, readQuantity, handling(before.terms().handling(), most), null, null, null);
        return new Reading(fields.errors().isEmpty() ? edit : null, fields.errors());
    }

    /** The row only shows the longest time; a shortest one stays as far as it fits. */
    private static Handling handling(Handling before, @Nullable Integer most) {
        Integer least = before.least();
        return most == null ? Handling.STANDARD : new Handling(least != null && least > most ? most : least, most);
    }
}
