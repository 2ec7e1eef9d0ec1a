package org.openstall.sellers;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and opens the businesses that sell. */
@Service
public class Sellers {
    private final SellerStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LoadingCache<SellerId, Optional<Seller>> known;

    Sellers(SellerStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofSeconds(10))
                .build(store::find);
    }

    public Optional<Seller> find(SellerId id) {
        return known.get(id);
    }

    public Seller get(SellerId id) {
        return find(id).orElseThrow(() -> new NotYours("No seller " + id));
    }

    /** Those that exist, by id. */
    public Map<SellerId, Seller> find(Collection<SellerId> ids) {
        return store.find(ids);
    }

    @Transactional
    public SellerId open(NewSeller seller) {
        return openAll(List.of(seller)).getFirst();
    }

    /**
     * Opens many at once, in their order. One that was imported from the same source before keeps its id and
     * gains the marketplace.
     */
    @Transactional
    public List<SellerId> openAll(List<NewSeller> sellers) {
        return store.add(sellers);
    }

    /** Ids of sellers imported from a source, by the ids they had there. */
    public Map<String, SellerId> importedFrom(String source) {
        return store.importedFrom(source);
    }

    /** Everyone who sells in a marketplace, by name. */
    public List<Seller> in(MarketplaceId marketplace) {
        return store.in(marketplace);
    }

    /** Sellers of any marketplace with that id, ours or an imported one, or with the text in their name; by name. */
    public List<Seller> search(String text, int size) {
        return store.search(text.strip(), size);
    }

    /** Where a seller sells. */
    public Map<MarketplaceId, Standing> presences(SellerId id) {
        return store.presences(id);
    }

    /**
     * Whether a seller may sell in a marketplace, which stays so until the transaction ends; true where he has no
     * standing.
     */
    @Transactional
    public boolean sells(SellerId id, MarketplaceId marketplace) {
        return store.lockedStanding(id, marketplace).map(Standing::sells).orElse(true);
    }

    /**
     * Gives a seller another standing and keeps that in his history. Whether buyers see his offers changes at once,
     * in the same transaction; orders placed before stay, and are to be shipped.
     *
     * @param seen the standing that the operator saw when deciding
     * @param reason which the seller reads; not blank
     * @throws LostRace if it has been changed since
     */
    @Transactional
    public void changeStanding(
            SellerId id, MarketplaceId marketplace, Standing seen, Standing to, String reason, String changedBy) {
        LostRace.unlessOne(
                store.changeStanding(id, marketplace, seen, to), "Seller " + id + " has another standing by now");
        store.add(id, new StandingChange(marketplace, seen, to, reason.strip(), changedBy, clock.instant()));
        events.publishEvent(new StandingChanged(id, marketplace, seen, to));
    }

    /** The changes of a seller's standing in a marketplace, the newest first. */
    public Page<StandingChange> standingChanges(
            SellerId id, MarketplaceId marketplace, @Nullable String after, int size) {
        return store.standingChanges(id, marketplace, after, size);
    }

    /** The standing of everyone who sells in a marketplace. */
    public Map<SellerId, Standing> standings(MarketplaceId marketplace) {
        return store.standings(marketplace);
    }
}
