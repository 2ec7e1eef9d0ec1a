package org.openstall.kernel;

import java.io.Serializable;

/** A marketplace, by the id that programs of the Selling Partner API already know, such as {@code ATVPDKIKX0DER} for the US. */
public record MarketplaceId(String value) implements Serializable {
    public MarketplaceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a marketplace id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() >= 10 && value.length() <= 16 && Base36.is(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
