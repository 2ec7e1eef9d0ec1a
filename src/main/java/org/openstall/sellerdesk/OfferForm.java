package org.openstall.sellerdesk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.EditResult;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;

/**
 * What a seller has typed into an offer's row.
 *
 * @param seenQuantity the quantity the row showed; orders may have changed it since, so it is only written if the
 *     seller has typed another
 */
public record OfferForm(String price, String quantity, String seenQuantity, String handling) {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{0,6})?|\\.\\d{1,6}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

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

    Reading read(Currency currency) {
        Map<String, String> errors = new HashMap<>();
        Money readPrice = readPrice(currency, errors);
        Integer readQuantity = quantity.strip().equals(seenQuantity.strip())
                ? null
                : whole(quantity, "quantity", "desk.inventory.refused.quantity-not-a-number", errors);
        Integer readHandling = handling.isBlank()
                ? Integer.valueOf(OfferEdit.DEFAULT_HANDLING)
                : whole(handling, "handling", "desk.inventory.refused.handling-out-of-range", errors);
        if (!handling.isBlank() && readHandling != null && readHandling < 0) {
            errors.put("handling", "desk.inventory.refused.handling-out-of-range");
        }
        return errors.isEmpty()
                ? new Reading(new OfferEdit(readPrice, readQuantity, readHandling, null), errors)
                : new Reading(null, errors);
    }

    private @Nullable Money readPrice(Currency currency, Map<String, String> errors) {
        String text = price.strip();
        String plain = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        if (!DECIMAL.matcher(plain).matches()) {
            errors.put("price", "desk.inventory.refused.price-not-a-number");
            return null;
        }
        try {
            return Money.ofDecimal(new BigDecimal(plain), currency);
        } catch (ArithmeticException tooFine) {
            errors.put("price", "desk.inventory.refused.price-too-fine");
            return null;
        }
    }

    private static @Nullable Integer whole(String text, String field, String error, Map<String, String> errors) {
        if (!WHOLE.matcher(text.strip()).matches()) {
            errors.put(field, error);
            return null;
        }
        return Integer.valueOf(text.strip());
    }

    /** The field that a refusal is about. */
    static String fieldOf(EditResult.Reason reason) {
        return switch (reason) {
            case PRICE_NOT_POSITIVE, PRICE_TOO_HIGH, PRICE_IN_OTHER_CURRENCY -> "price";
            case QUANTITY_NEGATIVE, QUANTITY_TOO_HIGH -> "quantity";
            case HANDLING_OUT_OF_RANGE -> "handling";
        };
    }
}
