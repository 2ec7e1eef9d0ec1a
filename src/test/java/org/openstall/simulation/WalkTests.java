package org.openstall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.Differences;
import org.openstall.Openstall;
import org.openstall.TestPostgresql;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.Status;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.Audit;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.Sales;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Address;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Lives through eighteen days in a database of its own, and is stopped once on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkTests {
    private final Season season = PlannerTests.season(Instant.parse("2026-06-18T16:20:00Z"), 18, 1994);
    private ConfigurableApplicationContext program;
    private Map<Vendor, SellerId> shops;

    @BeforeAll
    void live(@TempDir Path data) {
        program = new SpringApplicationBuilder(Openstall.class)
                .properties(TestPostgresql.propertiesOfNewDatabase("walk"))
                .properties(
                        "server.port=0",
                        "openstall.data=" + data,
                        "openstall.timers.enabled=false",
                        "management.health.db-scheduler.enabled=false")
                .run();
        Walk walk = program.getBean(Walk.class);
        AtomicInteger days = new AtomicInteger();
        walk.live(season, () -> days.incrementAndGet() > 7);
        assertThat(program.getBean(DemoRunStore.class).find(Marketplaces.US))
                .hasValueSatisfying(it -> assertThat(it.isOver()).isFalse());
        program.getBean(LiveMarket.class).live(new Random(3));
        walk.live(season, () -> false);
        shops = program.getBean(StageHands.class).findShops();
    }

    @AfterAll
    void close() {
        program.close();
    }

    private List<Order> orders() {
        List<Order> all = new ArrayList<>();
        program.getBean(Orders.class).walk((seller, its) -> all.addAll(its));
        return all;
    }

    private List<Feedback> feedback() {
        return orders().stream().collect(Collectors.groupingBy(Order::seller)).entrySet().stream()
                .flatMap(it -> program
                        .getBean(FeedbackDesk.class)
                        .history(
                                it.getKey(),
                                it.getValue().stream().map(Order::id).toList())
                        .stream())
                .toList();
    }

    @Test
    void all_that_was_planned_has_happened_once() {
        DemoFiles files = DemoFiles.read();
        User omar = program.getBean(Users.class)
                .findByEmail("omar@openstall.example")
                .orElseThrow();
        List<Step> steps =
                Planner.plan(season, files, files.omar(omar.signedIn().buyer())).steps();

        List<Order> orders = orders();
        assertThat(orders).hasSize((int) steps.stream()
                .filter(Step.Buy.class::isInstance)
                .flatMap(it -> ((Step.Buy) it)
                        .picks().stream().map(pick -> pick.item().vendor()).distinct())
                .count());
        assertThat(orders.stream().filter(it -> it.status() == OrderStatus.CANCELLED))
                .hasSize(count(steps, Step.Cancel.class));
        assertThat(orders.stream().filter(it -> it.confirmedAt() != null)).hasSize(count(steps, Step.Ship.class));
        assertThat(orders.stream().filter(it -> it.deliveredAt() != null)).hasSize((int) steps.stream()
                .filter(it -> it instanceof Step.Report report && report.scan().kind() == Parcel.Kind.DELIVERED)
                .count());
        assertThat(feedback()).hasSize(count(steps, Step.Rate.class)).hasSizeGreaterThan(50);
    }

    private static int count(List<Step> steps, Class<? extends Step> kind) {
        return (int) steps.stream().filter(kind::isInstance).count();
    }

    @Test
    void nothing_lies_in_the_future() {
        assertThat(orders()).allSatisfy(it -> {
            assertThat(it.orderedAt()).isBetween(season.begins(), season.ends());
            if (it.deliveredAt() != null) {
                assertThat(it.confirmedAt()).isBetween(it.orderedAt(), it.deliveredAt());
                assertThat(it.deliveredAt()).isBefore(season.ends());
            }
        });
        assertThat(feedback()).allSatisfy(it -> assertThat(it.givenAt()).isBetween(season.begins(), season.ends()));
        assertThat(program.getBean(MovableClock.class).instant()).isAfter(season.ends());
    }

    @Test
    void the_health_of_each_seller_shows_his_character() {
        assertThat(health(Vendor.QUICKCART).rate(Metric.ORDER_DEFECT).status()).isEqualTo(Status.BAD);
        assertThat(health(Vendor.QUICKCART).rate(Metric.LATE_SHIPMENT_LONG).status())
                .isEqualTo(Status.BAD);
        assertThat(health(Vendor.NADIA).status()).isNotEqualTo(Status.BAD);
        assertThat(health(Vendor.FERN).status()).isNotEqualTo(Status.BAD);
    }

    private AccountHealth health(Vendor vendor) {
        MovableClock clock = program.getBean(MovableClock.class);
        clock.stopAt(season.ends());
        try {
            return program.getBean(Health.class).of(Objects.requireNonNull(shops.get(vendor)), Marketplaces.US);
        } finally {
            clock.run();
        }
    }

    @Test
    void the_audit_finds_no_difference() {
        assertThat(program.getBeanProvider(Audit.class).orderedStream())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Differences.of(it)).as(it.name()).isEmpty());
    }

    @Test
    void a_marketplace_that_has_lived_is_left_alone() {
        int before = orders().size();

        new DemoMarketplace(
                        program.getBean(Walk.class),
                        program.getBean(LiveMarket.class),
                        program.getBean(DemoRunStore.class),
                        program.getBean(Marketplaces.class),
                        program.getBean(Calendars.class),
                        program.getBean(Health.class),
                        program.getBean(Sales.class),
                        program.getBean(MovableClock.class),
                        1994,
                        60,
                        false)
                .start();

        assertThat(orders()).hasSize(before);
    }

    private Instant livedUntil() {
        return program.getBean(DemoRunStore.class)
                .find(Marketplaces.US)
                .orElseThrow()
                .livedUntil();
    }

    private OrderId buyFromNadia(String city) {
        SellerId nadia = Objects.requireNonNull(shops.get(Vendor.NADIA));
        Offer offer = program
                .getBean(Inventory.class)
                .page(nadia, Marketplaces.US, new InventoryQuery(InventoryQuery.Filter.ACTIVE, null, null, 50))
                .items()
                .stream()
                .map(InventoryItem::offer)
                .filter(it -> it.canSell(1))
                .findFirst()
                .orElseThrow();
        Address far = new Address("Owen Pugh", "1 Long Ln", "", city, "OR", "97205", "US", "");
        return Objects.requireNonNull(program.getBean(Market.class)
                .buy(
                        UUID.randomUUID(),
                        Marketplaces.US,
                        new Shopper(new BuyerId(UUID.randomUUID()), far),
                        List.of(new Take(offer.key(), 1, offer.price())))
                .get(nadia));
    }

    /** Comes after the others, since it changes what they look at. */
    @Test
    @org.junit.jupiter.api.Order(Integer.MAX_VALUE - 1)
    void who_comes_back_after_weeks_finds_the_marketplace_as_busy_as_he_left_it() {
        MovableClock clock = program.getBean(MovableClock.class);
        LiveMarket liveMarket = program.getBean(LiveMarket.class);
        Instant left = livedUntil();
        Instant back = left.plus(Duration.ofDays(14));
        int said = feedback().size();
        clock.stopAt(back);
        OrderId visitors = buyFromNadia("Portland");
        AtomicInteger moments = new AtomicInteger();

        clock.stopAt(back);
        liveMarket.catchUp(Duration.ofDays(60), () -> moments.incrementAndGet() > 100);
        clock.stopAt(back);
        liveMarket.catchUp(Duration.ofDays(60), () -> false);
        clock.stopAt(back);
        assertThat(liveMarket.catchUp(Duration.ofDays(60), () -> false))
                .as("Nothing is left to live through")
                .isFalse();

        List<Order> bought = orders().stream()
                .filter(it -> it.orderedAt().isAfter(left) && !it.id().equals(visitors))
                .toList();
        assertThat(bought).hasSizeBetween(200, 420).allSatisfy(it -> assertThat(it.orderedAt())
                .isBefore(back));
        assertThat(bought.stream()
                        .map(it -> it.orderedAt().truncatedTo(ChronoUnit.DAYS))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(feedback()).hasSizeGreaterThan(said + 40);
        assertThat(orders())
                .filteredOn(it -> it.status() == OrderStatus.UNSHIPPED
                        && it.orderedAt().isBefore(back.minus(Duration.ofDays(10))))
                .isEmpty();
        List<Order> old = bought.stream()
                .filter(it -> it.confirmedAt() != null && it.orderedAt().isBefore(back.minus(Duration.ofDays(7))))
                .toList();
        assertThat(old.stream()
                        .filter(it -> !Objects.requireNonNull(it.confirmedAt()).isAfter(it.shipBy())))
                .as("Most of %s were shipped in time", old.size())
                .hasSizeGreaterThan(old.size() * 3 / 4);
        assertThat(program.getBeanProvider(Audit.class).orderedStream())
                .allSatisfy(it -> assertThat(Differences.of(it)).as(it.name()).isEmpty());
        clock.run();
    }

    @Test
    @org.junit.jupiter.api.Order(Integer.MAX_VALUE)
    void life_goes_on_afterwards_but_nadia_ships_herself() {
        MovableClock clock = program.getBean(MovableClock.class);
        Instant left = livedUntil();
        clock.stopAt(left);
        OrderId byHand = buyFromNadia("Llanfair".repeat(20));
        program.getBean(Market.class)
                .ship(
                        Objects.requireNonNull(shops.get(Vendor.NADIA)),
                        byHand,
                        new Confirmation(Carrier.OTHER, "UPS", "DOOR-7", "", ServiceLevel.STANDARD));
        List<Order> before = orders();
        clock.stopAt(left.plus(Duration.ofDays(10)));
        program.getBean(LiveMarket.class).live(new Random(3));
        clock.run();

        List<Order> after = orders();
        // As many as buy in two hours, however long nobody looked.
        assertThat(after).hasSizeBetween(before.size() + 1, before.size() + 6);
        assertThat(after)
                .filteredOn(it ->
                        it.status() == OrderStatus.UNSHIPPED && it.orderedAt().isBefore(left))
                .isNotEmpty()
                .extracting(Order::seller)
                .containsOnly(shops.get(Vendor.NADIA));
        assertThat(after)
                .filteredOn(it -> it.id().equals(byHand))
                .extracting(Order::status)
                .containsExactly(OrderStatus.DELIVERED);
        Order arrived = after.stream()
                .filter(it -> it.deliveredAt() != null && it.deliveredAt().isAfter(left))
                .findFirst()
                .orElseThrow();
        assertThat(program.getBean(Shipments.class)
                        .of(arrived.seller(), arrived.id())
                        .getFirst()
                        .scans())
                .extracting(Parcel.Scan::kind)
                .contains(Parcel.Kind.PICKED_UP, Parcel.Kind.DELIVERED)
                .doesNotHaveDuplicates();
    }
}
