package org.openstall.kernel;

import java.io.Serializable;

/**
 * A seller’s own name for one of his offers: 1 to 40 characters, no blank at either end, as in the compatible API.
 * Inside, spaces, slashes and letters of any script are fine. Refused is what people cannot see or type again: control
 * and invisible characters and, with all else beyond the basic plane, emoji. That also makes the order of SKUs the
 * same in Java as in the database.
 */
public record Sku(String value) implements Serializable {
    private static final int LONGEST = 40;

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a SKU: " + value);
        }
    }

    public static boolean isValid(String value) {
        int length = value.length();
        return length >= 1
                && length <= LONGEST
                && !isBlank(value.charAt(0))
                && !isBlank(value.charAt(length - 1))
                && isLegible(value);
    }

    private static boolean isLegible(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isVisible(value.charAt(i)) && !isBlank(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char character) {
        return Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    private static boolean isVisible(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
