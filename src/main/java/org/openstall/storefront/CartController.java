package org.openstall.storefront;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.ordering.Carts;
import org.openstall.pages.CartBadge;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CartController {
    private final Carts carts;
    private final Baskets baskets;
    private final Offers offers;
    private final Destinations destinations;

    CartController(Carts carts, Baskets baskets, Offers offers, Destinations destinations) {
        this.carts = carts;
        this.baskets = baskets;
        this.offers = offers;
        this.destinations = destinations;
    }

    @GetMapping("/cart")
    View cart(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Basket basket = visitor.buyer()
                .map(it -> baskets.of(it, visitor.marketplace(), destinations.of(visitor)))
                .orElseGet(() -> baskets.empty(visitor.marketplace()));
        CartBadge.show(request, response, basket.units());
        return new CartPage(basket);
    }

    @PostMapping("/cart/items")
    View add(
            @RequestParam SellerId seller,
            @RequestParam Sku sku,
            @RequestParam(defaultValue = "1") int quantity,
            Visitor visitor,
            BuyerId buyer,
            HttpServletRequest request,
            HttpServletResponse response) {
        OfferKey key = new OfferKey(seller, visitor.marketplace().id(), sku);
        Offer offer = offers.find(key).orElseThrow(() -> new NotYours("No offer " + key));
        if (!offer.canSell(1)) {
            return Redirect.to("/products/" + offer.product()).warning("shop.cart.just-sold-out");
        }
        CartBadge.show(request, response, carts.add(buyer, key, quantity, offer.price()));
        return Redirect.to("/cart").saying("shop.cart.added");
    }

    /** Sets how many of a line the buyer wants; none takes the line out. */
    @PostMapping("/cart/items/quantity")
    View change(@RequestParam SellerId seller, @RequestParam Sku sku, @RequestParam int quantity, Visitor visitor) {
        OfferKey key = new OfferKey(seller, visitor.marketplace().id(), sku);
        visitor.buyer().ifPresent(it -> carts.set(it, key, quantity));
        return quantity > 0 ? Redirect.to("/cart") : Redirect.to("/cart").saying("shop.cart.removed");
    }
}
