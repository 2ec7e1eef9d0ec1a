package org.openstall.sellers;

/** Where a seller is on the enforcement ladder of one marketplace. Only active and at-risk sellers sell. */
public enum Standing {
    ACTIVE,
    AT_RISK,
    DEACTIVATED,
    CLOSED;

    /** Whether buyers see the seller's offers. */
    public boolean sells() {
        return this == ACTIVE || this == AT_RISK;
    }
}
