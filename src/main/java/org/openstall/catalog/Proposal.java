package org.openstall.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;

/**
 * A page that a seller would like to have.
 *
 * @param offer what he wants to sell there, as module {@code listings} writes it, with a {@code sku}; null if nothing
 *     yet
 * @param product the page that was made or that it was merged into; null until that is there
 * @param decision null while it waits
 */
public record Proposal(
        ProposalKey key,
        MarketplaceId marketplace,
        NewProduct page,
        @Nullable String offer,
        String proposedBy,
        Instant proposedAt,
        Stage stage,
        @Nullable ProductId product,
        @Nullable Decision decision) {

    public enum Stage {
        WAITING,
        /** It becomes a page of its own. */
        APPROVED,
        /** There is a page of the same product. */
        MERGED,
        REJECTED,
        /** The seller has taken it back, or has handed in another for the same SKU. */
        WITHDRAWN
    }

    /** When it came to where it stands. */
    public Instant movedAt() {
        return decision == null ? proposedAt : decision.at();
    }

    /** Who decided and why; the reason may be empty where the decision speaks for itself. */
    public record Decision(String by, Instant at, String reason) {
        /** Whether one who decides so for this reason may have sent what was decided here once more. */
        public boolean isOf(String decidedBy, String why) {
            return by.equals(decidedBy) && reason.equals(why);
        }
    }
}
