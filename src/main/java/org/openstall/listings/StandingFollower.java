package org.openstall.listings;

import java.util.List;
import org.openstall.kernel.ProductId;
import org.openstall.sellers.StandingChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes all offers of a seller off sale when he may not sell any more, and back when he may. */
@Component
class StandingFollower {
    /** Products that one event tells of. */
    private static final int STRETCH = 1_000;

    private final BulkOfferStore store;
    private final ApplicationEventPublisher events;

    StandingFollower(BulkOfferStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** In the transaction of the change: nobody can buy from a seller who has just been stopped. */
    @EventListener
    void on(StandingChanged event) {
        if (event.from().sells() == event.to().sells()) {
            return;
        }
        List<ProductId> products = event.to().sells()
                ? store.releaseAll(event.seller(), event.marketplace(), Suppression.STANDING)
                : store.suppressAll(event.seller(), event.marketplace(), Suppression.STANDING);
        for (int from = 0; from < products.size(); from += STRETCH) {
            events.publishEvent(new OffersChanged(
                    event.marketplace(),
                    List.copyOf(products.subList(from, Math.min(from + STRETCH, products.size())))));
        }
    }
}
