package org.openstall.catalog;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;

/**
 * There is a page for what a seller proposed, his own or one that was there before. Told in the transaction that notes
 * it, whose home is the seller.
 *
 * @param offer what he wants to sell there, as it was handed over with the proposal
 */
public record ProposalAccepted(
        ProposalKey proposal, ProductId product, @Nullable String offer, String proposedBy) {}
