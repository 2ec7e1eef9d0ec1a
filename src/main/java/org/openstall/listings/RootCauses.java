package org.openstall.listings;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
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

    /** One thing that counts against an offer: the feedback, contact, return or claim of that id. */
    public record Noted(OfferKey offer, String id) implements Comparable<Noted> {
        private static final Comparator<Noted> ORDER =
                Comparator.comparing(Noted::offer).thenComparing(Noted::id);

        @Override
        public int compareTo(Noted other) {
            return ORDER.compare(this, other);
        }
    }

    /** All that counts against any offer, for checking it against its source. */
    public Page<Noted> noted(Source source, @Nullable String after, int size) {
        return store.noted(source, after, size);
    }

    /** What counts against a seller's offers by the given ids. */
    public Set<Noted> noted(SellerId seller, Source source, Collection<String> ids) {
        return store.noted(seller, source, ids);
    }

    /** Of the offers of one seller in one marketplace of which anything was said. */
    public Map<OfferKey, NotAsDescribed> of(Collection<OfferKey> offers) {
        return offers.isEmpty() ? Map.of() : store.of(offers);
    }
}
