package org.openstall.listings;

import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;

/** The price, the status or the availability (in stock or not) of an offer has changed. */
public record OfferChanged(MarketplaceId marketplace, ProductId product, SellerId seller, Sku sku) {}
