package org.openstall.kernel;

import java.io.Serializable;

/** A product page of the shared catalogue (an ASIN to the compatible API): {@code B0} and 8 of 0-9A-Z. */
public record ProductId(String value) implements Serializable {
    public ProductId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a product id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() == 10 && value.startsWith("B0") && Base36.is(value);
    }

    public static ProductId random() {
        return new ProductId("B0" + Base36.random(8));
    }

    @Override
    public String toString() {
        return value;
    }
}
