package org.openstall.listings;

import org.openstall.kernel.ProductId;

/** An offer about to be listed; if it is not open, buyers do not see it yet. */
public record NewOffer(OfferKey key, ProductId product, Condition condition, Terms terms, boolean open) {}
