package org.openstall.listings;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.openstall.listings.NotAsDescribed.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts against each offer what buyers say was not as described, so that its seller sees which one to mend. The module
 * in which it is said tells, in the transaction in which it is said or taken back.
 */
@Service
public class RootCauses {
    private final RootCauseStore store;
    private final Clock clock;

    RootCauses(RootCauseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts it; told twice, once. There need not be such an offer any more.
     *
     * @param id of the feedback, contact, return or claim
     */
    @Transactional
    public void note(OfferKey offer, Source source, String id) {
        store.add(offer, source, id, clock.instant());
    }

    /** Counts it no longer, because it was taken back or decided otherwise. */
    @Transactional
    public void takeBack(OfferKey offer, Source source, String id) {
        store.remove(offer, source, id);
    }

    /** Of the offers of one seller in one marketplace of which anything was said. */
    public Map<OfferKey, NotAsDescribed> of(Collection<OfferKey> offers) {
        return offers.isEmpty() ? Map.of() : store.of(offers);
    }
}
