package org.openstall.kernel;

import java.io.Serializable;
import java.time.Instant;

/** An order of one buyer with one seller: {@code nnn-nnnnnnn-nnnnnnn}. */
public record OrderId(String value) implements Serializable {
    private static final String FORM = "nnn-nnnnnnn-nnnnnnn";
    private static final long SECONDS = 10_000_000;

    public OrderId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an order id: " + value);
        }
    }

    public static boolean isValid(String value) {
        if (value.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char character = value.charAt(i);
            if (FORM.charAt(i) == 'n' ? character < '0' || character > '9' : character != '-') {
                return false;
            }
        }
        return true;
    }

    /**
     * A new id. Its first seven digits are the second at which it is made, counted anew every 116 days, so that orders
     * placed together lie together in every table that has them; the other ten nobody can guess.
     */
    public static OrderId create(Instant at) {
        String second = "%07d".formatted(Math.floorMod(at.getEpochSecond(), SECONDS));
        return new OrderId(second.substring(0, 3) + "-" + second.substring(3) + Base36.randomDigits(3) + "-"
                + Base36.randomDigits(7));
    }

    /** Its digits as a number. */
    public long number() {
        return Long.parseLong(value.replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
