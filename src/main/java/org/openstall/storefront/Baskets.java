package org.openstall.storefront;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.CartLine;
import org.openstall.ordering.Carts;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Gift;
import org.openstall.ordering.GiftOptions;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.TaxCalculator;
import org.openstall.ordering.Taxable;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Destination;
import org.openstall.shipping.Quote;
import org.openstall.shipping.ServiceLevel;
import org.openstall.storefront.Basket.Line;
import org.openstall.storefront.Basket.Share;
import org.springframework.stereotype.Component;

/** Looks at carts with the eyes of a buyer: by seller, with the prices and the stock of this moment. */
@Component
class Baskets {
    private final Carts carts;
    private final Offers offers;
    private final Catalog catalog;
    private final Sellers sellers;
    private final Deliveries deliveries;
    private final GiftSettings gifts;
    private final TaxCalculator taxes;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Baskets(
            Carts carts,
            Offers offers,
            Catalog catalog,
            Sellers sellers,
            Deliveries deliveries,
            GiftSettings gifts,
            TaxCalculator taxes,
            Marketplaces marketplaces,
            Clock clock) {
        this.carts = carts;
        this.offers = offers;
        this.catalog = catalog;
        this.sellers = sellers;
        this.deliveries = deliveries;
        this.gifts = gifts;
        this.taxes = taxes;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    Basket empty(Marketplace marketplace) {
        Money nothing = Money.zero(marketplace.currency());
        return new Basket(List.of(), nothing, nothing, nothing);
    }

    /** A cart in which nothing is chosen yet. */
    Basket of(BuyerId buyer, Marketplace marketplace, Destination destination) {
        return of(buyer, marketplace, destination, Map.of(), Map.of());
    }

    /**
     * @param services how the buyer would have each seller ship; of one who is not named, by his cheapest service
     * @param given which lines he would give away
     */
    Basket of(
            BuyerId buyer,
            Marketplace marketplace,
            Destination destination,
            Map<SellerId, ServiceLevel> services,
            Map<OfferKey, Gift> given) {
        Map<SellerId, List<Line>> bySeller = new LinkedHashMap<>();
        for (Line line : lines(carts.lines(buyer, marketplace.id()), marketplace, given)) {
            bySeller.computeIfAbsent(line.key().seller(), it -> new ArrayList<>())
                    .add(line);
        }
        Map<SellerId, List<Deliveries.Wanted>> wanted = new LinkedHashMap<>();
        bySeller.forEach((seller, lines) -> wanted.put(seller, wanted(lines)));
        Map<SellerId, Quote> quotes = deliveries.quotes(marketplace, destination, wanted);
        List<Share> shares = bySeller.entrySet().stream()
                .map(it -> share(
                        it.getKey(), it.getValue(), quotes.get(it.getKey()), services.get(it.getKey()), marketplace))
                .toList();
        Money items = shares.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.trouble().isSlight())
                .map(Line::total)
                .reduce(Money.zero(marketplace.currency()), Money::plus);
        Money shipping = shares.stream()
                .map(Share::chosen)
                .filter(Objects::nonNull)
                .map(ShownDelivery::fee)
                .reduce(Money.zero(marketplace.currency()), Money::plus);
        Money tax = shares.stream()
                .flatMap(it -> tax(it, marketplace, destination).stream())
                .reduce(Money.zero(marketplace.currency()), Money::plus);
        return new Basket(shares, items, shipping, tax);
    }

    private Optional<Money> tax(Share share, Marketplace marketplace, Destination destination) {
        return Optional.ofNullable(share.chosen()).map(delivery -> taxes.on(new Taxable(
                        marketplace,
                        share.seller().id(),
                        destination,
                        clock.instant(),
                        share.lines().stream()
                                .filter(it -> it.trouble().isSlight())
                                .map(it -> new Taxable.Line(
                                        it.key(), it.product(), it.quantity(), it.total(), it.giftWrap()))
                                .toList(),
                        delivery.fee()))
                .total());
    }

    private List<Line> lines(List<CartLine> inCart, Marketplace marketplace, Map<OfferKey, Gift> given) {
        Map<OfferKey, Offer> current =
                offers.find(inCart.stream().map(CartLine::offer).toList());
        Map<ProductId, Product> products =
                catalog.find(current.values().stream().map(Offer::product).toList());
        Map<OfferKey, GiftOptions> options = gifts.options(
                marketplace.id(),
                current.values().stream()
                        .map(it -> new GiftSettings.Wanted(it, products.get(it.product())))
                        .toList());
        int most = marketplaces.policies(marketplace.id()).whole(Policy.MAX_QUANTITY_PER_LINE);
        return inCart.stream()
                .map(it -> {
                    Offer offer = current.get(it.offer());
                    return new Line(
                            it.offer(),
                            it.quantity(),
                            most,
                            it.priceSeen(),
                            offer,
                            offer == null ? null : products.get(offer.product()),
                            options.getOrDefault(it.offer(), GiftOptions.NONE),
                            given.get(it.offer()));
                })
                .toList();
    }

    private Share share(
            SellerId seller,
            List<Line> lines,
            @Nullable Quote quote,
            @Nullable ServiceLevel wanted,
            Marketplace marketplace) {
        List<ShownDelivery> deliveries = quote == null
                ? List.of()
                : quote.options().stream()
                        .map(it -> ShownDelivery.of(it, marketplace))
                        .toList();
        @Nullable
        ShownDelivery chosen = deliveries.stream()
                .filter(it -> it.service() == wanted)
                .findFirst()
                .or(() -> deliveries.stream().findFirst())
                .orElse(null);
        return new Share(sellers.get(seller), lines, deliveries, chosen);
    }

    /** What of the lines can be had, in so far as it can. */
    private static List<Deliveries.Wanted> wanted(List<Line> lines) {
        List<Deliveries.Wanted> wanted = new ArrayList<>();
        for (Line line : lines) {
            if (line.current() != null && line.trouble().isSlight()) {
                wanted.add(new Deliveries.Wanted(line.current(), line.quantity(), line.product()));
            }
        }
        return wanted;
    }
}
