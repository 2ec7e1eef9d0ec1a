package org.openstall.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openstall.shipping.Carrier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All texts for people, from every {@code messages/*.properties}, written as MessageFormat patterns in which an
 * apostrophe is just an apostrophe. A text missing in a language is shown in English, one missing everywhere as
 * its key; tests see to it that neither happens.
 */
@Component
public class Texts {
    private static final Map<String, String> CLOCK_PATTERNS = Map.of(
            "days", "frame.span.days",
            "hours", "frame.span.hours",
            "hoursMinutes", "frame.span.hours-minutes",
            "minutes", "frame.span.minutes",
            "in", "frame.in",
            "ago", "frame.ago");

    private final Map<Language, Map<String, TextPattern>> texts = new EnumMap<>(Language.class);
    private final Map<Language, String> clockPatterns = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            texts.put(language, new HashMap<>());
        }
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Language language : Language.values()) {
            Map<String, String> patterns = new TreeMap<>();
            CLOCK_PATTERNS.forEach((name, key) -> patterns.put(name, pattern(language, key)));
            clockPatterns.put(language, JsonMapper.shared().writeValueAsString(patterns));
        }
    }

    private void load(Resource resource) throws IOException {
        String file = Objects.requireNonNull(resource.getFilename());
        Language language = Arrays.stream(Language.values())
                .filter(it -> file.endsWith('_' + it.tag().replace('-', '_') + ".properties"))
                .findFirst()
                .orElse(Language.ENGLISH);
        Properties found = new Properties();
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            found.load(reader);
        }
        for (String key : found.stringPropertyNames()) {
            in(language).put(key, new TextPattern(found.getProperty(key), language.locale()));
        }
    }

    /** What clocks in the browser say, as JSON. */
    String clockPatterns(Language language) {
        return Objects.requireNonNull(clockPatterns.get(language));
    }

    public String text(Language language, String key, @Nullable Object... arguments) {
        TextPattern text = in(language).get(key);
        if (text == null) {
            text = in(Language.ENGLISH).get(key);
        }
        return text == null ? key : text.fill(arguments);
    }

    /** What the columns of a list are called; the prefix and a column make a key. */
    public List<String> header(Language language, String prefix, List<String> columns) {
        return columns.stream().map(it -> text(language, prefix + it)).toList();
    }

    /** What a carrier is called: by its own name, or by a text if it has none. */
    public String carrier(Language language, Carrier carrier, String name) {
        if (carrier == Carrier.POST) {
            return text(language, "frame.carrier.post");
        }
        return name.isBlank() ? text(language, "frame.carrier.other") : name;
    }

    boolean has(String key) {
        return in(Language.ENGLISH).containsKey(key);
    }

    Set<String> keys(Language language) {
        return new TreeSet<>(in(language).keySet());
    }

    String pattern(Language language, String key) {
        TextPattern text = in(language).get(key);
        return text == null ? key : text.toString();
    }

    private Map<String, TextPattern> in(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }
}
