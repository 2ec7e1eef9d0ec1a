package org.openstall.shipping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Postcodes as sellers name them: one by one, by what they begin with, or from here to there. */
final class Postcodes {
    private static final Pattern SIGNS = Pattern.compile("[^A-Z0-9]");
    private static final Pattern ENTRY = Pattern.compile("[A-Z0-9]{1,10}(-[A-Z0-9]{1,10})?");
    private static final Pattern ZIP = Pattern.compile("[0-9]{1,5}(-[0-9]{1,5})?");
    private static final Pattern ZIP_4 = Pattern.compile("[0-9]{5}-?[0-9]{4}");
    private static final Pattern HYPHEN = Pattern.compile("-");
    private static final Pattern TO = Pattern.compile("\\.{2,}|[–—:~〜]|\\s(?:-|a|to)\\s");

    private Postcodes() {}

    /** Without blanks and hyphens, in capitals and plain digits; as it is written if nothing of it would be left. */
    static String bare(String postcode) {
        String capitals = postcode.toUpperCase(Locale.ROOT);
        if (isBare(capitals)) {
            return capitals;
        }
        String bare = SIGNS.matcher(Normalizer.normalize(capitals, Normalizer.Form.NFKC))
                .replaceAll("");
        return bare.isEmpty() ? postcode.strip() : bare;
    }

    private static boolean isBare(String postcode) {
        return postcode.chars().allMatch(it -> (it >= '0' && it <= '9') || (it >= 'A' && it <= 'Z'));
    }

    /**
     * An entry as it is kept: {@code 99500-99999}, {@code 967}. A star at the end says nothing more. A hyphen may stand
     * between two ends as well as within a postcode: between ends is the middle one of three, and a single one with as
     * much before it as after it, or in the United States any but a ZIP+4's. What cannot be read stays as it is written.
     */
    static String entry(String written, String country) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        String entry =
                Arrays.stream(ends(text, country)).map(it -> one(it, country)).collect(Collectors.joining("-"));
        return isEntry(entry, country) ? entry : written;
    }

    private static String[] ends(String text, String country) {
        String[] ends = TO.split(text, -1);
        String[] parts = HYPHEN.split(text, -1);
        if (ends.length > 1) {
            return ends;
        }
        if (parts.length == 4) {
            return new String[] {parts[0] + parts[1], parts[2] + parts[3]};
        }
        boolean isOne = parts.length == 2
                && (country.equals("US")
                        ? ZIP_4.matcher(text).matches()
                        : bare(parts[0]).length() != bare(parts[1]).length());
        return isOne ? new String[] {text} : parts;
    }

    /** What comes after the first five digits of a ZIP code is known of few addresses. */
    private static String one(String postcode, String country) {
        String bare = bare(postcode);
        return country.equals("US") && ZIP_4.matcher(postcode.strip()).matches() ? bare.substring(0, 5) : bare;
    }

    static boolean isEntry(String entry, String country) {
        return isEntry(entry) && (!country.equals("US") || ZIP.matcher(entry).matches());
    }

    static boolean isEntry(String entry) {
        if (!ENTRY.matcher(entry).matches()) {
            return false;
        }
        int cut = entry.indexOf('-');
        return cut < 0
                || (cut == entry.length() - cut - 1
                        && entry.substring(0, cut).compareTo(entry.substring(cut + 1)) <= 0);
    }

    static boolean contains(String entry, String postcode) {
        int cut = entry.indexOf('-');
        if (cut < 0) {
            return postcode.startsWith(entry);
        }
        return postcode.length() >= cut
                && compare(entry, 0, postcode, cut) <= 0
                && compare(entry, cut + 1, postcode, cut) >= 0;
    }

    /** How great a part of all postcodes an entry is; of two with the same postcodes it is the same. */
    static double share(String entry) {
        int cut = entry.indexOf('-');
        int length = cut < 0 ? entry.length() : cut;
        int radix = entry.chars().anyMatch(Character::isLetter) ? Character.MAX_RADIX : 10;
        long first = Long.parseLong(entry.substring(0, length), radix);
        long last = cut < 0 ? first : Long.parseLong(entry.substring(cut + 1), radix);
        return (last - first + 1) / Math.pow(radix, length);
    }

    /** Whether there may be postcodes in both. */
    static boolean overlap(String entry, String other) {
        int cut = entry.indexOf('-');
        int others = other.indexOf('-');
        int length = Math.min(cut < 0 ? entry.length() : cut, others < 0 ? other.length() : others);
        return compare(entry, 0, other.substring(others + 1), length) <= 0
                && compare(other, 0, entry.substring(cut + 1), length) <= 0;
    }

    /** One end of a range with as many characters of a postcode. */
    private static int compare(String entry, int from, String postcode, int length) {
        for (int i = 0; i < length; i++) {
            int difference = entry.charAt(from + i) - postcode.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
