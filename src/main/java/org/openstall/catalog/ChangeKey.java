package org.openstall.catalog;

import java.util.UUID;
import org.openstall.kernel.ProductId;

/** Names one request to change a page. */
public record ChangeKey(ProductId product, UUID id) {}
