package org.openstall.carriers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may report what happens to packages.
 *
 * @param keyBeginning how his key begins, to tell keys apart
 * @param lastUsedAt to the minute
 */
public record Aggregator(
        UUID id,
        String name,
        String keyBeginning,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
