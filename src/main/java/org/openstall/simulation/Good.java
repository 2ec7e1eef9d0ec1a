package org.openstall.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openstall.catalog.ExternalId;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;

/** A product of the demo, with its usual price. */
record Good(
        int number,
        String title,
        String brand,
        String category,
        String description,
        Map<String, String> attributes,
        Gtin code,
        long priceMinor) {

    Good {
        attributes = new LinkedHashMap<>(attributes);
    }

    NewProduct asNewProduct() {
        return new NewProduct(
                title,
                brand,
                category,
                null,
                description,
                attributes,
                List.of(code),
                null,
                new ExternalId(StageHands.SOURCE, code.printed()));
    }
}
