package org.openstall.search;

import java.util.List;
import org.openstall.catalog.ProductChanged;
import org.openstall.listings.OfferChanged;
import org.openstall.listings.OffersChanged;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes what the indexes have to follow, in the transaction that changes it: whoever makes the change, a page, a file
 * or an import beside the server, every node hears of it.
 */
@Component
class ChangeLog {
    private final ChangeStore store;
    private final Marketplaces marketplaces;

    ChangeLog(ChangeStore store, Marketplaces marketplaces) {
        this.store = store;
        this.marketplaces = marketplaces;
    }

    @EventListener
    void on(OfferChanged event) {
        store.add(event.marketplace(), List.of(event.product()));
    }

    @EventListener
    void on(OffersChanged event) {
        store.add(event.marketplace(), event.products());
    }

    @EventListener
    void on(ProductChanged event) {
        marketplaces.all().forEach(it -> store.add(it.id(), List.of(event.product())));
    }
}
