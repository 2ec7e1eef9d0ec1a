package org.openstall.operatordesk;

import java.util.List;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;
import org.openstall.sellers.StandingChange;

/**
 * Every change of a seller's standing in a marketplace, the newest first.
 *
 * @param places where he sells
 */
public record StandingChangesPage(
        Seller seller, List<Marketplace> places, Marketplace place, Page<StandingChange> changes) implements View {

    public StandingChangesPage {
        places = List.copyOf(places);
    }

    /** The seller's page. */
    public String path() {
        return "/operator/sellers/" + seller.id();
    }
}
