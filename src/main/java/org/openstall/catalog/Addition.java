package org.openstall.catalog;

import org.openstall.kernel.ProductId;

/** What came of adding a product: a new page, or the page that has its code or external id already. */
public sealed interface Addition {
    ProductId id();

    record Added(ProductId id) implements Addition {}

    record Matched(ProductId id) implements Addition {}
}
