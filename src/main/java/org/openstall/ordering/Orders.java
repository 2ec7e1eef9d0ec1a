package org.openstall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Sale;
import org.openstall.listings.Sales;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.payments.Payments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders and moves them along. */
@Service
public class Orders {
    private static final int STRETCH = 1_000;

    private final OrderStore store;
    private final OrderListStore lists;
    private final Offers offers;
    private final Sales sales;
    private final Payments payments;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderStore store,
            OrderListStore lists,
            Offers offers,
            Sales sales,
            Payments payments,
            Marketplaces marketplaces,
            Calendars calendars,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.offers = offers;
        this.sales = sales;
        this.payments = payments;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Order> find(SellerId seller, OrderId order) {
        return store.find(seller, List.of(order)).stream().findFirst();
    }

    /** @throws NotYours if the seller has no such order */
    public Order get(SellerId seller, OrderId order) {
        return find(seller, order).orElseThrow(() -> new NotYours("No order " + order + " of " + seller));
    }

    /** Those of the given orders that are the seller's, in the order given. */
    public List<Order> find(SellerId seller, List<OrderId> orders) {
        Map<OrderId, Order> found = store.find(seller, orders).stream().collect(Collectors.toMap(Order::id, it -> it));
        return orders.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** @throws NotYours if the buyer has no such order */
    public Order get(BuyerId buyer, OrderId order) {
        return store.sellerOf(buyer, order)
                .flatMap(seller -> find(seller, order))
                .orElseThrow(() -> new NotYours("No order " + order + " of " + buyer));
    }

    /** Where a buyer's newest order went. */
    public Optional<Address> lastAddress(BuyerId buyer) {
        return store.lastAddress(buyer);
    }

    /** The orders that a buyer's checkout has become, none if it has not. */
    public List<Order> placedIn(BuyerId buyer, UUID checkout) {
        return store.placedIn(buyer, checkout).stream()
                .map(it -> get(buyer, it))
                .toList();
    }

    /** What to hand back for those of a buyer's orders that follow this one. */
    public static String key(Order order) {
        return new TimeKey(order.orderedAt(), order.id().value()).toString();
    }

    /** A buyer's orders, newest first. */
    public Page<Order> of(BuyerId buyer, @Nullable String after, int size) {
        return lists.of(buyer, after, size);
    }

    /**
     * A seller's orders, those to ship by urgency, all others and what a search finds newest first.
     *
     * @param search the beginning of a buyer's name, or an order id, ours or the imported one; null for all
     */
    public Page<Order> of(
            SellerId seller,
            MarketplaceId marketplace,
            OrderTab tab,
            @Nullable String search,
            @Nullable String after,
            int size) {
        return lists.of(seller, marketplace, tab, wanted(search), after, size);
    }

    /** The same orders, and of each only what a line of a list tells. */
    public Page<ListedOrder> list(
            SellerId seller,
            MarketplaceId marketplace,
            OrderTab tab,
            @Nullable String search,
            @Nullable String after,
            int size) {
        return lists.list(seller, marketplace, tab, wanted(search), after, size);
    }

    private static @Nullable String wanted(@Nullable String search) {
        return search == null || search.isBlank() ? null : search.strip();
    }

    /** How many orders await shipment, and how many of them are past their ship-by time. */
    public Backlog backlog(SellerId seller, MarketplaceId marketplace) {
        return lists.backlog(seller, marketplace, clock.instant());
    }

    /**
     * Counted up to {@link #MOST}: beyond, nobody acts on the number, and counting would take longer than the page.
     *
     * @param next the earliest ship-by time among them
     */
    public record Backlog(int orders, int overdue, @Nullable Instant next) {
        public static final int MOST = 1_000;

        /** Whether there are, or may be, more than were counted. */
        public boolean isMore() {
            return orders >= MOST;
        }
    }

    /** Orders with that id, ours or an imported one, of any seller: for the operator. */
    public List<Order> findAnywhere(String id) {
        return lists.findAnywhere(id.strip());
    }

    /**
     * Cancels a seller's order that has not shipped; for the seller himself, or for the marketplace. Its units go
     * back on sale if the reason says that they are there.
     *
     * @throws LostRace if it has shipped or been cancelled meanwhile
     */
    @Transactional
    public void cancel(SellerId seller, OrderId order, CancelReason reason) {
        if (reason.by() == CancelReason.By.BUYER) {
            throw new IllegalArgumentException(reason + " is for the buyer to say");
        }
        cancel(get(seller, order), reason);
    }

    /**
     * Cancels a buyer's own order that has not shipped.
     *
     * @throws LostRace if it has shipped or been cancelled meanwhile
     */
    @Transactional
    public void cancel(BuyerId buyer, OrderId order, CancelReason reason) {
        if (reason.by() != CancelReason.By.BUYER) {
            throw new IllegalArgumentException(reason + " is not for the buyer to say");
        }
        cancel(get(buyer, order), reason);
    }

    private void cancel(Order order, CancelReason reason) {
        Instant now = clock.instant();
        LostRace.unlessOne(
                store.cancel(order.seller(), order.id(), reason, now), "Order " + order.id() + " is not open any more");
        if (reason.putsUnitsBack()) {
            order.lines().stream()
                    .map(it -> Map.entry(new OfferKey(order.seller(), order.marketplace(), it.sku()), it.quantity()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(it -> offers.putBack(it.getKey(), it.getValue()));
        }
        order.lines()
                .forEach(it -> sales.cancel(new Sale(
                        new OfferKey(order.seller(), order.marketplace(), it.sku()),
                        it.quantity(),
                        order.orderedAt())));
        payments.orderCancelled(order.seller(), order.id());
        events.publishEvent(new OrderCancelled(order.seller(), order.id(), order.marketplace(), now, reason));
    }

    /**
     * The end of the day after which the marketplace cancels an order that is still not confirmed: so many business
     * days after its ship-by time as the policy says. An order that was placed elsewhere is never cancelled so.
     */
    public Optional<Instant> cancelledUnlessShippedBy(Order order) {
        return order.externalId() == null && order.status() == OrderStatus.UNSHIPPED
                ? Optional.of(lastDay(order.marketplace(), order.shipBy()))
                : Optional.empty();
    }

    private Instant lastDay(MarketplaceId id, Instant shipBy) {
        Marketplace marketplace = marketplaces.get(id);
        int days = marketplaces.policies(id).whole(Policy.AUTOMATIC_CANCEL);
        return marketplace.endOf(calendars.of(id).plus(marketplace.dayOf(shipBy), days));
    }

    /**
     * Orders of a marketplace that {@link #cancelledUnlessShippedBy} says are to be cancelled by now, the longest
     * overdue first.
     *
     * @param size at most so many
     */
    List<Overdue> overdue(MarketplaceId marketplace, int size) {
        Instant now = clock.instant();
        return store.overdue(marketplace, now, size).stream()
                .takeWhile(it -> lastDay(marketplace, it.shipBy()).isBefore(now))
                .toList();
    }

    /** An order past its ship-by time. */
    record Overdue(SellerId seller, OrderId order, Instant shipBy) {}

    /**
     * The given orders that are the seller's, as they are, and as they stay until the transaction ends; for the module
     * that keeps packages.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Order> lock(SellerId seller, List<OrderId> orders) {
        return store.lock(seller, orders);
    }

    /**
     * Notes that all units of orders are on their way; for the module that keeps packages.
     *
     * @throws LostRace if one of them is not to ship any more
     */
    @Transactional
    public void shipped(SellerId seller, List<OrderId> orders, Instant at) {
        if (!orders.isEmpty()) {
            requireAll(store.shipped(seller, orders, at), orders);
            payments.ordersShipped(seller, orders);
        }
    }

    /**
     * Notes that some units of orders are on their way; for the module that keeps packages.
     *
     * @throws LostRace if one of them is not to ship any more
     */
    @Transactional
    public void partiallyShipped(SellerId seller, List<OrderId> orders) {
        if (!orders.isEmpty()) {
            requireAll(store.partiallyShipped(seller, orders), orders);
        }
    }

    private static void requireAll(int moved, List<OrderId> orders) {
        if (moved != orders.size()) {
            throw new LostRace("Of " + orders.size() + " orders only " + moved + " were still to ship");
        }
    }

    /** Notes the delivery of a shipped order; for the module that keeps packages. False if it is not under way. */
    @Transactional
    public boolean delivered(SellerId seller, OrderId order, Instant at) {
        return store.delivered(seller, order, at) == 1;
    }

    /**
     * Adds orders of another marketplace's past. One that is there already stays as it is.
     *
     * @return the ids of those that are new
     */
    @Transactional
    public Set<OrderId> recordHistory(Collection<Order> past) {
        Set<OrderId> known = store.known(past);
        List<Order> fresh = past.stream().filter(it -> !known.contains(it.id())).toList();
        store.addHistory(fresh);
        sales.record(fresh.stream()
                .filter(it -> it.cancelledAt() == null)
                .flatMap(order -> order.lines().stream()
                        .map(it -> new Sale(
                                new OfferKey(order.seller(), order.marketplace(), it.sku()),
                                it.quantity(),
                                order.orderedAt())))
                .toList());
        events.publishEvent(new OrdersRecorded(
                fresh.stream().map(OrderPlaced::of).toList(),
                fresh.stream()
                        .filter(it -> it.cancelledAt() != null && it.cancelReason() != null)
                        .map(it -> new OrderCancelled(
                                it.seller(), it.id(), it.marketplace(), it.cancelledAt(), it.cancelReason()))
                        .toList()));
        return fresh.stream().map(Order::id).collect(Collectors.toSet());
    }

    /** Notes hand-overs and deliveries of the past, by order. */
    @Transactional
    public void recordProgress(Collection<Progress> progress) {
        store.recordProgress(progress);
    }

    /** What has become of an order by now. */
    public record Progress(
            SellerId seller,
            OrderId order,
            Instant confirmedAt,
            @Nullable Instant deliveredAt) {}

    /**
     * Walks through all orders, for checking what is derived from them.
     *
     * @param each takes one seller's after the other's, of each a stretch at a time
     * @return how many there are
     */
    public long walk(BiConsumer<SellerId, List<Order>> each) {
        return Page.walk(after -> lists.all(after, STRETCH), stretch -> stretch.stream()
                .collect(Collectors.groupingBy(Order::seller, LinkedHashMap::new, Collectors.toList()))
                .forEach(each));
    }
}
