package org.openstall.storefront;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.health.Health;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.Deliveries;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that people look at most: one query for the offers, all else is remembered for some seconds. */
@Controller
class ProductController {
    private static final int AT_ONCE = 100;

    private final Catalog catalog;
    private final ProductTypes types;
    private final Offers offers;
    private final Sellers sellers;
    private final Health health;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final Occasions occasions;
    private final Clock clock;
    private final Marketplaces marketplaces;

    ProductController(
            Catalog catalog,
            ProductTypes types,
            Offers offers,
            Sellers sellers,
            Health health,
            Deliveries deliveries,
            Destinations destinations,
            Occasions occasions,
            Marketplaces marketplaces,
            Clock clock) {
        this.catalog = catalog;
        this.types = types;
        this.offers = offers;
        this.sellers = sellers;
        this.health = health;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.occasions = occasions;
        this.clock = clock;
        this.marketplaces = marketplaces;
    }

    @GetMapping("/products/{id}")
    View product(@PathVariable ProductId id, @RequestParam(required = false) @Nullable String after, Visitor visitor) {
        Product product = catalog.find(id).orElseThrow(() -> new NotYours("No product " + id));
        Marketplace marketplace = visitor.marketplace();
        Page<Offer> found = offers.of(marketplace.id(), id, null, AT_ONCE);
        Optional<Offer> first = found.items().stream().findFirst();
        Page<Offer> others = after == null
                ? new Page<>(found.items().stream().skip(1).toList(), found.next())
                : offers.of(marketplace.id(), id, after, AT_ONCE);
        Deliveries.Quoting quoting = deliveries.quoting(
                marketplace,
                destinations.of(visitor),
                Stream.concat(first.stream(), others.items().stream())
                        .map(it -> it.key().seller())
                        .collect(Collectors.toSet()),
                clock.instant());
        return new ProductPage(
                product,
                catalog.category(product.category()),
                types.sheet(product, visitor.language().locale()),
                first.map(it -> shown(it, product, quoting)).orElse(null),
                others.map(it -> shown(it, product, quoting)),
                Math.max(0, (found.next() == null ? found.items().size() : offers.count(marketplace.id(), id)) - 1),
                first.filter(it -> it.canSell(1))
                        .map(it -> occasions.of(quoting, it.key().seller(), wanted(it, product)))
                        .orElse(null));
    }

    private static List<Deliveries.Wanted> wanted(Offer offer, Product product) {
        return List.of(new Deliveries.Wanted(offer, 1, product));
    }

    private ShownOffer shown(Offer offer, Product product, Deliveries.Quoting quoting) {
        Marketplace marketplace = quoting.marketplace();
        SellerId seller = offer.key().seller();
        return new ShownOffer(
                offer,
                sellers.get(seller),
                health.shownScore(seller, marketplace.id()),
                quoting.quote(seller, wanted(offer, product)).options().stream()
                        .map(it -> ShownDelivery.of(it, marketplace))
                        .toList(),
                Math.min(
                        offer.quantity(),
                        marketplaces.policies(marketplace.id()).whole(Policy.MAX_QUANTITY_PER_LINE)));
    }
}
