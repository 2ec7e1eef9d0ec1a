package org.openstall.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/** A department of the shop, with its name in the languages of the pages. */
public record Category(String slug, String english, String korean, String traditionalChinese) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+([_-]+[a-z0-9]+)*");
    private static final Pattern SEPARATORS = Pattern.compile("[_-]+");

    /** A category that an import brought and nobody has named yet: its slug, made readable. */
    static Category unnamed(String slug) {
        String words = SEPARATORS.matcher(slug).replaceAll(" ");
        String readable = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new Category(slug, readable, readable, readable);
    }

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    public String name(Locale language) {
        return switch (language.getLanguage()) {
            case "ko" -> korean;
            case "zh" -> traditionalChinese;
            default -> english;
        };
    }
}
