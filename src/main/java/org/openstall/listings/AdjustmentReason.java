package org.openstall.listings;

import java.util.Arrays;
import java.util.List;

/** Why a quantity was changed other than by a sale or its cancellation. */
public enum AdjustmentReason {
    /** Counted, and found to be other than noted. What holds where nobody says. */
    COUNT_CORRECTION,
    RECEIVED,
    DAMAGED,
    LOST,
    FOUND,
    /** To or from another place or SKU. */
    MOVED,
    /** With a text that says what. */
    OTHER,
    /** The offer was listed with it. */
    LISTED,
    /** An inventory file said so. */
    FILE;

    /** Those that people give. */
    public static List<AdjustmentReason> given() {
        return Arrays.stream(values()).filter(it -> it.compareTo(LISTED) < 0).toList();
    }
}
