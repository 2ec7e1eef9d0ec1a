package org.openstall.shipping;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Postcodes as sellers name them: one by one, by what they begin with, or from here to there. */
final class Postcodes {
    private static final Pattern SIGNS = Pattern.compile("[^A-Z0-9]");
    private static final Pattern ENTRY = Pattern.compile("[A-Z0-9]{1,10}(-[A-Z0-9]{1,10})?");

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
     * An entry as it is kept: {@code 99500-99999}, {@code 967}. A star at the end says nothing more, and what follows a
     * hyphen and is shorter belongs to the one postcode, as in {@code 01310-100}.
     */
    static String entry(String written) {
        String[] ends = written.strip().split("\\s*(?:\\.\\.|–|—|:|-)\\s*", 2);
        String first = bare(ends[0]);
        String last = ends.length == 1 ? "" : bare(ends[1]);
        return last.length() < first.length() ? first + last : first + '-' + last;
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
