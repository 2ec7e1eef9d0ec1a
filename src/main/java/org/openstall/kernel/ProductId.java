package org.openstall.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A product page of the shared catalogue (an ASIN to the compatible API): {@code B0} and 8 of 0-9A-Z. */
public record ProductId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("B0[0-9A-Z]{8}");

    public ProductId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a product id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static ProductId random() {
        return new ProductId("B0" + RandomText.base36(8));
    }

    @Override
    public String toString() {
        return value;
    }
}
