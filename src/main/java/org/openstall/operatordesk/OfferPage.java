package org.openstall.operatordesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.TakenOff;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.Frame;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/**
 * One offer of a seller, to be taken off or given back.
 *
 * @param takenOff if it is off, and why
 * @param reason as typed
 */
public record OfferPage(
        Seller seller,
        Marketplace place,
        Offer offer,
        String title,
        @Nullable TakenOff takenOff,
        Page<List<OfferChange>> history,
        String reason,
        @Nullable Problem problem)
        implements View {

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

    /** A value of the history as people read it. */
    public String shown(String field, String value, Frame frame) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case "status", "offer" -> frame.t("desk.offer." + value);
            case "gift-message", "gift-wrap" -> frame.t("desk.offer.allowed." + value);
            default -> value;
        };
    }
}
