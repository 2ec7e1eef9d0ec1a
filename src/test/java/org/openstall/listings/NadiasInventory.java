package org.openstall.listings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.kernel.Audit;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.listings.InventoryQuery.Filter;
import org.openstall.listings.InventoryQuery.Sort;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** Nadia, who has nothing on sale yet, on a Monday at nine in the morning. */
abstract class NadiasInventory {
    @Autowired
    Inventory inventory;

    @Autowired
    Offers offers;

    @Autowired
    private List<Audit> audits;

    @Autowired
    MarketFixture market;

    @Autowired
    MovableClock clock;

    SellerId nadia;

    @BeforeEach
    void nadia_sells() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = market.seller("Nadia's Home");
    }

    Offer offer(String sku, String price, int quantity) {
        return market.offer(nadia, sku, "Thing " + sku, price, quantity);
    }

    /** So many buyers take one each. */
    Order sell(Offer offer, int times) {
        for (int i = 1; i < times; i++) {
            market.order(market.buyer("Omar"), offer);
        }
        return market.order(market.buyer("Omar"), offer);
    }

    List<String> skus(Filter filter, Sort sort) {
        return skus(new InventoryQuery(filter, sort, null, Set.of(), null, 100));
    }

    List<String> skus(InventoryQuery query) {
        return inventory.page(nadia, Marketplaces.US, query).items().stream()
                .map(it -> it.offer().key().sku().value())
                .toList();
    }

    /** All that is found, page by page. */
    List<String> paged(Filter filter, Sort sort, @Nullable String prefix, int size) {
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            Page<InventoryItem> page = inventory.page(
                    nadia, Marketplaces.US, new InventoryQuery(filter, sort, prefix, Set.of(), after, size));
            page.items().forEach(it -> paged.add(it.offer().key().sku().value()));
            after = page.next();
        } while (after != null);
        return paged;
    }

    /** What the audit says of her. */
    List<String> differences() {
        return audits.stream()
                .flatMap(it -> Differences.of(it).stream())
                .filter(it -> it.contains(nadia.value()))
                .toList();
    }
}
