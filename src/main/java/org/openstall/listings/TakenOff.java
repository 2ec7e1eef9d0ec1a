package org.openstall.listings;

import java.time.Instant;

/** That the operator has taken an offer off. The seller reads the reason. */
public record TakenOff(String reason, String by, Instant at) {
    public static final int LONGEST_REASON = 1_000;

    public TakenOff {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("No reason for taking off: " + reason);
        }
    }
}
