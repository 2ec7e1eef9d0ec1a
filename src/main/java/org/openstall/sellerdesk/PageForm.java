package org.openstall.sellerdesk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openstall.catalog.PageFields;
import org.openstall.catalog.PageReading;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;

/** Product pages as forms send them: attributes have {@code a-} before their names. */
final class PageForm {
    private static final String ATTRIBUTE = "a-";

    private PageForm() {}

    static PageFields read(Map<String, String> typed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE) && !value.isBlank()) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
            }
        });
        return new PageFields(
                typed.getOrDefault("title", ""),
                typed.getOrDefault("brand", ""),
                typed.getOrDefault("category", ""),
                typed.getOrDefault("description", ""),
                typed.getOrDefault("code", ""),
                typed.getOrDefault("image", ""),
                attributes);
    }

    /** What is wrong, as texts by the field or attribute they are about. */
    static Map<String, String> errors(PageReading reading, Texts texts, Language language) {
        Map<String, String> errors = new HashMap<>();
        reading.problems().forEach(it -> errors.put(it.field(), texts.text(language, it.key())));
        reading.attributeProblems()
                .forEach(it -> errors.put(it.name(), texts.text(language, it.key(), it.arguments(language.locale()))));
        return errors;
    }
}
