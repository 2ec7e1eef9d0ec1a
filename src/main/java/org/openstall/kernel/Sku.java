package org.openstall.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A seller’s own name for one of his offers: 1 to 40 characters, no blank at either end. */
public record Sku(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("\\S(.{0,38}\\S)?");

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a SKU: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
