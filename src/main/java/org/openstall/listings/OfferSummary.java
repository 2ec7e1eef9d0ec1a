package org.openstall.listings;

import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;

/** What a list of products says of the active offers of one: the lowest price (in stock if any is), how many. */
public record OfferSummary(ProductId product, Money lowestPrice, int offers, boolean inStock) {}
