package org.openstall.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text shown once, on the next page; it waits in a cookie, so that nobody needs a session for it.
 *
 * @param arguments texts, and whole numbers as {@link Long}, which a text may count by
 */
public record Flash(Tone tone, String key, List<Object> arguments) {
    private static final String BETWEEN = "\u001f";
    private static final char NUMBER = '#';
    private static final char TEXT = '"';

    /** How the text is meant. */
    public enum Tone {
        SUCCESS("success", "check-circle"),
        WARNING("warning", "exclamation-triangle");

        private final String style;
        private final String icon;

        Tone(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        public String style() {
            return style;
        }

        public String icon() {
            return icon;
        }
    }

    public Flash {
        arguments = List.copyOf(arguments);
    }

    String encoded() {
        String plain = Stream.concat(
                        Stream.of(tone.name(), key), arguments.stream().map(Flash::encoded))
                .collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Object argument) {
        return (argument instanceof Long ? NUMBER : TEXT) + argument.toString();
    }

    private static Object decodedArgument(String text) {
        return text.charAt(0) == NUMBER ? (Object) Long.valueOf(text.substring(1)) : text.substring(1);
    }

    static Optional<Flash> decoded(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(plain.split(BETWEEN, -1));
            List<Object> arguments =
                    parts.stream().skip(2).map(Flash::decodedArgument).toList();
            return Optional.of(new Flash(Tone.valueOf(parts.get(0)), parts.get(1), arguments));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
