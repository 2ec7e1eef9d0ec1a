package org.openstall.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of what a shopper typed, without those that say nothing, and at most a dozen. */
final class ShopperWords {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|\u3000]+");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");
    private static final int MOST_WORDS = 12;
    private static final Set<String> LITTLE_WORDS = Set.of(
            "a", "an", "the", "and", "or", "of", "for", "with", "in", "on", "to", "by", "de", "da", "do", "para",
            "com");

    private ShopperWords() {}

    static List<String> of(String text) {
        List<String> words = SEPARATORS
                .splitAsStream(text)
                .filter(it -> SAYS_SOMETHING.matcher(it).find())
                .limit(MOST_WORDS)
                .toList();
        List<String> telling = words.stream()
                .filter(it -> !LITTLE_WORDS.contains(it.toLowerCase(Locale.ROOT)))
                .toList();
        return telling.isEmpty() ? words : telling;
    }
}
