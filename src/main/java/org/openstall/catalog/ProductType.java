package org.openstall.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What pages of one kind of product tell, in which order: a schema as people edit it, and what it says.
 *
 * @param code such as {@code BOOK}
 * @param schema the JSON Schema as it was written
 * @param categories where pages of the type stand; a new page goes to the first unless one chooses
 * @param sections titles by name, in the order of the page
 * @param attributes in the order of the page
 */
public record ProductType(
        String code,
        int version,
        String schema,
        Words name,
        List<String> categories,
        Map<String, Words> sections,
        List<Attribute> attributes) {

    public ProductType {
        categories = List.copyOf(categories);
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        attributes = List.copyOf(attributes);
    }

    /** The attribute by its name, or by what an import made of it ("Display diagonal"). */
    public Optional<Attribute> attribute(String name) {
        String wanted = plain(name);
        return attributes.stream().filter(it -> plain(it.name()).equals(wanted)).findFirst();
    }

    public List<Attribute> attributesOf(String section) {
        return attributes.stream().filter(it -> it.section().equals(section)).toList();
    }

    /** The letters and digits of a name, so that neither underscores nor capitals matter. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int character = name.codePointAt(i);
            if (Character.isLetterOrDigit(character)) {
                plain.appendCodePoint(Character.toLowerCase(character));
            }
        }
        return plain.toString();
    }

    /** The value that a page has of the attribute, under whichever form of its name; null if none. */
    static @Nullable String value(Map<String, String> attributes, String name) {
        String exact = attributes.get(name);
        if (exact != null) {
            return exact;
        }
        String wanted = plain(name);
        return attributes.entrySet().stream()
                .filter(it -> plain(it.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
