package org.openstall.listings;

import java.util.Set;

/** What came of listing an offer: the offer, or every reason why there is none. */
public sealed interface ListResult {
    record Listed(Offer offer) implements ListResult {}

    record Refused(Set<OfferRefusal> reasons) implements ListResult {}
}
