package org.openstall.fulfilment;

import java.util.List;
import org.openstall.kernel.OrderId;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;

/** What came of confirming a shipment, or of correcting a package's label. */
public sealed interface ConfirmationResult {

    /**
     * Confirmed now, or before in the very same way.
     *
     * @param sameNumber other orders of the seller with a package of the same number, at most a few: mostly a mistake
     */
    record Confirmed(Parcel parcel, List<OrderId> sameNumber) implements ConfirmationResult {
        public Confirmed {
            sameNumber = List.copyOf(sameNumber);
        }
    }

    /** The number cannot be one of this carrier's. */
    record NumberRefused(Carrier carrier, TrackingNumbers.Check.Refused why) implements ConfirmationResult {}

    /** More units than are left to ship. */
    record TooMany(List<Excess> excesses) implements ConfirmationResult {
        public TooMany {
            excesses = List.copyOf(excesses);
        }
    }

    record Refused(Reason reason) implements ConfirmationResult {}

    /** So many units of a line were to go into a package, but only so many are left. */
    record Excess(int line, String title, int asked, int left) {}

    /** Why a confirmation is refused, apart from its number. */
    enum Reason {
        NO_SUCH_ORDER,
        TRACKING_NUMBER_MISSING,
        CARRIER_NAME_MISSING,
        TRACKING_LINK_REFUSED,
        TEXT_TOO_LONG,
        NOTHING_IN_IT,
        NO_SUCH_LINE,
        ALREADY_SHIPPED,
        DELIVERED,
        CANCELLED
    }
}
