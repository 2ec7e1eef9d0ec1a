package org.openstall.sellers;

import java.time.Instant;
import org.openstall.kernel.MarketplaceId;

/** That an operator has given a seller another standing, and why. */
public record StandingChange(
        MarketplaceId marketplace, Standing from, Standing to, String reason, String changedBy, Instant changedAt) {}
