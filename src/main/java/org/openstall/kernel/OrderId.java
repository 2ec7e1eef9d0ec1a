package org.openstall.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/** An order of one buyer with one seller: {@code nnn-nnnnnnn-nnnnnnn}. */
public record OrderId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");

    public OrderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an order id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static OrderId random() {
        return new OrderId(RandomText.digits(3) + "-" + RandomText.digits(7) + "-" + RandomText.digits(7));
    }

    @Override
    public String toString() {
        return value;
    }
}
