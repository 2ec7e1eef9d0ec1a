package org.openstall.kernel;

import java.io.Serializable;

/** A seller: {@code A} and 13 of 0-9A-Z. */
public record SellerId(String value) implements Serializable {
    public SellerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a seller id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() == 14 && value.charAt(0) == 'A' && Base36.is(value);
    }

    public static SellerId random() {
        return new SellerId("A" + Base36.random(13));
    }

    @Override
    public String toString() {
        return value;
    }
}
