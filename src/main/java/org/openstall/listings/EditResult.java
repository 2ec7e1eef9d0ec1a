package org.openstall.listings;

import java.util.Set;

/** What came of an edit: the offer as it is now, or every reason why nothing was changed. */
public sealed interface EditResult {
    record Edited(Offer offer) implements EditResult {}

    record Refused(Set<Reason> reasons) implements EditResult {}

    /** Why an edit is refused. */
    enum Reason {
        PRICE_NOT_POSITIVE,
        PRICE_TOO_HIGH,
        PRICE_IN_OTHER_CURRENCY,
        QUANTITY_NEGATIVE,
        QUANTITY_TOO_HIGH,
        HANDLING_OUT_OF_RANGE
    }
}
