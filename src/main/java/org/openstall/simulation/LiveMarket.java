package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openstall.carriers.TrackingEvents;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.Silence;
import org.openstall.ordering.Address;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The demo marketplace when its season is over, a moment after the other: carriers report what has happened to parcels by
 * now, whoever shipped them; sellers ship and fill their shelves; about as many people buy as before, and say what they
 * think of what has come. While the program runs, Nadia's work is left to the visitor.
 */
@Component
class LiveMarket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMarket.class);

    /** Of each seller, the newest: those of the last weeks. */
    private static final int ORDERS_LOOKED_AT = 200;

    private static final int OFFERS_LOOKED_AT = 200;

    private static final Set<Vendor> ALL_BUT_NADIA =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Vendor.NADIA)));

    /** What is not worth making up for. */
    private static final Duration SHORT_PAUSE = Duration.ofHours(2);

    private final Market market;
    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final DemoRunStore runs;
    private final StageHands stageHands;
    private final Inventory inventory;
    private final Orders orders;
    private final Shipments shipments;
    private final FeedbackDesk feedback;
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
            FeedbackDesk feedback,
            MovableClock clock) {
        this.market = market;
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.runs = runs;
        this.stageHands = stageHands;
        this.inventory = inventory;
        this.orders = orders;
        this.shipments = shipments;
        this.feedback = feedback;
        this.clock = clock;
    }

    /** Lets happen what has happened since the last moment, once the season is over. */
    void live(Random random) {
        Marketplace marketplace = marketplaces.get(Marketplaces.US);
        Optional<DemoRun> run = runs.find(marketplace.id()).filter(DemoRun::isOver);
        if (run.isEmpty() || !run.get().livedUntil().isBefore(clock.instant())) {
            return;
        }
        Instant now = clock.instant();
        // A machine may have slept.
        Instant from = later(run.get().livedUntil(), now.minus(SHORT_PAUSE));
        new Moment(marketplace, from, now, ALL_BUT_NADIA, random, DemoFiles.read()).live(instant -> {});
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Lives through the time in which nobody ran the program, some moments a day, so that who comes back finds the
     * marketplace as busy as he left it. Nadia's work is done for her until this morning. A moment that the program is
     * killed in is lived again. Nobody hears of it by mail, and the clock runs again afterwards.
     *
     * @param most how much is made up for at most; what lies before stays empty
     * @param stopped asked before each moment whether to leave the rest for another time
     * @return whether there was time to make up for
     */
    boolean catchUp(Duration most, BooleanSupplier stopped) {
        Marketplace marketplace = marketplaces.get(Marketplaces.US);
        Instant now = clock.instant();
        Optional<Instant> lived = runs.find(marketplace.id())
                .filter(DemoRun::isOver)
                .map(DemoRun::livedUntil)
                .filter(it -> it.isBefore(now.minus(SHORT_PAUSE)));
        if (lived.isEmpty()) {
            return false;
        }
        LOG.info("Living through the time since {}, when the demo marketplace was left", lived.get());
        Instant since = later(lived.get(), now.minus(most));
        Silence.during(() -> {
            try {
                catchUp(marketplace, since, now, stopped);
            } finally {
                clock.run();
            }
        });
        return true;
    }

    private void catchUp(Marketplace marketplace, Instant since, Instant now, BooleanSupplier stopped) {
        Instant thisMorning = marketplace.startOf(marketplace.dayOf(now));
        Random random = new Random(since.toEpochMilli());
        DemoFiles files = DemoFiles.read();
        Instant from = since;
        while (!stopped.getAsBoolean()) {
            Instant to = from.plusSeconds(3_600 + random.nextInt(7_200));
            if (to.isAfter(now)) {
                return;
            }
            Set<Vendor> atWork = to.isBefore(thisMorning) ? EnumSet.allOf(Vendor.class) : ALL_BUT_NADIA;
            new Moment(marketplace, from, to, atWork, random, files).live(clock::stopAt);
            from = to;
        }
    }

    /** As if orders were counted: decides who is late, and whose parcel disappoints. */
    private static int number(Order order) {
        return Math.floorMod(order.id().hashCode(), 1_000);
    }

    /** A thing that a visitor does at the same time goes first, and what is refused by now does not happen. */
    private static void unlessLost(Runnable act) {
        try {
            act.run();
        } catch (LostRace | Market.Refused somebodyWasFaster) {
            LOG.debug("Left to a visitor", somebodyWasFaster);
        }
    }

    /** What happens between two instants. */
    private final class Moment {
        private final Marketplace marketplace;
        private final Instant from;
        private final Instant to;
        private final Set<Vendor> atWork;
        private final Random random;
        private final Crowd crowd;
        private final Opinions opinions;

        Moment(Marketplace marketplace, Instant from, Instant to, Set<Vendor> atWork, Random random, DemoFiles files) {
            this.marketplace = marketplace;
            this.from = from;
            this.to = to;
            this.atWork = atWork;
            this.random = random;
            this.crowd = new Crowd(files.people());
            this.opinions = new Opinions(files.comments());
        }

        /** @param goTo moves the clock on, if it is stopped */
        void live(Consumer<Instant> goTo) {
            Map<Vendor, SellerId> shops = stageHands.findShops();
            if (!shops.isEmpty()) {
                shop(shops, goTo);
            }
            goTo.accept(to);
            shops.forEach((vendor, seller) -> {
                List<Order> newest = orders.of(seller, marketplace.id(), OrderTab.ALL, null, null, ORDERS_LOOKED_AT)
                        .items();
                if (atWork.contains(vendor)) {
                    newest.stream().filter(it -> it.status().isToShip()).forEach(it -> handle(vendor, it));
                }
                carry(vendor, seller, newest);
                hear(vendor, newest);
            });
            runs.livedUntil(marketplace.id(), to);
        }

        private void handle(Vendor vendor, Order order) {
            if (shipsAt(vendor, order).isAfter(to)) {
                return;
            }
            if (order.status() == OrderStatus.UNSHIPPED && vendor.care().cancels(number(order))) {
                unlessLost(() -> market.cancel(order.seller(), order.id(), CancelReason.OUT_OF_STOCK));
            } else {
                unlessLost(() -> market.ship(order.seller(), order.id(), Labels.next(random)));
            }
        }

        /** In the afternoon of the next business day, or of the last one. */
        private Instant shipsAt(Vendor vendor, Order order) {
            int number = number(order);
            if (vendor.pace().isLate(number)) {
                return order.shipBy().plus(Duration.ofHours(40));
            }
            if (vendor.pace().isSlow(number)) {
                return order.shipBy().minus(Duration.ofMinutes(7 * 60L - number % 240));
            }
            return marketplace
                    .startOf(calendars.of(marketplace.id()).plus(marketplace.dayOf(order.orderedAt()), 1))
                    .plus(Duration.ofMinutes(13 * 60L + number % 240));
        }

        private void carry(Vendor vendor, SellerId seller, List<Order> newest) {
            Map<OrderId, Address> addresses = newest.stream()
                    .filter(it -> it.status() == OrderStatus.SHIPPED || it.status() == OrderStatus.PARTIALLY_SHIPPED)
                    .collect(Collectors.toMap(Order::id, Order::shipTo));
            for (Parcel parcel : shipments.of(seller, List.copyOf(addresses.keySet()))) {
                if (parcel.trackingNumber() != null && parcel.deliveredAt() == null) {
                    Address address = Objects.requireNonNull(addresses.get(parcel.order()));
                    journey(vendor, parcel, parcel.trackingNumber(), address).scans().stream()
                            .filter(it -> !it.at().isAfter(to))
                            .filter(it -> !parcel.scans().contains(it))
                            .forEach(it -> market.report(parcel, it));
                }
            }
        }

        private Journey journey(Vendor vendor, Parcel parcel, String trackingNumber, Address address) {
            String place = address.city() + ", " + address.region();
            return Journey.of(
                    trackingNumber,
                    parcel.confirmedAt(),
                    marketplace,
                    calendars.of(marketplace.id()),
                    vendor.place(),
                    place.substring(0, Math.min(place.length(), TrackingEvents.LONGEST_TEXT)));
        }

        /** The order decides whether its buyer speaks, and when. Visitors speak for themselves. */
        private void hear(Vendor vendor, List<Order> newest) {
            List<Order> come = newest.stream()
                    .filter(it -> Crowd.has(it.buyer()) && it.deliveredAt() != null)
                    .toList();
            feedback.awaiting(come).forEach(order -> {
                Instant delivered = Objects.requireNonNull(order.deliveredAt());
                Random his = new Random(order.id().hashCode());
                boolean late = delivered.isAfter(order.promisedBy())
                        || (order.confirmedAt() != null && order.confirmedAt().isAfter(order.shipBy()));
                boolean disappointed = vendor.care().disappoints(number(order));
                boolean speaks = Opinions.speaks(late, his) || disappointed;
                Instant at = Opinions.when(delivered, marketplace, his);
                if (speaks && at.isAfter(from) && !at.isAfter(to)) {
                    int stars = Opinions.stars(vendor, disappointed, late, his);
                    unlessLost(() -> market.rate(order.buyer(), order.id(), opinions.inWords(stars, late, his)));
                }
            });
        }

        private void shop(Map<Vendor, SellerId> shops, Consumer<Instant> goTo) {
            double expected = Planner.PURCHASES_PER_DAY
                    * Rhythm.of(marketplace.dayOf(to))
                    * Rhythm.ofHour(LocalTime.ofInstant(to, marketplace.zone()).getHour())
                    * Duration.between(from, to).toSeconds()
                    / Duration.ofHours(1).toSeconds();
            random.longs((long) (expected + random.nextDouble()), from.toEpochMilli(), to.toEpochMilli())
                    .sorted()
                    .forEach(it -> {
                        goTo.accept(Instant.ofEpochMilli(it));
                        buy(weighted(shops), somebody());
                    });
        }

        /** Nobody who was here before, as his cart might hold what he was refused. */
        private Shopper somebody() {
            byte[] name = new byte[16];
            random.nextBytes(name);
            return new Shopper(
                    new BuyerId(UUID.nameUUIDFromBytes(name)),
                    crowd.somebody(random).address());
        }

        private Map.Entry<Vendor, SellerId> weighted(Map<Vendor, SellerId> shops) {
            int left = random.nextInt(
                    shops.keySet().stream().mapToInt(Vendor::share).sum());
            for (Map.Entry<Vendor, SellerId> shop : shops.entrySet()) {
                left -= shop.getKey().share();
                if (left < 0) {
                    return shop;
                }
            }
            throw new IllegalStateException("The shares do not add up to themselves");
        }

        /** Somebody wants a thing. If it runs low, it comes in again, unless its seller is away. */
        private void buy(Map.Entry<Vendor, SellerId> shop, Shopper shopper) {
            List<Offer> offers = inventory
                    .page(
                            shop.getValue(),
                            marketplace.id(),
                            new InventoryQuery(InventoryQuery.Filter.ACTIVE, null, null, OFFERS_LOOKED_AT))
                    .items()
                    .stream()
                    .map(InventoryItem::offer)
                    .toList();
            if (offers.isEmpty()) {
                return;
            }
            Offer offer = offers.get(random.nextInt(offers.size()));
            Vendor vendor = shop.getKey();
            if (offer.canSell(1)) {
                List<Take> takes = List.of(new Take(offer.key(), 1, offer.price()));
                unlessLost(() -> market.buy(UUID.randomUUID(), marketplace.id(), shopper, takes));
            }
            if (atWork.contains(vendor) && vendor.shelf().isLow(offer.quantity())) {
                OfferEdit more =
                        OfferEdit.quantity(offer.quantity() + vendor.shelf().delivery(random));
                unlessLost(() -> market.edit(offer.key(), more, vendor.owner()));
            }
        }
    }
}
