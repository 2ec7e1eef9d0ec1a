package org.openstall.sellerdesk;

import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.sellers.Standing;

/** Whose desk it is and in which marketplace; {@code user} is the name of the person at the desk. */
public record Stall(SellerId seller, String name, Marketplace marketplace, Standing standing, String user) {

    public MarketplaceId place() {
        return marketplace.id();
    }

    /** Whether nobody can buy from the seller now. */
    public boolean isBlocked() {
        return standing == Standing.DEACTIVATED || standing == Standing.CLOSED;
    }
}
