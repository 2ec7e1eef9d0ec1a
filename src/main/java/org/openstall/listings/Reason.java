package org.openstall.listings;

/** Why a quantity is changed; {@code text} says more and may be empty. */
public record Reason(AdjustmentReason code, String text) {
    /** What holds where nobody says. */
    public static final Reason COUNTED = new Reason(AdjustmentReason.COUNT_CORRECTION, "");

    /** Characters a text may have. */
    public static final int LONGEST = 500;

    static final Reason LISTED = new Reason(AdjustmentReason.LISTED, "");

    public Reason {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters");
        }
    }
}
