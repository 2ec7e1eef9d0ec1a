package org.openstall.feeds;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them in their country. What could be two different numbers is never guessed: 1.234 is
 * a bit more than one to some and more than a thousand to others.
 */
final class Numbers {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_PLACES = 12;
    private static final Pattern POINT =
            Pattern.compile("-?(\\d{1,18}|\\d{1,3}([, '’]\\d{3}){1,6})(\\.\\d{0,12})?|-?\\.\\d{1,12}");
    private static final Pattern COMMA =
            Pattern.compile("-?(\\d{1,18}|\\d{1,3}([. '’]\\d{3}){1,6})(,\\d{0,12})?|-?,\\d{1,12}");
    private static final Pattern INDIAN = Pattern.compile("-?\\d{1,2}(,\\d{2}){1,6},\\d{3}(\\.\\d{0,12})?");
    private static final Pattern GROUPS_OF_POINT = Pattern.compile("[, '’]");
    private static final Pattern GROUPS_OF_COMMA = Pattern.compile("[. '’]");

    private final NumberFormat format;

    Numbers(NumberFormat format) {
        this.format = format;
    }

    /** What a text was found to be. */
    sealed interface Reading {
        record Value(BigDecimal number) implements Reading {}

        /** Two numbers, depending on the country. */
        record Ambiguous() implements Reading {}

        record NotANumber() implements Reading {}
    }

    Reading read(String typed) {
        String text = plain(typed);
        if (isPlain(text)) {
            return value(text);
        }
        boolean point = POINT.matcher(text).matches() || INDIAN.matcher(text).matches();
        boolean comma = COMMA.matcher(text).matches();
        return switch (format) {
            case POINT -> point ? value(GROUPS_OF_POINT.matcher(text).replaceAll("")) : new Reading.NotANumber();
            case COMMA ->
                comma
                        ? value(GROUPS_OF_COMMA.matcher(text).replaceAll("").replace(',', '.'))
                        : new Reading.NotANumber();
            case ASK -> point || comma ? new Reading.Ambiguous() : new Reading.NotANumber();
        };
    }

    /** Nearly all are: digits and at most a point, which three more digits would make a group to some. */
    private boolean isPlain(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int places = Math.max(0, text.length() - end - 1);
        boolean fits = point < 0
                ? end > digits
                : format != NumberFormat.COMMA && places != 3 && places <= MOST_PLACES && text.length() > digits + 1;
        return fits
                && end - digits <= MOST_DIGITS
                && areDigits(text, digits, end)
                && areDigits(text, end + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Full-width digits, long minus signs and blanks that do not break are how some keyboards write. */
    private static String plain(String typed) {
        return isAscii(typed)
                ? typed.strip()
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replace('\u2212', '-')
                        .strip();
    }

    private static boolean isAscii(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Reading value(String text) {
        String digits = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return new Reading.Value(new BigDecimal(digits));
    }
}
