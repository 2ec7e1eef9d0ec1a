package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.openstall.carriers.TrackingEvents;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The demo marketplace in real time, a moment now and then: carriers report what has happened to parcels by now,
 * whoever shipped them; all sellers but Nadia ship; and about as many people buy as before.
 */
@Component
class LiveMarket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMarket.class);
    private static final int ORDERS_LOOKED_AT = 200;

    private final Market market;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final DemoRunStore runs;
    private final StageHands stageHands;
    private final Inventory inventory;
    private final Orders orders;
    private final Shipments shipments;
    private final MovableClock clock;

    LiveMarket(
            Market market,
            Marketplaces marketplaces,
            Calendars calendars,
            DemoRunStore runs,
            StageHands stageHands,
            Inventory inventory,
            Orders orders,
            Shipments shipments,
            MovableClock clock) {
        this.market = market;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.runs = runs;
        this.stageHands = stageHands;
        this.inventory = inventory;
        this.orders = orders;
        this.shipments = shipments;
        this.clock = clock;
    }

    /**
     * Lets happen what happens in a moment, once the season is over. A thing that a visitor does at the same time
     * goes first.
     *
     * @param length of the moment, which says how likely somebody buys in it
     */
    void live(Duration length, Random random) {
        Marketplace marketplace = marketplaces.get(Marketplaces.US);
        if (!runs.find(marketplace.id()).map(DemoRun::isOver).orElse(false)) {
            return;
        }
        Map<Vendor, SellerId> shops = stageHands.findShops();
        shops.forEach((vendor, seller) -> {
            if (vendor != Vendor.NADIA) {
                orders.of(seller, marketplace.id(), OrderTab.TO_SHIP, null, null, ORDERS_LOOKED_AT).items().stream()
                        .filter(it -> wouldHaveShipped(vendor, marketplace, it))
                        .forEach(it -> unlessLost(() -> market.ship(seller, it.id(), Labels.next(random))));
            }
            Stream.of(OrderTab.TO_SHIP, OrderTab.SHIPPED)
                    .flatMap(it ->
                            orders.of(seller, marketplace.id(), it, null, null, ORDERS_LOOKED_AT).items().stream())
                    .filter(it -> it.status() == OrderStatus.SHIPPED || it.status() == OrderStatus.PARTIALLY_SHIPPED)
                    .forEach(it -> carry(vendor, marketplace, it));
        });
        LocalTime time = LocalTime.ofInstant(clock.instant(), marketplace.zone());
        double buyers = Planner.PURCHASES_PER_DAY
                * Rhythm.of(marketplace.dayOf(clock.instant()))
                * Rhythm.ofHour(time.getHour())
                * length.toSeconds()
                / Duration.ofHours(1).toSeconds();
        if (random.nextDouble() < buyers && !shops.isEmpty()) {
            buy(marketplace, shops, random);
        }
    }

    /** In the afternoon of the next business day, or of the last one. */
    private boolean wouldHaveShipped(Vendor vendor, Marketplace marketplace, Order order) {
        int number = Math.floorMod(order.id().hashCode(), 1_000);
        Instant usual = marketplace
                .startOf(calendars.of(marketplace.id()).plus(marketplace.dayOf(order.orderedAt()), 1))
                .plus(Duration.ofMinutes(13 * 60L + number % 240));
        Instant last = order.shipBy().minus(Duration.ofMinutes(7 * 60L - number % 240));
        Instant late = order.shipBy().plus(Duration.ofHours(40));
        Instant at = vendor.pace().isLate(number) ? late : vendor.pace().isSlow(number) ? last : usual;
        return !clock.instant().isBefore(at);
    }

    private void carry(Vendor vendor, Marketplace marketplace, Order order) {
        for (Parcel parcel : shipments.of(order.seller(), order.id())) {
            if (parcel.trackingNumber() != null && parcel.deliveredAt() == null) {
                String to = order.shipTo().city() + ", " + order.shipTo().region();
                Journey.of(
                                parcel.trackingNumber(),
                                parcel.confirmedAt(),
                                marketplace,
                                calendars.of(marketplace.id()),
                                vendor.place(),
                                to.substring(0, Math.min(to.length(), TrackingEvents.LONGEST_TEXT)))
                        .scans()
                        .stream()
                        .filter(it -> !it.at().isAfter(clock.instant()))
                        .filter(it -> !parcel.scans().contains(it))
                        .forEach(it -> market.report(parcel, it));
            }
        }
    }

    private void buy(Marketplace marketplace, Map<Vendor, SellerId> shops, Random random) {
        List<SellerId> sellers = new ArrayList<>();
        shops.forEach((vendor, seller) -> {
            for (int i = 0; i < vendor.share(); i++) {
                sellers.add(seller);
            }
        });
        SellerId seller = sellers.get(random.nextInt(sellers.size()));
        List<Offer> choices = inventory
                .page(
                        seller,
                        marketplace.id(),
                        new InventoryQuery(InventoryQuery.Filter.ACTIVE, null, null, ORDERS_LOOKED_AT))
                .items()
                .stream()
                .map(InventoryItem::offer)
                .filter(it -> it.canSell(1))
                .toList();
        if (choices.isEmpty()) {
            return;
        }
        Offer offer = choices.get(random.nextInt(choices.size()));
        Shopper shopper = new Shopper(
                new BuyerId(UUID.randomUUID()),
                new Crowd(DemoFiles.read().people()).somebody(random).address());
        unlessLost(() -> market.buy(
                UUID.randomUUID(), marketplace.id(), shopper, List.of(new Take(offer.key(), 1, offer.price()))));
    }

    private static void unlessLost(Runnable act) {
        try {
            act.run();
        } catch (LostRace somebodyWasFaster) {
            LOG.debug("Left to a visitor", somebodyWasFaster);
        }
    }
}
