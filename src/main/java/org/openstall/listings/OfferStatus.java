package org.openstall.listings;

/** Whether buyers see an offer, and who decided if not. */
public enum OfferStatus {
    ACTIVE,
    /** The seller has closed it. */
    INACTIVE,
    /** The seller has it open, but something keeps it from buyers. */
    SUPPRESSED
}
