package org.openstall.ordering;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Goods;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What sellers do for presents, and what of it a buyer can have with an offer. */
@Service
public class GiftSettings {
    /** In minor units. */
    public static final long MOST_WRAP = 1_000_000;

    private final GiftTermsStore store;
    private final Marketplaces marketplaces;

    GiftSettings(GiftTermsStore store, Marketplaces marketplaces) {
        this.store = store;
        this.marketplaces = marketplaces;
    }

    /** What came of saving. */
    public enum Saving {
        SAVED,
        /** The price of wrapping is negative, beyond {@link #MOST_WRAP}, or in another currency; nothing is saved. */
        NO_SUCH_PRICE
    }

    public GiftTerms of(SellerId seller, MarketplaceId marketplace) {
        return store.of(List.of(seller), marketplaces.get(marketplace)).getOrDefault(seller, GiftTerms.NONE);
    }

    @Transactional
    public Saving save(SellerId seller, MarketplaceId marketplace, GiftTerms terms) {
        if (terms.wrap() != null
                && (terms.wrap().isNegative()
                        || terms.wrap().minor() > MOST_WRAP
                        || !terms.wrap()
                                .currency()
                                .equals(marketplaces.get(marketplace).currency()))) {
            return Saving.NO_SUCH_PRICE;
        }
        store.save(seller, marketplace, terms);
        return Saving.SAVED;
    }

    /** What a buyer may ask for with each of some offers of a marketplace. */
    public Map<OfferKey, GiftOptions> options(MarketplaceId marketplace, Collection<Wanted> wanted) {
        // Most sellers' offers have nothing for presents, and then there is nothing to be read.
        Map<SellerId, GiftTerms> terms = store.of(
                wanted.stream()
                        .filter(it -> it.offer().terms().gifts().message()
                                || it.offer().terms().gifts().wrap())
                        .map(it -> it.offer().key().seller())
                        .collect(Collectors.toSet()),
                marketplaces.get(marketplace));
        Map<OfferKey, GiftOptions> options = new HashMap<>();
        for (Wanted each : wanted) {
            OfferKey key = each.offer().key();
            Product product = each.product();
            options.put(
                    key,
                    GiftOptions.of(
                            terms.getOrDefault(key.seller(), GiftTerms.NONE),
                            each.offer().terms().gifts(),
                            Goods.of(product == null ? null : product.productType())));
        }
        return options;
    }

    /** An offer and its page. */
    public record Wanted(Offer offer, @Nullable Product product) {}
}
