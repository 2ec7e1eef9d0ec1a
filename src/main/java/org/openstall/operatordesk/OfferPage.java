package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.TakenOff;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;
import org.openstall.shipping.Template;

/**
 * One offer of a seller, to be taken off or given back.
 *
 * @param takenOff if it is off, and why
 * @param templates by which the seller ships
 * @param reason as typed
 */
public record OfferPage(
        Seller seller,
        Marketplace place,
        Offer offer,
        String title,
        @Nullable TakenOff takenOff,
        Page<List<OfferChange>> history,
        List<Template> templates,
        String reason,
        @Nullable Problem problem)
        implements View {

    public OfferPage {
        templates = List.copyOf(templates);
    }

    /** Why it was not taken off. */
    public enum Problem {
        REASON_MISSING,
        REASON_TOO_LONG
    }

    @Override
    public int status() {
        return problem == null ? 200 : 422;
    }

    public String path() {
        return "/operator/sellers/" + seller.id();
    }

    /** Where this page is. */
    public String address() {
        return OfferController.path(offer.key());
    }
}
