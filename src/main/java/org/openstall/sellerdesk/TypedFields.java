package org.openstall.sellerdesk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.listings.OfferRefusal;
import org.openstall.pages.TypedNumber;

/** Reads what a seller has typed about an offer, and collects the keys of what is wrong, by field. */
final class TypedFields {
    private static final String REFUSED = "desk.inventory.refused.";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private final Map<String, String> errors = new HashMap<>();

    /** Keys of texts, by field. */
    Map<String, String> errors() {
        return errors;
    }

    @Nullable
    Money price(String field, String typed, Currency currency) {
        BigDecimal number =
                TypedNumber.read(typed, currency.getDefaultFractionDigits()).orElse(null);
        if (number == null) {
            errors.put(field, REFUSED + "price-not-a-number");
            return null;
        }
        try {
            return Money.ofDecimal(number, currency);
        } catch (ArithmeticException tooFine) {
            errors.put(field, REFUSED + "price-too-fine");
            return null;
        }
    }

    @Nullable
    Integer quantity(String field, String typed) {
        return whole(field, typed, "quantity-not-a-number");
    }

    /** Business days; null if nothing is typed. */
    @Nullable
    Integer days(String field, String typed) {
        return typed.isBlank() ? null : whole(field, typed, "handling-out-of-range");
    }

    private @Nullable Integer whole(String field, String typed, String error) {
        if (!WHOLE.matcher(typed.strip()).matches()) {
            errors.put(field, REFUSED + error);
            return null;
        }
        return Integer.valueOf(typed.strip());
    }

    /** The field that a refusal is about. */
    static String fieldOf(OfferRefusal refusal) {
        return switch (refusal) {
            case PRICE_NOT_POSITIVE,
                    PRICE_TOO_HIGH,
                    PRICE_IN_OTHER_CURRENCY,
                    PRICE_BELOW_MINIMUM,
                    PRICE_ABOVE_MAXIMUM -> "price";
            case LIMIT_NOT_A_PRICE, MINIMUM_ABOVE_MAXIMUM -> "minimum";
            case QUANTITY_NEGATIVE, QUANTITY_TOO_HIGH -> "quantity";
            case HANDLING_OUT_OF_RANGE, HANDLING_REVERSED -> "handling";
            case NOTE_TOO_LONG, NOTE_REFUSED -> "note";
            case SKU_TAKEN -> "sku";
        };
    }

    /** The key of a refusal's text. */
    static String textOf(OfferRefusal refusal) {
        return REFUSED + Names.key(refusal);
    }
}
