package org.openstall.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A product page to be, as somebody has typed it; empty texts are fields left out. Attributes are by name. */
public record PageFields(
        String title,
        String brand,
        String category,
        String description,
        String code,
        String imageUrl,
        Map<String, String> attributes) {

    public PageFields {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The same with another picture. */
    public PageFields withImage(String address) {
        return new PageFields(title, brand, category, description, code, address, attributes);
    }

    public static PageFields of(NewProduct page) {
        return new PageFields(
                page.title(),
                page.brand() == null ? "" : page.brand(),
                page.category(),
                page.description() == null ? "" : page.description(),
                page.codes().isEmpty() ? "" : page.codes().getFirst().printed(),
                page.imageUrl() == null ? "" : page.imageUrl(),
                page.attributes());
    }
}
