package org.openstall.pages;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number that somebody has typed, without a sign. Commas group thousands wherever they can; one that cannot is a
 * decimal sign. So {@code 1,000} is a thousand everywhere and {@code 12,50} twelve and a half.
 */
public final class TypedNumber {
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(,\\d{3}){1,4}(\\.\\d{0,8})?");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{0,8})?|\\.\\d{1,8}");
    private static final Pattern WITH_COMMA = Pattern.compile("\\d{0,15},(\\d{1,2}|\\d{4,8})|0?,\\d{3}");

    private TypedNumber() {}

    /**
     * @param decimals how many make sense; where none do, a comma is no decimal sign, and {@code 12,50} no number
     * @return empty if it is no number; it may have more decimals than make sense
     */
    public static Optional<BigDecimal> read(String typed, int decimals) {
        String text = typed.strip();
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(",", "")));
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        return decimals > 0 && WITH_COMMA.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }
}
