package org.openstall.listings;

/** Why an offer that its seller has open is kept from buyers. */
public enum Suppression {
    /** The operator has taken it off. */
    OPERATOR,
    /** The seller may not sell in this marketplace at present. */
    STANDING
}
