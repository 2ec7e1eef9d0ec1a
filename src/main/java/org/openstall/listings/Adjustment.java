package org.openstall.listings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Sku;

/**
 * A line of the ledger of a seller's stock: a change of quantity that is neither a sale nor the return of a cancelled
 * one.
 *
 * @param file the inventory file that made the change; null if {@code by} made it on a page
 * @param caseId the support case that is about it, if there is one
 */
public record Adjustment(
        Sku sku,
        Instant at,
        String by,
        @Nullable UUID file,
        int from,
        int to,
        Reason reason,
        @Nullable String caseId) {

    public int difference() {
        return to - from;
    }
}
