package org.openstall.catalog;

/** An operator wants a page made of a proposal. */
public record ProposalApproved(ProposalKey proposal) {}
