package org.openstall.documents;

import java.time.Instant;
import java.util.UUID;
import org.openstall.kernel.SellerId;

/**
 * A file of a seller.
 *
 * @param name as its owner calls it
 * @param sha256 of the content, in hexadecimal
 */
public record Document(SellerId seller, UUID id, String name, long bytes, String sha256, Instant storedAt) {}
