package org.openstall.shipping;

/** How fast a package is to travel, as the buyer chose it and the seller bought it from the carrier. */
public enum ServiceLevel {
    STANDARD,
    EXPEDITED,
    TWO_DAY,
    ONE_DAY,
    /** Slow, and free of charge where a seller offers it so. */
    ECONOMY,
    /** To another country. */
    INTERNATIONAL
}
