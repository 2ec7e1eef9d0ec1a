package org.openstall.listings;

/** Why an offer cannot be as a seller wants it. */
public enum OfferRefusal {
    PRICE_NOT_POSITIVE,
    PRICE_TOO_HIGH,
    PRICE_IN_OTHER_CURRENCY,
    /** A minimum or maximum price is not a price, or in another currency. */
    LIMIT_NOT_A_PRICE,
    PRICE_BELOW_MINIMUM,
    PRICE_ABOVE_MAXIMUM,
    MINIMUM_ABOVE_MAXIMUM,
    QUANTITY_NEGATIVE,
    QUANTITY_TOO_HIGH,
    HANDLING_OUT_OF_RANGE,
    /** The shortest handling time is longer than the longest. */
    HANDLING_REVERSED,
    /** Longer than {@value OfferPolicy#LONGEST_NOTE} characters. */
    NOTE_TOO_LONG,
    /** The note says what an offer must not be; {@link Offers#check} tells which words. */
    NOTE_REFUSED,
    /** The seller has an offer of this SKU in this marketplace. */
    SKU_TAKEN
}
