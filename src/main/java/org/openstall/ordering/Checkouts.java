package org.openstall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Writes;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.listings.TakeResult;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.payments.AuthorizationResult;
import org.openstall.payments.Payments;
import org.openstall.shipping.Promise;
import org.openstall.shipping.Quote;
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
    private final Deliveries deliveries;
    private final GiftSettings gifts;
    private final TaxCalculator taxes;
    private final Writes writes;
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
            Deliveries deliveries,
            GiftSettings gifts,
            TaxCalculator taxes,
            Writes writes,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.carts = carts;
        this.orders = orders;
        this.offers = offers;
        this.catalog = catalog;
        this.payments = payments;
        this.marketplaces = marketplaces;
        this.deliveries = deliveries;
        this.gifts = gifts;
        this.taxes = taxes;
        this.writes = writes;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Places one order with each seller in the cart, all or none. The card is authorised first, and let go again
     * if the orders cannot be placed; should the program be killed in between, the authorisation lapses.
     */
    public CheckoutResult place(Checkout checkout) {
        if (!checkout.shipTo().problems().isEmpty()) {
            return new CheckoutResult.AddressIncomplete(checkout.shipTo().problems());
        }
        Map<OfferKey, Gift.Problem> unfit = new LinkedHashMap<>();
        checkout.gifts().forEach((offer, gift) -> gift.problem().ifPresent(it -> unfit.put(offer, it)));
        if (!unfit.isEmpty()) {
            return new CheckoutResult.GiftsUnfit(unfit);
        }
        if (checkout.seen().isEmpty()) {
            return unlessPlaced(checkout, new CheckoutResult.CartChanged());
        }
        return switch (payments.authorize(checkout.id(), checkout.total(), checkout.card())) {
            case AuthorizationResult.Declined declined ->
                unlessPlaced(checkout, new CheckoutResult.PaymentDeclined(declined.reason()));
            case AuthorizationResult.Authorized authorized -> {
                Deliveries.Quoting quoting = quoting(checkout);
                CheckoutResult result = transaction.execute(status -> {
                    CheckoutResult attempt = placeAll(checkout, quoting, authorized);
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

    /** What is refused may be the second copy of a request of which the first has placed the orders. */
    private CheckoutResult unlessPlaced(Checkout checkout, CheckoutResult refusal) {
        List<OrderId> placed = orders.placedIn(checkout.buyer(), checkout.id());
        return placed.isEmpty() ? refusal : new CheckoutResult.Placed(placed);
    }

    /** Read before the transaction, which then only reckons; the order is as of this moment. */
    private Deliveries.Quoting quoting(Checkout checkout) {
        return deliveries.quoting(
                marketplaces.get(checkout.marketplace()),
                Deliveries.destination(checkout.shipTo()),
                checkout.seen().stream().map(it -> it.offer().seller()).collect(Collectors.toSet()),
                clock.instant());
    }

    private CheckoutResult placeAll(
            Checkout checkout, Deliveries.Quoting quoting, AuthorizationResult.Authorized authorized) {
        Instant now = quoting.at();
        Marketplace marketplace = quoting.marketplace();
        Optional<List<CartLine>> cart = carts.checkOut(checkout.buyer(), checkout.id(), marketplace.id(), now);
        if (cart.isEmpty()) {
            return new CheckoutResult.Placed(orders.placedIn(checkout.buyer(), checkout.id()));
        }
        if (!holds(cart.get(), checkout.seen())) {
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
        Map<ProductId, Product> products = catalog.find(bySeller.values().stream()
                .flatMap(List::stream)
                .map(it -> it.offer().product())
                .collect(Collectors.toSet()));
        Set<OfferKey> otherGifts = otherGifts(checkout, bySeller, products);
        if (!otherGifts.isEmpty()) {
            return new CheckoutResult.GiftsChanged(otherGifts);
        }
        Map<SellerId, Quote.Option> options = new HashMap<>();
        CheckoutResult refusal = choose(checkout, quoting, bySeller, products, options);
        if (refusal != null) {
            return refusal;
        }
        List<Order> all = new ArrayList<>();
        bySeller.forEach((seller, lines) -> {
            Quote.Option option = Objects.requireNonNull(options.get(seller));
            Taxes due = taxes(checkout, quoting, seller, lines, products, option.fee());
            all.add(order(checkout, marketplace, seller, lines, products, option, due, now));
        });
        Money due = all.stream().map(Order::tax).reduce(Money.zero(marketplace.currency()), Money::plus);
        if (!due.equals(checkout.taxSeen())) {
            return new CheckoutResult.TaxChanged();
        }
        writes.together(() -> all.forEach(order -> {
            orders.add(order, checkout.id());
            payments.orderPlaced(order.seller(), order.id(), order.total(), authorized);
            events.publishEvent(OrderPlaced.of(order));
        }));
        return new CheckoutResult.Placed(all.stream().map(Order::id).toList());
    }

    /** What is to be given away in a manner that is not offered with it. */
    private Set<OfferKey> otherGifts(
            Checkout checkout, Map<SellerId, List<Line>> bySeller, Map<ProductId, Product> products) {
        if (checkout.gifts().isEmpty()) {
            return Set.of();
        }
        Map<OfferKey, GiftOptions> options = gifts.options(
                checkout.marketplace(),
                bySeller.values().stream()
                        .flatMap(List::stream)
                        .map(it -> new GiftSettings.Wanted(
                                it.offer(), products.get(it.offer().product())))
                        .toList());
        return checkout.gifts().entrySet().stream()
                .filter(it ->
                        !options.getOrDefault(it.getKey(), GiftOptions.NONE).allow(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Finds for each seller the service that the buyer has chosen, or the reason why he has to look again. */
    private static @Nullable CheckoutResult choose(
            Checkout checkout,
            Deliveries.Quoting quoting,
            Map<SellerId, List<Line>> bySeller,
            Map<ProductId, Product> products,
            Map<SellerId, Quote.Option> options) {
        Set<SellerId> unreachable = new LinkedHashSet<>();
        Set<SellerId> changed = new LinkedHashSet<>();
        Money fees = Money.zero(quoting.marketplace().currency());
        for (Map.Entry<SellerId, List<Line>> his : bySeller.entrySet()) {
            SellerId seller = his.getKey();
            Quote quote = quoting.quote(
                    seller,
                    his.getValue().stream()
                            .map(it -> new Deliveries.Wanted(
                                    it.offer(),
                                    it.quantity(),
                                    products.get(it.offer().product())))
                            .toList());
            Checkout.Choice choice = checkout.chosen().get(seller);
            Optional<Quote.Option> option = quote.choose(choice == null ? null : choice.service());
            if (quote.options().isEmpty()) {
                unreachable.add(seller);
            } else if (option.isEmpty() || !holds(choice, option.get())) {
                changed.add(seller);
            } else {
                options.put(seller, option.get());
                fees = fees.plus(option.get().fee());
            }
        }
        if (!unreachable.isEmpty()) {
            return new CheckoutResult.CannotShip(unreachable);
        }
        if (!changed.isEmpty()) {
            return new CheckoutResult.DeliveryChanged(changed);
        }
        return fees.equals(checkout.shippingSeen()) ? null : new CheckoutResult.DeliveryChanged(bySeller.keySet());
    }

    /** A promise may have become better since the buyer saw it, but not worse. */
    private static boolean holds(Checkout.@Nullable Choice choice, Quote.Option option) {
        return choice == null
                || choice.deliveredBy() == null
                || !option.promise().deliveredBy().isAfter(choice.deliveredBy());
    }

    private record Line(Offer offer, int quantity) {}

    /** Whether a cart still has what the buyer saw in it. */
    private static boolean holds(List<CartLine> cart, List<Take> seen) {
        return cart.stream()
                .collect(Collectors.toMap(CartLine::offer, CartLine::quantity))
                .equals(seen.stream().collect(Collectors.toMap(Take::offer, Take::quantity, Integer::sum)));
    }

    private Taxes taxes(
            Checkout checkout,
            Deliveries.Quoting quoting,
            SellerId seller,
            List<Line> lines,
            Map<ProductId, Product> products,
            Money fee) {
        return taxes.on(new Taxable(
                quoting.marketplace(),
                seller,
                quoting.destination(),
                quoting.at(),
                lines.stream()
                        .map(it -> new Taxable.Line(
                                it.offer().key(),
                                products.get(it.offer().product()),
                                it.quantity(),
                                it.offer().price().times(it.quantity()),
                                wrap(checkout.gifts().get(it.offer().key()), it)))
                        .toList(),
                fee));
    }

    private static Money wrap(@Nullable Gift gift, Line line) {
        return gift == null || gift.wrap() == null
                ? Money.zero(line.offer().price().currency())
                : gift.wrap().times(line.quantity());
    }

    private Order order(
            Checkout checkout,
            Marketplace marketplace,
            SellerId seller,
            List<Line> lines,
            Map<ProductId, Product> products,
            Quote.Option option,
            Taxes due,
            Instant now) {
        List<OrderLine> orderLines = new ArrayList<>();
        Money items = Money.zero(marketplace.currency());
        for (Line line : lines) {
            Offer offer = line.offer();
            @Nullable Product product = products.get(offer.product());
            OrderLine orderLine = new OrderLine(
                    orderLines.size() + 1,
                    offer.key().sku(),
                    offer.product(),
                    product == null ? offer.product().value() : product.title(),
                    line.quantity(),
                    offer.price(),
                    checkout.gifts().get(offer.key()),
                    due.lines().get(orderLines.size()));
            orderLines.add(orderLine);
            items = items.plus(orderLine.total());
        }
        Promise promise = option.promise();
        return new Order(
                OrderId.create(now),
                seller,
                marketplace.id(),
                checkout.buyer(),
                checkout.buyerName(),
                null,
                OrderStatus.UNSHIPPED,
                now,
                promise.shipBy(),
                promise.deliveredFrom(),
                promise.deliveredBy(),
                option.service(),
                checkout.shipTo(),
                items,
                option.fee(),
                due.shipping(),
                null,
                null,
                null,
                null,
                orderLines);
    }
}
