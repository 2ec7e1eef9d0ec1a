package org.openstall.search;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferSummary;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares the index with the offers and writes what differs. Runs behind a starting web server, so that an index
 * that is missing, was cut short by a crash, or is older or newer than a restored database is soon right again.
 */
@Component
class IndexMending {
    private static final Logger LOG = LoggerFactory.getLogger(IndexMending.class);

    /** From here on it pays to tidy up. */
    private static final int MANY = 1_000;

    private final ProductIndex index;
    private final IndexUpdates updates;
    private final Offers offers;
    private final Marketplaces marketplaces;

    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    IndexMending(ProductIndex index, IndexUpdates updates, Offers offers, Marketplaces marketplaces) {
        this.index = index;
        this.updates = updates;
        this.offers = offers;
        this.marketplaces = marketplaces;
    }

    @EventListener(WebServerInitializedEvent.class)
    void behindTheStart() {
        thread = Thread.ofVirtual().name("search-index-mending").start(() -> {
            int mended = mend();
            if (mended > 0) {
                LOG.info("The search index lacked {} products or had them wrong; it is right again", mended);
            }
        });
    }

    /** Leaves the rest for the next start, and returns before the database is taken away. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.join();
        }
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

    private int mend(MarketplaceId marketplace, List<ProductId> products) {
        if (stopping) {
            return 0;
        }
        Map<ProductId, ProductIndex.Entry> indexed = index.entries(marketplace, products);
        Map<ProductId, ProductIndex.Entry> right = offers.summaries(marketplace, products).stream()
                .collect(Collectors.toMap(OfferSummary::product, IndexMending::entry));
        Set<ProductId> wrong = products.stream()
                .filter(it -> !Objects.equals(indexed.get(it), right.get(it)))
                .collect(Collectors.toSet());
        updates.write(marketplace, wrong);
        return wrong.size();
    }

    private static ProductIndex.Entry entry(OfferSummary summary) {
        return new ProductIndex.Entry(
                summary.product().value(), summary.lowestPrice().minor(), summary.offers(), summary.inStock());
    }
}
