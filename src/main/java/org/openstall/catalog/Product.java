package org.openstall.catalog;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;

/** A product page, the same in every marketplace. {@code category} is a slug; {@link Catalog#category} names it. */
public record Product(
        ProductId id,
        String title,
        @Nullable String brand,
        String category,
        @Nullable String productType,
        @Nullable String description,
        Map<String, String> attributes,
        List<Gtin> codes,
        @Nullable String imageUrl,
        @Nullable ExternalId external,
        Instant createdAt) {

    public Product {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        codes = List.copyOf(codes);
    }

    /** What the page says under a name, or under what an import made of it ("Display diagonal"); null if nothing. */
    public @Nullable String attribute(String name) {
        return ProductType.value(attributes, name);
    }
}
