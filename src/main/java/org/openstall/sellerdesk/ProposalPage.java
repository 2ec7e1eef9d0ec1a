package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductSheet;
import org.openstall.catalog.Proposal;
import org.openstall.listings.Offer;
import org.openstall.listings.ProposedOffer;
import org.openstall.pages.View;

/**
 * A seller's proposal and what became of it.
 *
 * @param same pages that may be of the same product, while it waits
 * @param wanted what he wants to sell there; null if nothing
 * @param listed his offer, once it is listed
 */
public record ProposalPage(
        Stall stall,
        Proposal proposal,
        List<Product> same,
        String category,
        ProductSheet sheet,
        @Nullable ProposedOffer wanted,
        @Nullable Offer listed)
        implements View {

    public ProposalPage {
        same = List.copyOf(same);
    }

    public boolean waits() {
        return proposal.stage() == Proposal.Stage.WAITING;
    }
}
