package org.openstall.catalog;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A Global Trade Item Number in its one canonical form, 14 digits. EAN-8, UPC-A and EAN-13 are padded with zeros, as
 * the GS1 General Specifications say; an ISBN-10 becomes its ISBN-13 first. So one product has one value however its
 * code was written.
 */
public record Gtin(String value) implements GtinReading {
    private static final Pattern BLANKS_AND_HYPHENS = Pattern.compile("[\\s\\-\u2010-\u2015\u2212\u30fc]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern ISBN_10 = Pattern.compile("\\d{9}[\\dXx]");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final int CANONICAL_LENGTH = 14;

    public Gtin {
        if (value.length() != CANONICAL_LENGTH || !DIGITS.matcher(value).matches() || !checkDigitFits(value)) {
            throw new IllegalArgumentException("Not a canonical GTIN: " + value);
        }
    }

    /** Reads any of the forms in which people and files write a code; blanks, hyphens and full width do not matter. */
    public static GtinReading read(String text) {
        String digits = digits(text);
        if (ISBN_10.matcher(digits).matches()) {
            return fromIsbn10(digits);
        }
        if (!DIGITS.matcher(digits).matches()) {
            return GtinRefusal.NOT_DIGITS;
        }
        return switch (digits.length()) {
            case 8, 12, 13, 14 -> {
                if (ZEROS.matcher(digits).matches()) {
                    yield GtinRefusal.ALL_ZEROS;
                }
                yield checkDigitFits(digits) ? padded(digits) : GtinRefusal.CHECK_DIGIT;
            }
            default -> GtinRefusal.LENGTH;
        };
    }

    /** The code as it was written, without blanks and hyphens, its digits of the usual width. */
    private static String digits(String text) {
        return BLANKS_AND_HYPHENS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    /** A text that was refused for {@link GtinRefusal#CHECK_DIGIT}, with the check digit that would fit at its end. */
    public static String corrected(String text) {
        String digits = digits(text);
        String body = digits.substring(0, digits.length() - 1);
        return body + checkDigitExpected(digits, body);
    }

    private static char checkDigitExpected(String digits, String body) {
        if (digits.length() == 10) {
            int sum = 0;
            for (int i = 0; i < body.length(); i++) {
                sum += (10 - i) * isbnDigit(body.charAt(i));
            }
            int check = (11 - sum % 11) % 11;
            return check == 10 ? 'X' : (char) ('0' + check);
        }
        return (char) ('0' + checkDigit(body));
    }

    /** The code as printed below its bars: 8, 12, 13 or 14 digits. */
    public String printed() {
        if (value.startsWith("000000")) {
            return value.substring(6);
        }
        if (value.startsWith("00")) {
            return value.substring(2);
        }
        return value.startsWith("0") ? value.substring(1) : value;
    }

    @Override
    public String toString() {
        return printed();
    }

    private static GtinReading fromIsbn10(String isbn) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * isbnDigit(isbn.charAt(i));
        }
        if (sum == 0) {
            return GtinRefusal.ALL_ZEROS;
        }
        if (sum % 11 != 0) {
            return GtinRefusal.CHECK_DIGIT;
        }
        String body = "978" + isbn.substring(0, 9);
        return padded(body + checkDigit(body));
    }

    private static int isbnDigit(char digit) {
        return digit == 'X' || digit == 'x' ? 10 : digit - '0';
    }

    private static Gtin padded(String digits) {
        return new Gtin("0".repeat(CANONICAL_LENGTH - digits.length()) + digits);
    }

    private static boolean checkDigitFits(String digits) {
        int last = digits.length() - 1;
        return checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    /** From the right, digits weigh 3 and 1 in turn; the check digit fills up to the next ten. */
    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int fromRight = body.length() - 1 - i;
            sum += (body.charAt(i) - '0') * (fromRight % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
