package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.sellers.Standing;

/**
 * Whose desk it is and in which marketplace.
 *
 * @param why the operator's reason, if he has warned or stopped the seller
 * @param user the name of the person at the desk
 */
public record Stall(
        SellerId seller,
        String name,
        Marketplace marketplace,
        Standing standing,
        @Nullable String why,
        String user) {

    public MarketplaceId place() {
        return marketplace.id();
    }

    /** Whether the operator has told the seller something about his standing. */
    public boolean isWarned() {
        return standing != Standing.ACTIVE;
    }

    /** Whether nobody can buy from the seller now. */
    public boolean isBlocked() {
        return !standing.sells();
    }
}
