package org.openstall.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts for people, from every {@code messages/*.properties}, written as MessageFormat patterns in which an
 * apostrophe is just an apostrophe. A text missing in a language is shown in English, one missing everywhere as
 * its key; tests see to it that neither happens.
 */
@Component
public class Texts {
    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            patterns.put(language, new HashMap<>());
            formats.put(language, new HashMap<>());
        }
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Resource resource) throws IOException {
        String file = Objects.requireNonNull(resource.getFilename());
        Language language = Arrays.stream(Language.values())
                .filter(it -> file.endsWith('_' + it.tag().replace('-', '_') + ".properties"))
                .findFirst()
                .orElse(Language.ENGLISH);
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        for (String key : texts.stringPropertyNames()) {
            String pattern = texts.getProperty(key);
            patterns(language).put(key, pattern);
            if (pattern.indexOf('{') >= 0) {
                Map<String, MessageFormat> parsed = Objects.requireNonNull(formats.get(language));
                parsed.put(key, new MessageFormat(pattern.replace("'", "''"), language.locale()));
            }
        }
    }

    public String text(Language language, String key, @Nullable Object... arguments) {
        Language spoken = patterns(language).containsKey(key) ? language : Language.ENGLISH;
        MessageFormat format = Objects.requireNonNull(formats.get(spoken)).get(key);
        if (format == null) {
            return patterns(spoken).getOrDefault(key, key);
        }
        // A copy, because formats are not safe to share between threads.
        return ((MessageFormat) format.clone()).format(arguments);
    }

    boolean has(String key) {
        return patterns(Language.ENGLISH).containsKey(key);
    }

    Set<String> keys(Language language) {
        return new TreeSet<>(patterns(language).keySet());
    }

    String pattern(Language language, String key) {
        return patterns(language).getOrDefault(key, key);
    }

    private Map<String, String> patterns(Language language) {
        return Objects.requireNonNull(patterns.get(language));
    }
}
