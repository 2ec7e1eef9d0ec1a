package org.openstall.catalog;

import org.openstall.kernel.ProductId;

/** A page tells something else than before. */
public record ProductChanged(ProductId product) {}
