package org.openstall.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.SellerId;

/**
 * A seller's wish to have something on a page corrected.
 *
 * @param from what the page said when he asked
 * @param to what it should say; empty to take it away
 * @param decision null while it waits
 */
public record ChangeRequest(
        ChangeKey key,
        SellerId seller,
        PageField field,
        String from,
        String to,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Stage stage,
        Proposal.@Nullable Decision decision) {

    /** When it came to where it stands. */
    public Instant movedAt() {
        return decision == null ? requestedAt : decision.at();
    }

    public enum Stage {
        WAITING,
        ACCEPTED,
        REJECTED
    }
}
