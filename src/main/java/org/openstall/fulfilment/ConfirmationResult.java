package org.openstall.fulfilment;

import org.openstall.shipping.TrackingNumbers;

/** What came of confirming a shipment. */
public sealed interface ConfirmationResult {

    /** Confirmed now, or before with the very same number. */
    record Confirmed(Parcel parcel) implements ConfirmationResult {}

    /** The number cannot be one of this carrier's. */
    record NumberRefused(TrackingNumbers.Check.Refused why) implements ConfirmationResult {}

    record Refused(Reason reason) implements ConfirmationResult {}

    /** Why a confirmation is refused, apart from its number. */
    enum Reason {
        TRACKING_NUMBER_MISSING,
        CARRIER_NAME_MISSING,
        TEXT_TOO_LONG,
        ALREADY_SHIPPED,
        CANCELLED
    }
}
