package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.listings.Offer;
import org.openstall.listings.TakenOff;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/**
 * What a seller offers in a marketplace, by SKU.
 *
 * @param places where else he sells, the marketplace shown included
 * @param suppressed whether only offers that something keeps from buyers are shown
 * @param behind whether the list has yet to follow what a file has changed
 */
public record OffersPage(
        Seller seller,
        Marketplace place,
        List<Marketplace> places,
        String q,
        boolean suppressed,
        boolean behind,
        Page<Line> lines)
        implements View {

    public OffersPage {
        places = List.copyOf(places);
    }

    /** An offer; {@code takenOff} says why if the operator has taken it off. */
    public record Line(Offer offer, String title, @Nullable TakenOff takenOff) {
        public String path() {
            return OfferController.path(offer.key());
        }
    }

    public String path() {
        return "/operator/sellers/" + seller.id();
    }
}
