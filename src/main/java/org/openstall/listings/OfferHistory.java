package org.openstall.listings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one act has changed in an offer, as the history keeps it. */
record OfferHistory(List<String> fields, List<String> befores, List<String> afters) {

    static OfferHistory listed(Offer offer) {
        OfferHistory history = new OfferHistory(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        history.add("offer", null, "listed");
        history.add("quantity", 0, offer.quantity());
        return history;
    }

    static OfferHistory between(Offer before, Offer after) {
        OfferHistory history = new OfferHistory(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Terms was = before.terms();
        Terms is = after.terms();
        history.add("price", was.price(), is.price());
        history.add("minimum", was.limits().least(), is.limits().least());
        history.add("maximum", was.limits().most(), is.limits().most());
        history.add("quantity", was.quantity(), is.quantity());
        history.add("handling", range(was.handling()), range(is.handling()));
        history.add("note", was.note(), is.note());
        history.add("gift-message", was.gifts().message(), is.gifts().message());
        history.add("gift-wrap", was.gifts().wrap(), is.gifts().wrap());
        history.add("shipping", before.shippingTemplate(), after.shippingTemplate());
        history.add("status", name(before.status()), name(after.status()));
        return history;
    }

    /** Adds that the operator has taken the offer off, or gave it back. */
    OfferHistory takenOff(String reasonBefore, String reasonAfter) {
        add("taken-off", reasonBefore, reasonAfter);
        return this;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether it is a line of the ledger of stock. */
    boolean isAdjustment() {
        return fields.contains("quantity");
    }

    private void add(String field, @Nullable Object from, @Nullable Object to) {
        String before = from == null ? "" : from.toString();
        String after = to == null ? "" : to.toString();
        if (!before.equals(after)) {
            fields.add(field);
            befores.add(before);
            afters.add(after);
        }
    }

    private static @Nullable String range(Handling handling) {
        if (handling.most() == null) {
            return null;
        }
        return handling.least() == null || handling.least().equals(handling.most())
                ? handling.most().toString()
                : handling.least() + "–" + handling.most();
    }

    private static String name(OfferStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
