package org.openstall.catalog;

import java.util.List;
import org.openstall.kernel.ProductId;

/** New pages are in the catalogue. An import publishes one event for a whole batch. */
public record ProductsAdded(List<ProductId> products) {

    public ProductsAdded {
        products = List.copyOf(products);
    }
}
