package org.openstall.listings;

import java.util.Set;

/** What came of an edit: the offer as it is now, or every reason why nothing was changed. */
public sealed interface EditResult {
    record Edited(Offer offer) implements EditResult {}

    record Refused(Set<OfferRefusal> reasons) implements EditResult {}
}
