package org.openstall.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** A marketplace, by the id that programs of the Selling Partner API already know, such as {@code ATVPDKIKX0DER} for the US. */
public record MarketplaceId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{10,16}");

    public MarketplaceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a marketplace id: " + value);
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
