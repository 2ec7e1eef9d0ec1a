package org.openstall.sellerdesk;

import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.Handling;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;

/** What a seller has typed into an offer's row. */
public record OfferForm(String price, String quantity, String handling) {

    static OfferForm of(Offer offer) {
        return new OfferForm(
                offer.price().toDecimal().toPlainString(),
                Integer.toString(offer.quantity()),
                offer.handlingDays() == null ? "" : offer.handlingDays().toString());
    }

    static OfferForm of(Map<String, String> typed) {
        return new OfferForm(
                typed.getOrDefault("price", ""),
                typed.getOrDefault("quantity", ""),
                typed.getOrDefault("handling", ""));
    }

    /** The row as it is now shown. */
    Seen asSeen() {
        return Seen.of(Map.of("price", price, "quantity", quantity, "handling", handling));
    }

    /** What was read, or what could not be: one of the two is there. */
    record Reading(@Nullable OfferEdit edit, Map<String, String> errors) {}

    /** Reads what the seller has typed over. */
    Reading read(Offer before, Seen seen) {
        Currency currency = before.price().currency();
        TypedFields fields = new TypedFields();
        Money newPrice = seen.isUnchanged("price", price) ? null : fields.price("price", price, currency);
        Integer newQuantity = seen.isUnchanged("quantity", quantity) ? null : fields.quantity("quantity", quantity);
        Handling newHandling = seen.isUnchanged("handling", handling)
                ? null
                : handling(before.terms().handling(), fields.days("handling", handling));
        OfferEdit edit = new OfferEdit(newPrice, null, newQuantity, newHandling, null, null, null);
        return new Reading(fields.errors().isEmpty() ? edit : null, fields.errors());
    }

    /** The row only shows the longest time; a shortest one stays as far as it fits. */
    private static Handling handling(Handling before, @Nullable Integer most) {
        Integer least = before.least();
        return most == null ? Handling.STANDARD : new Handling(least != null && least > most ? most : least, most);
    }
}
