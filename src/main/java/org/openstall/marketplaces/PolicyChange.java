package org.openstall.marketplaces;

import java.math.BigDecimal;
import java.time.Instant;

/** One step in a policy's history; {@code changedBy} is the name of the operator's user. */
public record PolicyChange(
        Instant changedAt, Policy policy, BigDecimal from, BigDecimal to, String changedBy, String reason) {}
