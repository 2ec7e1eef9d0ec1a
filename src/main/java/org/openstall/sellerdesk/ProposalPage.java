package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ProductSheet;
import org.openstall.catalog.Proposal;
import org.openstall.listings.Offer;
import org.openstall.listings.ProposedOffer;
import org.openstall.pages.View;

/**
 * A seller's proposal and what became of it.
 *
 * @param wanted what he wants to sell there; null if nothing
 * @param listed his offer, once it is listed
 */
public record ProposalPage(
        Stall stall,
        Proposal proposal,
        String category,
        ProductSheet sheet,
        @Nullable ProposedOffer wanted,
        @Nullable Offer listed)
        implements View {}
