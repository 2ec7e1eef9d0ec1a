package org.openstall.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A seller: {@code A} and 13 of 0-9A-Z. */
public record SellerId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("A[0-9A-Z]{13}");

    public SellerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a seller id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static SellerId random() {
        return new SellerId("A" + RandomText.base36(13));
    }

    @Override
    public String toString() {
        return value;
    }
}
