package org.openstall.sellers;

import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;

/** A seller's standing in a marketplace is another one from now on. */
public record StandingChanged(SellerId seller, MarketplaceId marketplace, Standing from, Standing to) {}
