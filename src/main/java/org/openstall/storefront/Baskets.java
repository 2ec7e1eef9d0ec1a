package org.openstall.storefront;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.openstall.ordering.Checkouts;
import org.openstall.sellers.Sellers;
import org.openstall.storefront.Basket.Line;
import org.openstall.storefront.Basket.Share;
import org.openstall.storefront.Basket.Trouble;
import org.springframework.stereotype.Component;

/** Looks at carts with the eyes of a buyer: by seller, with the prices and the stock of this moment. */
@Component
class Baskets {
    private final Carts carts;
    private final Offers offers;
    private final Catalog catalog;
    private final Sellers sellers;
    private final Checkouts checkouts;
    private final Marketplaces marketplaces;

    Baskets(
            Carts carts,
            Offers offers,
            Catalog catalog,
            Sellers sellers,
            Checkouts checkouts,
            Marketplaces marketplaces) {
        this.carts = carts;
        this.offers = offers;
        this.catalog = catalog;
        this.sellers = sellers;
        this.checkouts = checkouts;
        this.marketplaces = marketplaces;
    }

    Basket empty(Marketplace marketplace) {
        Money nothing = Money.zero(marketplace.currency());
        return new Basket(List.of(), nothing, nothing);
    }

    Basket of(BuyerId buyer, Marketplace marketplace) {
        Map<SellerId, List<Line>> bySeller = new LinkedHashMap<>();
        for (Line line : lines(carts.lines(buyer, marketplace.id()), marketplace)) {
            bySeller.computeIfAbsent(line.key().seller(), it -> new ArrayList<>())
                    .add(line);
        }
        List<Share> shares = bySeller.entrySet().stream()
                .map(it -> share(it.getKey(), it.getValue(), marketplace))
                .toList();
        Money items = shares.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.trouble() == Trouble.NONE || it.trouble() == Trouble.TOO_FEW)
                .map(Line::total)
                .reduce(Money.zero(marketplace.currency()), Money::plus);
        long shipping = shares.stream().filter(it -> it.deliveredBy() != null).count();
        return new Basket(shares, items, checkouts.shippingFee(marketplace, shipping));
    }

    private List<Line> lines(List<CartLine> inCart, Marketplace marketplace) {
        Map<OfferKey, Offer> current =
                offers.find(inCart.stream().map(CartLine::offer).toList());
        Map<ProductId, Product> products =
                catalog.find(current.values().stream().map(Offer::product).toList());
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
                            offer == null ? null : products.get(offer.product()));
                })
                .toList();
    }

    /** An order ships when its slowest line does. */
    private Share share(SellerId seller, List<Line> lines, Marketplace marketplace) {
        @Nullable
        LocalDate deliveredBy = lines.stream()
                .map(Line::current)
                .filter(it -> it != null && it.canSell(1))
                .map(it -> offers.handlingDays(it))
                .max(Integer::compareTo)
                .map(it -> marketplace.dayOf(checkouts.promise(marketplace, it).deliveredBy()))
                .orElse(null);
        return new Share(sellers.get(seller), lines, checkouts.shippingFee(marketplace, 1), deliveredBy);
    }
}
