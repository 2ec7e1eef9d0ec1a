package org.openstall.storefront;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.openstall.kernel.BuyerId;
import org.openstall.ordering.Address;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Orders;
import org.openstall.pages.Visitor;
import org.openstall.shipping.Destination;
import org.springframework.stereotype.Component;

/** Where visitors would have things sent: to where the last ones went, or else somewhere in the country. */
@Component
class Destinations {
    /** Whoever has just ordered to another address may see dates for the old one so long. */
    private static final Duration FRESHNESS = Duration.ofSeconds(30);

    private final LoadingCache<BuyerId, Optional<Address>> addresses;

    Destinations(Orders orders) {
        this.addresses = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(FRESHNESS)
                .build(orders::lastAddress);
    }

    Destination of(Visitor visitor) {
        String country = visitor.marketplace().country();
        Optional<BuyerId> buyer = visitor.isSignedIn() ? visitor.buyer() : Optional.empty();
        return buyer.flatMap(addresses::get)
                .filter(it -> it.country().equals(country))
                .map(Deliveries::destination)
                .orElseGet(() -> Destination.somewhereIn(country));
    }
}
