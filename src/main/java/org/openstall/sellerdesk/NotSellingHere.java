package org.openstall.sellerdesk;

import java.util.Set;
import org.openstall.kernel.MarketplaceId;

/** The seller has opened the desk of a marketplace in which he does not sell. */
final class NotSellingHere extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<MarketplaceId> elsewhere;

    NotSellingHere(Set<MarketplaceId> elsewhere) {
        super("Sells in " + elsewhere);
        this.elsewhere = Set.copyOf(elsewhere);
    }

    Set<MarketplaceId> elsewhere() {
        return elsewhere;
    }
}
