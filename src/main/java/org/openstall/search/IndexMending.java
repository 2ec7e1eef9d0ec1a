package org.openstall.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferSummary;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Component;

/** Compares the index with the catalogue and the offers, and writes what differs. */
@Component
class IndexMending {
    /** From here on it pays to tidy up. */
    private static final int MANY = 1_000;

    private final ProductIndex index;
    private final Catalog catalog;
    private final Offers offers;
    private final Marketplaces marketplaces;

    private volatile boolean stopping;

    IndexMending(ProductIndex index, Catalog catalog, Offers offers, Marketplaces marketplaces) {
        this.index = index;
        this.catalog = catalog;
        this.offers = offers;
        this.marketplaces = marketplaces;
    }

    /** Whoever mends everything stops where he is. */
    void stop() {
        stopping = true;
    }

    /** Says how many products were missing, wrong or too many. */
    int mend() {
        int mended = marketplaces.all().stream()
                .map(Marketplace::id)
                .mapToInt(this::mend)
                .sum();
        if (mended >= MANY && !stopping) {
            index.tidyUp();
        }
        return mended;
    }

    private int mend(MarketplaceId marketplace) {
        List<Integer> mended = new ArrayList<>();
        offers.forEachListedProduct(marketplace, products -> mended.add(mend(marketplace, products)));
        index.forEachProduct(marketplace, products -> mended.add(mend(marketplace, products)));
        return mended.stream().mapToInt(Integer::intValue).sum();
    }

    /** Says how many of the products were missing, wrong or too many. */
    int mend(MarketplaceId marketplace, Collection<ProductId> ids) {
        if (stopping) {
            return 0;
        }
        Map<ProductId, Product> products = catalog.current(ids);
        Map<ProductId, OfferSummary> summaries = offers.summaries(marketplace, ids).stream()
                .collect(Collectors.toMap(OfferSummary::product, Function.identity()));
        Map<String, Integer> indexed = index.fingerprints(
                ids.stream().map(it -> ListedProduct.key(marketplace, it)).toList());
        List<ListedProduct> wrong = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (ProductId id : ids) {
            Product product = products.get(id);
            OfferSummary summary = summaries.get(id);
            if (product != null && summary != null) {
                ListedProduct right =
                        ListedProduct.of(marketplace, product, catalog.category(product.category()), summary);
                if (!Objects.equals(indexed.get(right.key()), right.fingerprint())) {
                    wrong.add(right);
                }
            } else if (indexed.containsKey(ListedProduct.key(marketplace, id))) {
                gone.add(ListedProduct.key(marketplace, id));
            }
        }
        index.write(wrong, gone);
        return wrong.size() + gone.size();
    }
}
