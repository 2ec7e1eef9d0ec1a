package org.openstall.catalog;

import java.util.Locale;

/** A text in the languages of the pages. */
public record Words(String english, String korean, String traditionalChinese) {

    static Words same(String text) {
        return new Words(text, text, text);
    }

    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "ko" -> korean;
            case "zh" -> traditionalChinese;
            default -> english;
        };
    }

    boolean contains(String text) {
        return english.equalsIgnoreCase(text)
                || korean.equalsIgnoreCase(text)
                || traditionalChinese.equalsIgnoreCase(text);
    }
}
