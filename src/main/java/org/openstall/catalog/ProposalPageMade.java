package org.openstall.catalog;

import org.openstall.kernel.ProductId;

/** The page of an approved proposal is in the catalogue. */
public record ProposalPageMade(ProposalKey proposal, ProductId product) {}
