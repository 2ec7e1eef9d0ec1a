package org.openstall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.payments.Payments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders and moves them along. */
@Service
public class Orders {
    private final OrderStore store;
    private final OrderListStore lists;
    private final Offers offers;
    private final Payments payments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Orders(
            OrderStore store,
            OrderListStore lists,
            Offers offers,
            Payments payments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.offers = offers;
        this.payments = payments;
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
        return search == null || search.isBlank()
                ? lists.of(seller, marketplace, tab, after, size)
                : lists.search(seller, marketplace, tab, search.strip(), after, size);
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
     * Cancels an order that has not shipped. Its units go back on sale unless there were none.
     *
     * @throws LostRace if it has shipped or been cancelled meanwhile
     */
    @Transactional
    public void cancel(SellerId seller, OrderId id, CancelReason reason) {
        Order order = get(seller, id);
        Instant now = clock.instant();
        LostRace.unlessOne(store.cancel(seller, id, reason, now), "Order " + id + " is not open any more");
        if (reason != CancelReason.OUT_OF_STOCK) {
            order.lines().stream()
                    .map(it -> Map.entry(new OfferKey(seller, order.marketplace(), it.sku()), it.quantity()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(it -> offers.putBack(it.getKey(), it.getValue()));
        }
        payments.orderCancelled(seller, id);
        events.publishEvent(new OrderCancelled(seller, id, order.marketplace(), now, reason));
    }

    /** Notes the shipment of an order; for the module that keeps packages. False if it is not open any more. */
    @Transactional
    public boolean shipped(SellerId seller, OrderId order, Instant at) {
        if (store.shipped(seller, order, at) == 0) {
            return false;
        }
        payments.orderShipped(seller, order);
        return true;
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

    /** Walks through the facts of all orders of a marketplace's sellers, for checking what is derived from them. */
    public Page<Order> all(@Nullable String after, int size) {
        return lists.all(after, size);
    }
}
