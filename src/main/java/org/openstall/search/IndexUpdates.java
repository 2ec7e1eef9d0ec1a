package org.openstall.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductChanged;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferChanged;
import org.openstall.listings.OfferSummary;
import org.openstall.listings.Offers;
import org.openstall.listings.OffersChanged;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Follows the offers: writes a product's document anew from what the catalogue and the offers say now. */
@Component
class IndexUpdates {
    private final ProductIndex index;
    private final Catalog catalog;
    private final Offers offers;
    private final Marketplaces marketplaces;
    private final Lock writing = new ReentrantLock();

    IndexUpdates(ProductIndex index, Catalog catalog, Offers offers, Marketplaces marketplaces) {
        this.index = index;
        this.catalog = catalog;
        this.offers = offers;
        this.marketplaces = marketplaces;
    }

    @ApplicationModuleListener
    void on(OfferChanged event) {
        write(event.marketplace(), List.of(event.product()));
    }

    @ApplicationModuleListener
    void on(OffersChanged event) {
        write(event.marketplace(), event.products());
    }

    @ApplicationModuleListener
    void on(ProductChanged event) {
        marketplaces.all().forEach(it -> write(it.id(), List.of(event.product())));
    }

    /** One at a time, so that nobody writes what he read before another's change over that change. */
    void write(MarketplaceId marketplace, Collection<ProductId> ids) {
        writing.lock();
        try {
            writeAlone(marketplace, ids);
        } finally {
            writing.unlock();
        }
    }

    private void writeAlone(MarketplaceId marketplace, Collection<ProductId> ids) {
        Map<ProductId, Product> products = catalog.find(ids);
        Map<ProductId, OfferSummary> summaries = offers.summaries(marketplace, ids).stream()
                .collect(Collectors.toMap(OfferSummary::product, Function.identity()));
        List<ListedProduct> present = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (ProductId id : ids) {
            Product product = products.get(id);
            OfferSummary summary = summaries.get(id);
            if (product == null || summary == null) {
                gone.add(ListedProduct.key(marketplace, id));
            } else {
                present.add(ListedProduct.of(marketplace, product, catalog.category(product.category()), summary));
            }
        }
        index.write(present, gone);
    }
}
