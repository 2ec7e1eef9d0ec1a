package org.openstall.listings;

import java.util.List;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;

/** Offers of many products have been listed or changed at once. */
public record OffersChanged(MarketplaceId marketplace, List<ProductId> products) {}
