package org.openstall.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a product page tells of the product beyond title and description, in the visitor's language. */
public record ProductSheet(List<Section> sections) {

    /** A stretch of the sheet; without a title, what the product's type does not know. */
    public record Section(@Nullable String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String label, String value) {}

    public ProductSheet {
        sections = List.copyOf(sections);
    }

    /** By the sections of the type, then the rest as it came. */
    static ProductSheet of(@Nullable ProductType type, Map<String, String> attributes, Locale language) {
        List<Section> sections = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        attributes.forEach((name, value) -> values.putIfAbsent(ProductType.plain(name), value));
        Set<String> known = new HashSet<>();
        if (type != null) {
            type.sections().forEach((section, title) -> {
                List<Line> lines = new ArrayList<>();
                for (Attribute attribute : type.attributesOf(section)) {
                    String name = ProductType.plain(attribute.name());
                    String exact = attributes.get(attribute.name());
                    String value = exact == null ? values.get(name) : exact;
                    known.add(name);
                    if (value != null && !value.isBlank()) {
                        lines.add(new Line(attribute.label().in(language), attribute.shown(value, language)));
                    }
                }
                if (!lines.isEmpty()) {
                    sections.add(new Section(title.in(language), lines));
                }
            });
        }
        List<Line> rest = attributes.entrySet().stream()
                .filter(it -> !known.contains(ProductType.plain(it.getKey())))
                .filter(it -> !it.getValue().isBlank())
                .map(ProductSheet::asItCame)
                .toList();
        if (!rest.isEmpty()) {
            sections.add(new Section(null, rest));
        }
        return new ProductSheet(sections);
    }

    private static Line asItCame(Map.Entry<String, String> attribute) {
        String name = attribute.getKey().replace('_', ' ').strip();
        return new Line(
                name.isEmpty() ? attribute.getKey() : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                attribute.getValue().replace("\\n", ", "));
    }
}
