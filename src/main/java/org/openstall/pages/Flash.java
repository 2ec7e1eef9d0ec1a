package org.openstall.pages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text shown once, on the next page; it waits in a cookie, so that nobody needs a session for it. */
public record Flash(Tone tone, String key, List<String> arguments) {
    private static final String BETWEEN = "\u001f";

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
        String plain =
                Stream.concat(Stream.of(tone.name(), key), arguments.stream()).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Flash> decoded(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(plain.split(BETWEEN, -1));
            return Optional.of(new Flash(Tone.valueOf(parts.get(0)), parts.get(1), parts.subList(2, parts.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
