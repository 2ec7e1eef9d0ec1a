package org.openstall.sellers;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and opens the businesses that sell. */
@Service
public class Sellers {
    private final SellerStore store;
    private final LoadingCache<SellerId, Optional<Seller>> known;

    Sellers(SellerStore store) {
        this.store = store;
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

    /** The standing of everyone who sells in a marketplace. */
    public Map<SellerId, Standing> standings(MarketplaceId marketplace) {
        return store.standings(marketplace);
    }
}
