package org.openstall.storefront;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductTypes;
import org.openstall.health.Health;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.ProductId;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.Checkouts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that people look at most: one query for the offers, all else is remembered for some seconds. */
@Controller
class ProductController {
    private final Catalog catalog;
    private final ProductTypes types;
    private final Offers offers;
    private final Sellers sellers;
    private final Health health;
    private final Checkouts checkouts;
    private final Marketplaces marketplaces;

    ProductController(
            Catalog catalog,
            ProductTypes types,
            Offers offers,
            Sellers sellers,
            Health health,
            Checkouts checkouts,
            Marketplaces marketplaces) {
        this.catalog = catalog;
        this.types = types;
        this.offers = offers;
        this.sellers = sellers;
        this.health = health;
        this.checkouts = checkouts;
        this.marketplaces = marketplaces;
    }

    @GetMapping("/products/{id}")
    View product(@PathVariable ProductId id, Visitor visitor) {
        Product product = catalog.find(id).orElseThrow(() -> new NotYours("No product " + id));
        List<ShownOffer> shown = shown(offers.of(visitor.marketplace().id(), id), visitor.marketplace());
        return new ProductPage(
                product,
                catalog.category(product.category()),
                types.sheet(product, visitor.language().locale()),
                shown.isEmpty() ? null : shown.getFirst(),
                shown.stream().skip(1).toList());
    }

    private List<ShownOffer> shown(List<Offer> all, Marketplace marketplace) {
        int most = marketplaces.policies(marketplace.id()).whole(Policy.MAX_QUANTITY_PER_LINE);
        Map<Integer, LocalDate> delivery = new HashMap<>();
        return all.stream()
                .map(offer -> new ShownOffer(
                        offer,
                        sellers.get(offer.key().seller()),
                        health.shownScore(offer.key().seller(), marketplace.id()),
                        delivery.computeIfAbsent(
                                offers.handlingDays(offer),
                                days -> marketplace.dayOf(
                                        checkouts.promise(marketplace, days).deliveredBy())),
                        Math.min(offer.quantity(), most)))
                .toList();
    }
}
