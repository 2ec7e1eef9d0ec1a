package org.openstall.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.OrderId;

/**
 * An order that spoils a rate, with the facts that make it do so as of the instant asked about.
 *
 * @param units of it; behind on-time delivery only those that were not on time
 */
public record OrderBehind(
        OrderId order,
        Instant orderedAt,
        Instant shipBy,
        Instant promisedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable Integer stars,
        int units) {}
