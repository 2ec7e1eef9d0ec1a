package org.openstall.listings;

import org.openstall.kernel.Money;

/** So many units of an offer, at the price the buyer saw. */
public record Take(OfferKey offer, int quantity, Money priceSeen) {}
