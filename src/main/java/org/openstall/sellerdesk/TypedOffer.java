package org.openstall.sellerdesk;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Terms;

/** What a seller has typed about an offer to be. */
public record TypedOffer(String sku, String condition, TermsForm terms) {
    private static final int LONGEST_BRAND = 10;

    static TypedOffer suggested(String sku, String price) {
        return new TypedOffer(
                sku, Names.key(Condition.NEW), new TermsForm(price, "", "", "", "", "", "", false, false));
    }

    static TypedOffer of(Map<String, String> typed) {
        return new TypedOffer(typed.getOrDefault("sku", ""), typed.getOrDefault("condition", ""), TermsForm.of(typed));
    }

    /** A SKU made of the brand and the end of the product's id, as a seller might. */
    static String sku(Product page) {
        String brand = page.brand() == null
                ? ""
                : page.brand().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String end = page.id().value().substring(4);
        return brand.isEmpty() ? end : brand.substring(0, Math.min(LONGEST_BRAND, brand.length())) + '-' + end;
    }

    /** What was read, or what could not be, by field. */
    record Reading(
            @Nullable Sku sku,
            @Nullable Condition condition,
            @Nullable Terms terms,
            Map<String, String> errors) {}

    Reading read(Currency currency) {
        TermsForm.Reading reading = terms.read(currency);
        Map<String, String> errors = new HashMap<>(reading.errors());
        String name = sku.strip();
        if (!Sku.isValid(name)) {
            errors.put("sku", name.isEmpty() ? "desk.add.refused.sku-missing" : "desk.add.refused.sku");
        }
        Condition read = null;
        for (Condition each : Condition.values()) {
            if (Names.key(each).equals(condition)) {
                read = each;
            }
        }
        if (read == null) {
            errors.put("condition", "desk.add.refused.condition");
        }
        return new Reading(Sku.isValid(name) ? new Sku(name) : null, read, reading.terms(), errors);
    }
}
