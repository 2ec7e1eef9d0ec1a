package org.openstall.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product page to be: only a title and a category are a must. The category is a slug, known or not. */
public record NewProduct(
        String title,
        @Nullable String brand,
        String category,
        @Nullable String productType,
        @Nullable String description,
        Map<String, String> attributes,
        List<Gtin> codes,
        @Nullable String imageUrl,
        @Nullable ExternalId external) {

    public NewProduct {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A product needs a title");
        }
        if (!Category.isSlug(category)) {
            throw new IllegalArgumentException("Not a category slug: " + category);
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        codes = codes.stream().distinct().toList();
    }

    public static NewProduct of(String title, @Nullable String brand, String category) {
        return new NewProduct(title, brand, category, null, null, Map.of(), List.of(), null, null);
    }
}
