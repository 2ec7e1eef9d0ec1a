package org.openstall.ordering;

import java.time.Instant;

/** What a buyer is told before he orders, and what the seller is held to. */
public record Promise(Instant shipBy, Instant deliveredBy) {}
