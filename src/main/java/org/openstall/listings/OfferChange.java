package org.openstall.listings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in an offer's history.
 *
 * @param file the inventory file that made the change; null if {@code changedBy} made it on a page
 * @param field price, minimum, maximum, quantity, handling, note, gift-message, gift-wrap, shipping, taken-off, status or offer
 * @param from empty where there was nothing
 */
public record OfferChange(
        Instant changedAt, String changedBy, @Nullable UUID file, String field, String from, String to) {}
