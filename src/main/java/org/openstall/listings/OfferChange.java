package org.openstall.listings;

import java.time.Instant;

/** One step in an offer's history; {@code field} is price, quantity, handling or status. */
public record OfferChange(Instant changedAt, String changedBy, String field, String from, String to) {}
