package org.openstall.kernel;

import java.io.Serializable;
import java.time.Instant;
import java.util.regex.Pattern;

/** An order of one buyer with one seller: {@code nnn-nnnnnnn-nnnnnnn}. */
public record OrderId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");
    private static final long SECONDS = 10_000_000;

    public OrderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an order id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /**
     * A new id. Its first seven digits are the second at which it is made, counted anew every 116 days, so that orders
     * placed together lie together in every table that has them; the other ten nobody can guess.
     */
    public static OrderId create(Instant at) {
        String second = "%07d".formatted(Math.floorMod(at.getEpochSecond(), SECONDS));
        return new OrderId(
                second.substring(0, 3) + "-" + second.substring(3) + RandomText.digits(3) + "-" + RandomText.digits(7));
    }

    @Override
    public String toString() {
        return value;
    }
}
