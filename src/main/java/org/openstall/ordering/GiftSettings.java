package org.openstall.ordering;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.shipping.Goods;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What sellers do for presents, and what of it a buyer can have with an offer. */
@Service
public class GiftSettings {
    /** In minor units. */
    public static final long MOST_WRAP = 1_000_000;

    /** How long a node may go on with what another node has changed. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final GiftTermsStore store;
    private final Marketplaces marketplaces;
    private final LoadingCache<Key, GiftTerms> terms;

    GiftSettings(GiftTermsStore store, Marketplaces marketplaces) {
        this.store = store;
        this.marketplaces = marketplaces;
        this.terms = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(FRESHNESS)
                .build(key -> store.of(key.seller(), marketplaces.get(key.marketplace())));
    }

    private record Key(SellerId seller, MarketplaceId marketplace) {}

    /** What came of saving. */
    public enum Saving {
        SAVED,
        /** The price of wrapping is negative, beyond {@link #MOST_WRAP}, or in another currency; nothing is saved. */
        NO_SUCH_PRICE
    }

    /** As of some seconds ago at the longest. */
    public GiftTerms of(SellerId seller, MarketplaceId marketplace) {
        return terms.get(new Key(seller, marketplace));
    }

    @Transactional
    public Saving save(SellerId seller, MarketplaceId marketplace, GiftTerms settled) {
        Money wrap = settled.wrap();
        if (wrap != null
                && (wrap.isNegative()
                        || wrap.minor() > MOST_WRAP
                        || !wrap.currency().equals(marketplaces.get(marketplace).currency()))) {
            return Saving.NO_SUCH_PRICE;
        }
        store.save(seller, marketplace, settled);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                terms.invalidate(new Key(seller, marketplace));
            }
        });
        return Saving.SAVED;
    }

    /** Whether a marketplace's books, music, video and DVDs can be gifts. */
    public boolean areForMedia(MarketplaceId marketplace) {
        return marketplaces.policies(marketplace).isOn(Policy.GIFTS_FOR_MEDIA);
    }

    /** What a buyer may ask for with each of some offers of a marketplace. */
    public Map<OfferKey, GiftOptions> options(MarketplaceId marketplace, Collection<Wanted> wanted) {
        boolean media = areForMedia(marketplace);
        Map<OfferKey, GiftOptions> options = new HashMap<>();
        for (Wanted each : wanted) {
            OfferKey key = each.offer().key();
            Gifts offered = each.offer().terms().gifts();
            // Most offers are not for presents, and then it does not matter what the seller does.
            boolean maybe = !offered.equals(Gifts.NONE) && (media || goods(each.product()) != Goods.MEDIA);
            options.put(key, maybe ? GiftOptions.of(of(key.seller(), marketplace), offered) : GiftOptions.NONE);
        }
        return options;
    }

    private static Goods goods(@Nullable Product product) {
        return Goods.of(product == null ? null : product.productType());
    }

    /** An offer and its page. */
    public record Wanted(Offer offer, @Nullable Product product) {}
}
