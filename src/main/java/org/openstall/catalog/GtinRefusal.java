package org.openstall.catalog;

/** Why a text is not a product code. */
public enum GtinRefusal implements GtinReading {
    /** Something other than digits, blanks and hyphens (and the final X of an ISBN-10). */
    NOT_DIGITS,
    /** Not 8, 10, 12, 13 or 14 digits. */
    LENGTH,
    /** The last digit does not follow from the others: most likely a typing mistake. */
    CHECK_DIGIT,
    /** Nothing but zeros, which people write where they have no code. */
    ALL_ZEROS
}
