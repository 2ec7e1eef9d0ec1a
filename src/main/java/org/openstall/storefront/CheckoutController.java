package org.openstall.storefront;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.Money;
import org.openstall.kernel.NotYours;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Take;
import org.openstall.listings.TakeResult;
import org.openstall.ordering.Address;
import org.openstall.ordering.Checkout;
import org.openstall.ordering.CheckoutResult;
import org.openstall.ordering.Checkouts;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.pages.CartBadge;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.payments.Card;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Destination;
import org.openstall.storefront.CheckoutPage.Change;
import org.openstall.storefront.CheckoutPage.Notice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the cart to the orders, on one page that comes back with the reason whenever nothing has been ordered. */
@Controller
class CheckoutController {
    private final Checkouts checkouts;
    private final Baskets baskets;
    private final Sellers sellers;
    private final Orders orders;
    private final ShownOrders shownOrders;
    private final boolean demo;

    CheckoutController(
            Checkouts checkouts,
            Baskets baskets,
            Sellers sellers,
            Orders orders,
            ShownOrders shownOrders,
            @Value("${openstall.demo:false}") boolean demo) {
        this.checkouts = checkouts;
        this.baskets = baskets;
        this.sellers = sellers;
        this.orders = orders;
        this.shownOrders = shownOrders;
        this.demo = demo;
    }

    @GetMapping("/checkout")
    View checkout(Visitor visitor, SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        Address address = lastAddress(user, visitor);
        Basket basket = baskets.of(user.buyer(), visitor.marketplace(), Deliveries.destination(address));
        CartBadge.show(request, response, basket.units());
        if (basket.isEmpty()) {
            return Redirect.to("/cart");
        }
        if (!basket.canBeBought()) {
            return Redirect.to("/cart").warning("shop.cart.mend-first");
        }
        return new CheckoutPage(UUID.randomUUID(), basket, address, address.name(), Map.of(), null, demo);
    }

    private Address lastAddress(SignedIn user, Visitor visitor) {
        String country = visitor.marketplace().country();
        return orders.lastAddress(user.buyer())
                .filter(it -> it.country().equals(country))
                .orElseGet(() -> new Address(user.name(), "", "", "", "", "", country, ""));
    }

    @PostMapping("/checkout")
    View place(
            @RequestParam MultiValueMap<String, String> fields,
            Visitor visitor,
            SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response) {
        CheckoutForm form = CheckoutForm.of(fields, visitor.marketplace());
        Map<String, String> errors = errors(form);
        Optional<List<Take>> seen = form.takes(visitor.marketplace());
        Optional<Money> shipping = form.shippingSeen(visitor.marketplace());
        Optional<Money> tax = form.taxSeen(visitor.marketplace());
        if (form.id() == null || seen.isEmpty() || shipping.isEmpty() || tax.isEmpty()) {
            return again(form, errors, new Notice.CartChanged(), visitor, user);
        }
        Optional<Card> card = form.card();
        if (!errors.isEmpty() || card.isEmpty()) {
            return again(form, errors, new Notice.Incomplete(), visitor, user);
        }
        CheckoutResult result = checkouts.place(new Checkout(
                form.id(),
                user.buyer(),
                user.name(),
                visitor.marketplace().id(),
                seen.get(),
                form.chosen(),
                form.gifts(),
                shipping.get(),
                tax.get(),
                form.address(),
                card.get()));
        return switch (result) {
            case CheckoutResult.Placed placed -> {
                CartBadge.show(request, response, 0);
                yield Redirect.to("/checkout/" + form.id());
            }
            case CheckoutResult.OffersChanged changed ->
                again(form, errors, changes(seen.get(), changed.lines(), visitor, user), visitor, user);
            case CheckoutResult.CartChanged changed -> again(form, errors, new Notice.CartChanged(), visitor, user);
            case CheckoutResult.DeliveryChanged changed ->
                again(form, errors, new Notice.DeliveryChanged(), visitor, user);
            case CheckoutResult.GiftsUnfit unfit -> again(form, errors, new Notice.Incomplete(), visitor, user);
            case CheckoutResult.GiftsChanged changed ->
                again(form, errors, new Notice.GiftsChanged(titles(changed.lines(), visitor, user)), visitor, user);
            case CheckoutResult.TaxChanged changed -> again(form, errors, new Notice.TaxChanged(), visitor, user);
            case CheckoutResult.CannotShip cannot ->
                again(
                        form,
                        errors,
                        new Notice.CannotShip(cannot.sellers().stream()
                                .map(it -> sellers.get(it).name())
                                .toList()),
                        visitor,
                        user);
            case CheckoutResult.AddressIncomplete incomplete ->
                again(form, errors, new Notice.Incomplete(), visitor, user);
            case CheckoutResult.PaymentDeclined declined ->
                again(
                        form,
                        Map.of("card", key("shop.checkout.declined.", declined.reason())),
                        new Notice.Declined(key("shop.checkout.declined.", declined.reason())),
                        visitor,
                        user);
        };
    }

