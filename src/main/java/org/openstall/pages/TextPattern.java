package org.openstall.pages;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for arguments, in the syntax of {@link MessageFormat} except that an apostrophe is just an
 * apostrophe. Most have plain places only, and those are filled without it, as it is slow and pages have hundreds.
 */
final class TextPattern {
    private static final Pattern PLAIN_PLACE = Pattern.compile("\\{(\\d)}");
    private static final long FIRST_WITH_SEPARATOR = 1_000;

    private final String pattern;
    private final @Nullable MessageFormat format;

    /** What stands between the plain places, one more than there are of them; none if a place is not plain. */
    private final List<String> words;

    private final int[] places;

    TextPattern(String pattern, Locale locale) {
        this.pattern = pattern;
        this.format = pattern.indexOf('{') < 0 ? null : new MessageFormat(pattern.replace("'", "''"), locale);
        this.words = words(pattern);
        this.places = PLAIN_PLACE
                .matcher(pattern)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .toArray();
    }

    private static List<String> words(String pattern) {
        List<String> words = new ArrayList<>();
        Matcher matcher = PLAIN_PLACE.matcher(pattern);
        int from = 0;
        for (MatchResult place : matcher.results().toList()) {
            words.add(pattern.substring(from, place.start()));
            from = place.end();
        }
        words.add(pattern.substring(from));
        return words.stream().allMatch(it -> it.indexOf('{') < 0) ? List.copyOf(words) : List.of();
    }

    @Override
    public String toString() {
        return pattern;
    }

    String fill(@Nullable Object... arguments) {
        if (format == null) {
            return pattern;
        }
        if (!words.isEmpty()) {
            StringBuilder filled = new StringBuilder(pattern.length() + 32).append(words.getFirst());
            for (int i = 0; i < places.length; i++) {
                String plain = places[i] < arguments.length ? plain(arguments[places[i]]) : null;
                if (plain == null) {
                    return formatted(format, arguments);
                }
                filled.append(plain).append(words.get(i + 1));
            }
            return filled.toString();
        }
        return formatted(format, arguments);
    }

    /** The same in all languages; null if it may not be. */
    private static @Nullable String plain(@Nullable Object argument) {
        if (argument instanceof String text) {
            return text;
        }
        if (argument instanceof Integer || argument instanceof Long) {
            long number = ((Number) argument).longValue();
            return number >= 0 && number < FIRST_WITH_SEPARATOR ? Long.toString(number) : null;
        }
        return argument == null || argument instanceof Number || argument instanceof Date ? null : argument.toString();
    }

    /** By a copy, because formats are not safe to share between threads. */
    private static String formatted(MessageFormat format, @Nullable Object... arguments) {
        return ((MessageFormat) format.clone()).format(arguments);
    }
}
