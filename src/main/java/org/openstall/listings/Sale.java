package org.openstall.listings;

import java.time.Instant;

/** So many units of an offer in an order placed at a time. */
public record Sale(OfferKey offer, int units, Instant at) {}