    /** The page with the services, dates and fees for the address as it is typed so far; orders nothing. */
    @PostMapping("/checkout/delivery")
    View deliveries(@RequestParam MultiValueMap<String, String> fields, Visitor visitor, SignedIn user) {
        return again(CheckoutForm.of(fields, visitor.marketplace()), Map.of(), null, visitor, user);
    }

    /** The page once more, with the cart as it is now and a new id, as this attempt is over. */
    private View again(
            CheckoutForm form, Map<String, String> errors, @Nullable Notice notice, Visitor visitor, SignedIn user) {
        Basket basket = baskets.of(
                user.buyer(),
                visitor.marketplace(),
                Deliveries.destination(form.address()),
                form.services(),
                form.gifts());
        if (basket.isEmpty()) {
            return Redirect.to("/cart").warning("shop.checkout.cart-empty");
        }
        return new CheckoutPage(UUID.randomUUID(), basket, form.address(), form.holder(), errors, notice, demo);
    }

    private static Map<String, String> errors(CheckoutForm form) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Address.Problem problem : form.address().problems()) {
            errors.put(field(problem), key("shop.checkout.problem.", problem));
        }
        form.gifts().forEach((offer, gift) -> gift.problem()
                .ifPresent(it -> errors.put(CheckoutPage.messageField(offer), key("shop.gift.problem.", it))));
        if (form.number().isEmpty()) {
            errors.put("card", "shop.checkout.problem.card");
        }
        if (!form.canReadDate()) {
            errors.put("expires", "shop.checkout.problem.expires");
        }
        return errors;
    }

    private static String field(Address.Problem problem) {
        return switch (problem) {
            case NAME -> "name";
            case LINE1, COUNTRY, TOO_LONG -> "line1";
            case CITY -> "city";
            case POSTAL_CODE -> "postalCode";
        };
    }

    private static String key(String prefix, Enum<?> reason) {
        return prefix + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<OfferKey, String> titles(Visitor visitor, SignedIn user) {
        return baskets
                .of(
                        user.buyer(),
                        visitor.marketplace(),
                        Destination.somewhereIn(visitor.marketplace().country()))
                .lines()
                .stream()
                .collect(Collectors.toMap(Basket.Line::key, Basket.Line::title));
    }

    private List<String> titles(Set<OfferKey> offers, Visitor visitor, SignedIn user) {
        Map<OfferKey, String> titles = titles(visitor, user);
        return offers.stream()
                .sorted()
                .map(it -> titles.getOrDefault(it, it.sku().value()))
                .toList();
    }

    private Notice changes(List<Take> seen, Map<OfferKey, TakeResult> results, Visitor visitor, SignedIn user) {
        Map<OfferKey, String> titles = titles(visitor, user);
        return new Notice.OffersChanged(seen.stream()
                .filter(it -> results.containsKey(it.offer()))
                .map(it -> change(
                        it, titles.getOrDefault(it.offer(), it.offer().sku().value()), results.get(it.offer())))
                .toList());
    }

    private static Change change(Take seen, String title, @Nullable TakeResult result) {
        return switch (result) {
            case TakeResult.PriceChanged changed ->
                new Change(title, seen.priceSeen(), changed.now(), seen.quantity(), seen.quantity());
            case TakeResult.TooFew few -> new Change(title, seen.priceSeen(), null, seen.quantity(), few.left());
            case TakeResult.Taken taken -> throw new IllegalStateException("Taken, and yet refused: " + seen);
            case TakeResult.Gone gone -> new Change(title, seen.priceSeen(), null, seen.quantity(), 0);
            case null -> throw new IllegalStateException("Nothing is said of " + seen);
        };
    }

    /** Where a placed checkout leads, at once and whenever it is looked at again. */
    @GetMapping("/checkout/{id}")
    View placed(@PathVariable UUID id, SignedIn user) {
        List<Order> placed = orders.placedIn(user.buyer(), id);
        if (placed.isEmpty()) {
            throw new NotYours("No checkout " + id + " of " + user.buyer());
        }
        return new PlacedPage(shownOrders.of(placed));
    }
}
