package org.openstall.ordering;

import java.time.Instant;
import org.openstall.listings.OfferKey;

/** So many units of an offer in a buyer's cart. */
public record CartLine(OfferKey offer, int quantity, Instant addedAt) {}
