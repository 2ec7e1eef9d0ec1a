package org.openstall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.listings.TakeResult;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.marketplaces.Policy;
import org.openstall.payments.AuthorizationResult;
import org.openstall.payments.Payments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns carts into orders. */
@Service
public class Checkouts {
    private final CartStore carts;
    private final OrderStore orders;
    private final Offers offers;
    private final Catalog catalog;
    private final Payments payments;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkouts(
            CartStore carts,
            OrderStore orders,
            Offers offers,
            Catalog catalog,
            Payments payments,
            Marketplaces marketplaces,
            Calendars calendars,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.carts = carts;
        this.orders = orders;
        this.offers = offers;
        this.catalog = catalog;
        this.payments = payments;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The shipping fee of a cart: the marketplace's flat fee once for each seller. */
    public Money shippingFee(Marketplace marketplace, long sellers) {
        return flatFee(marketplace).times(sellers);
    }

    private Money flatFee(Marketplace marketplace) {
        Policies policies = marketplaces.policies(marketplace.id());
        return new Money(policies.whole(Policy.SHIPPING_FEE), marketplace.currency());
    }

    /**
     * What holds for an order placed now: shipped within so many business days, until the end of the local day,
     * and then the marketplace's business days of transit.
     */
    public Promise promise(Marketplace marketplace, int handlingDays) {
        Policies policies = marketplaces.policies(marketplace.id());
        BusinessCalendar calendar = calendars.of(marketplace.id());
        LocalDate shipDay = calendar.plus(marketplace.dayOf(clock.instant()), handlingDays);
        LocalDate deliveryDay = calendar.plus(shipDay, policies.whole(Policy.TRANSIT_DAYS));
        return new Promise(marketplace.endOf(shipDay), marketplace.endOf(deliveryDay));
    }

    /**
     * Places one order with each seller in the cart, all or none. The card is authorised first, and let go again
     * if the orders cannot be placed; should the program be killed in between, the authorisation lapses.
     */
    public CheckoutResult place(Checkout checkout) {
        if (!checkout.shipTo().problems().isEmpty()) {
            return new CheckoutResult.AddressIncomplete(checkout.shipTo().problems());
        }
        List<OrderId> before = orders.placedIn(checkout.buyer(), checkout.id());
        if (!before.isEmpty()) {
            return new CheckoutResult.Placed(before);
        }
        if (checkout.seen().isEmpty()) {
            return new CheckoutResult.CartChanged();
        }
        return switch (payments.authorize(checkout.id(), checkout.total(), checkout.card())) {
            case AuthorizationResult.Declined declined -> new CheckoutResult.PaymentDeclined(declined.reason());
            case AuthorizationResult.Authorized authorized -> {
                CheckoutResult result = transaction.execute(status -> {
                    CheckoutResult attempt = placeAll(checkout, authorized);
                    if (!(attempt instanceof CheckoutResult.Placed)) {
                        status.setRollbackOnly();
                    }
                    return attempt;
                });
                if (!(result instanceof CheckoutResult.Placed)) {
                    payments.release(authorized);
                }
                yield result;
            }
        };
    }

    private CheckoutResult placeAll(Checkout checkout, AuthorizationResult.Authorized authorized) {
        Instant now = clock.instant();
        if (!orders.begin(checkout.buyer(), checkout.id(), now)) {
            return new CheckoutResult.Placed(orders.placedIn(checkout.buyer(), checkout.id()));
        }
        Marketplace marketplace = marketplaces.get(checkout.marketplace());
        if (!cartHolds(checkout)) {
            return new CheckoutResult.CartChanged();
        }
        List<Take> takes = checkout.seen().stream()
                .sorted((one, other) -> one.offer().compareTo(other.offer()))
                .toList();
        List<TakeResult> results = offers.take(takes, now);
        Map<OfferKey, TakeResult> refused = new LinkedHashMap<>();
        Map<SellerId, List<Line>> bySeller =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        for (int i = 0; i < takes.size(); i++) {
            Take take = takes.get(i);
            if (results.get(i) instanceof TakeResult.Taken taken) {
                bySeller.computeIfAbsent(take.offer().seller(), it -> new ArrayList<>())
                        .add(new Line(taken.offer(), take.quantity()));
            } else {
                refused.put(take.offer(), results.get(i));
            }
        }
        if (!refused.isEmpty()) {
            return new CheckoutResult.OffersChanged(refused);
        }
        if (!shippingFee(marketplace, bySeller.size()).equals(checkout.shippingSeen())) {
            return new CheckoutResult.CartChanged();
        }
        Map<ProductId, Product> products = catalog.find(bySeller.values().stream()
                .flatMap(List::stream)
                .map(it -> it.offer().product())
                .collect(Collectors.toSet()));
        List<OrderId> placed = new ArrayList<>();
        bySeller.forEach((seller, lines) -> {
            Order order = order(checkout, marketplace, seller, lines, products, now);
            orders.add(order, checkout.id());
            payments.orderPlaced(seller, order.id(), order.total(), authorized);
            events.publishEvent(OrderPlaced.of(order));
            placed.add(order.id());
        });
        return new CheckoutResult.Placed(placed);
    }

    private record Line(Offer offer, int quantity) {}

    /** Empties the cart and compares what was in it with what the buyer saw. */
    private boolean cartHolds(Checkout checkout) {
        Map<OfferKey, Integer> inCart = carts.removeAll(checkout.buyer(), checkout.marketplace()).stream()
                .collect(Collectors.toMap(CartLine::offer, CartLine::quantity));
        Map<OfferKey, Integer> seen =
                checkout.seen().stream().collect(Collectors.toMap(Take::offer, Take::quantity, Integer::sum));
        return inCart.equals(seen);
    }

    private Order order(
            Checkout checkout,
            Marketplace marketplace,
            SellerId seller,
            List<Line> lines,
            Map<ProductId, Product> products,
            Instant now) {
        List<OrderLine> orderLines = new ArrayList<>();
        Money items = Money.zero(marketplace.currency());
        int handling = 0;
        for (Line line : lines) {
            Offer offer = line.offer();
            @Nullable Product product = products.get(offer.product());
            OrderLine orderLine = new OrderLine(
                    orderLines.size() + 1,
                    offer.key().sku(),
                    offer.product(),
                    product == null ? offer.product().value() : product.title(),
                    line.quantity(),
                    offer.price());
            orderLines.add(orderLine);
            items = items.plus(orderLine.total());
            handling = Math.max(handling, offers.handlingDays(offer));
        }
        Promise promise = promise(marketplace, handling);
        return new Order(
                OrderId.random(),
                seller,
                marketplace.id(),
                checkout.buyer(),
                checkout.buyerName(),
                null,
                OrderStatus.UNSHIPPED,
                now,
                promise.shipBy(),
                promise.deliveredBy(),
                checkout.shipTo(),
                items,
                flatFee(marketplace),
                null,
                null,
                null,
                null,
                orderLines);
    }
}
