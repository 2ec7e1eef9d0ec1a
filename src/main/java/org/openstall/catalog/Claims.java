package org.openstall.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;

/** Which page each code and external id belongs to: as stored, and as a batch being added claims them. */
final class Claims {
    private final Map<Gtin, ProductId> codes;
    private final Map<ExternalId, ProductId> externalIds;
    private final Map<String, ProductId> newCodes = new TreeMap<>();
    private final Map<ExternalId, ProductId> newExternalIds = new HashMap<>();

    Claims(Map<Gtin, ProductId> codes, Map<ExternalId, ProductId> externalIds) {
        this.codes = new HashMap<>(codes);
        this.externalIds = new HashMap<>(externalIds);
    }

    @Nullable
    ProductId ownerOf(NewProduct product) {
        ProductId owner = product.external() == null ? null : externalIds.get(product.external());
        for (Gtin code : product.codes()) {
            if (owner == null) {
                owner = codes.get(code);
            }
        }
        return owner;
    }

    /** Claims everything for a new page. */
    void claim(NewProduct product, ProductId id) {
        for (Gtin code : product.codes()) {
            codes.put(code, id);
            newCodes.put(code.value(), id);
        }
        match(product, id);
    }

    /** Remembers the external id of a product that turned out to be an existing page. */
    void match(NewProduct product, ProductId id) {
        if (product.external() != null && externalIds.putIfAbsent(product.external(), id) == null) {
            newExternalIds.put(product.external(), id);
        }
    }

    Map<String, ProductId> newCodes() {
        return newCodes;
    }

    Map<ExternalId, ProductId> newExternalIds() {
        return newExternalIds;
    }
}
