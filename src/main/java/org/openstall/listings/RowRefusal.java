package org.openstall.listings;

/** Why a staged row cannot be published: it does not fit the offer it is about. */
public enum RowRefusal {
    UNKNOWN_SKU,
    PRODUCT_MISSING,
    PRICE_MISSING,
    CONDITION_MISSING,
    PRODUCT_DIFFERS,
    CONDITION_DIFFERS,
    MINIMUM_ABOVE_MAXIMUM,
    PRICE_BELOW_MINIMUM,
    PRICE_ABOVE_MAXIMUM,
    HANDLING_REVERSED,
    /** A later row of the file is about the same SKU; that one counts. */
    SUPERSEDED
}
