package org.openstall.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openstall.MarketFixture.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.fulfilment.ConfirmationResult.Confirmed;
import org.openstall.fulfilment.ConfirmationResult.Excess;
import org.openstall.fulfilment.ConfirmationResult.Reason;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.kernel.Audit;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ShipmentsTests {
    private static final String UPS = MarketFixture.UPS_NUMBER;
    private static final String FEDEX = "986578788855";

    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Payments payments;

    @Autowired
    private Health health;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private MovableClock clock;

    private SellerId seller = new SellerId("A0000000000000");
    private @Nullable Offer kettle;
    private @Nullable Offer filters;

    @BeforeEach
    void a_seller_of_kettles_and_filters() {
        clock.stopAt(MONDAY);
        seller = market.seller("Nadia's Kitchen");
        kettle = market.offer(seller, "KETTLE", "Kettle", "49.90", 90);
        filters = market.offer(seller, "FILTERS", "Filters", "6.50", 90);
    }

    @AfterEach
    void nothing_is_off_the_books() {
        clock.run();
        assertThat(audits.stream().flatMap(it -> Differences.of(it).stream())).isEmpty();
    }

    /** Two kettles and three packs of filters. */
    private Order order() {
        if (kettle == null || filters == null) {
            throw new IllegalStateException("Nothing is sold");
        }
        return market.order(market.buyer("Omar"), kettle, 2, filters, 3);
    }

    private static NewLabel label(Carrier carrier, String number) {
        return new NewLabel(carrier, "", number, "", "Ground", ServiceLevel.STANDARD);
    }

    private static Parcel.Content content(Order order, String sku, int quantity) {
        return new Parcel.Content(
                order.lines().stream()
                        .filter(it -> it.sku().value().equals(sku))
                        .findFirst()
                        .orElseThrow()
                        .number(),
                quantity);
    }

    private ConfirmationResult confirm(Order order, Carrier carrier, String number, Parcel.Content... contents) {
        return shipments.confirm(seller, order.id(), new Confirmation(label(carrier, number), List.of(contents)));
    }

    private List<Parcel> parcels(Order order) {
        return shipments.of(seller, order.id());
    }

    private void deliver(Order order, int number, Instant at) {
        shipments.scanned(seller, order.id(), number, new Parcel.Scan(Parcel.Kind.DELIVERED, at, "Portland, OR"));
    }

    private Rate lateness() {
        return health.of(seller, Marketplaces.US).rate(Metric.LATE_SHIPMENT_SHORT);
    }

    @Test
    void the_units_of_an_order_go_in_any_packages_and_the_order_has_shipped_with_the_last_of_them() {
        Order order = order();

        confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 1), content(order, "FILTERS", 2));

        assertThat(market.find(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(market.find(order).confirmedAt()).isNull();
        assertThat(orders.of(seller, Marketplaces.US, OrderTab.TO_SHIP, null, null, 10)
                        .items())
                .extracting(Order::id)
                .contains(order.id());
        assertThat(payments.of(seller, order.id()).orElseThrow().state()).isEqualTo(Payment.State.AUTHORIZED);
        assertThat(new Fulfilment(market.find(order), parcels(order)).left().values())
                .containsExactlyInAnyOrder(1, 1);

        clock.stopAt(MONDAY.plus(Duration.ofHours(2)));
        confirm(order, Carrier.FEDEX, FEDEX);

        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(market.find(order).confirmedAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
        assertThat(parcels(order))
                .extracting(Parcel::number, Parcel::contents)
                .containsExactly(
                        tuple(1, List.of(content(order, "FILTERS", 2), content(order, "KETTLE", 1))),
                        tuple(2, List.of(content(order, "FILTERS", 1), content(order, "KETTLE", 1))));
        assertThat(payments.of(seller, order.id()).orElseThrow().state()).isNotEqualTo(Payment.State.AUTHORIZED);
    }

    @Test
    void the_last_unit_decides_whether_an_order_is_late() {
        Order order = order();
        confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 2));
        Order inTime = order();
        confirm(inTime, Carrier.UPS, UPS);

        clock.stopAt(order.shipBy().plus(Duration.ofMinutes(1)));
        assertThat(lateness().numerator()).isEqualTo(1);

        confirm(order, Carrier.FEDEX, FEDEX);
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(lateness().numerator()).isEqualTo(1);
        assertThat(lateness().denominator()).isEqualTo(2);
    }

    @Test
    void an_order_is_delivered_when_the_last_of_its_packages_is() {
        Order order = order();
        confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 2));
        deliver(order, 1, MONDAY.plus(Duration.ofHours(30)));
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);

        clock.stopAt(MONDAY.plus(Duration.ofHours(31)));
        confirm(order, Carrier.FEDEX, FEDEX);
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);

        deliver(order, 2, MONDAY.plus(Duration.ofHours(50)));
        deliver(order, 2, MONDAY.plus(Duration.ofHours(50)));
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(market.find(order).deliveredAt()).isEqualTo(MONDAY.plus(Duration.ofHours(50)));
    }

    @Test
    void more_than_is_left_is_refused_with_the_numbers() {
        Order order = order();
        confirm(order, Carrier.UPS, UPS, content(order, "FILTERS", 2));

        ConfirmationResult result =
                confirm(order, Carrier.FEDEX, FEDEX, content(order, "KETTLE", 2), content(order, "FILTERS", 2));

        assertThat(result).isInstanceOfSatisfying(ConfirmationResult.TooMany.class, it -> assertThat(it.excesses())
                .containsExactly(new Excess(content(order, "FILTERS", 1).line(), "Filters", 2, 1)));
        assertThat(parcels(order)).hasSize(1);
        assertThat(confirm(
                        order,
                        Carrier.FEDEX,
                        FEDEX,
                        content(order, "KETTLE", Integer.MAX_VALUE),
                        content(order, "KETTLE", Integer.MAX_VALUE)))
                .isInstanceOf(ConfirmationResult.TooMany.class);
    }

    @Test
    void an_empty_package_and_a_line_that_is_not_there_are_refused() {
        Order order = order();

        assertThat(confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 0)))
                .isEqualTo(new ConfirmationResult.Refused(Reason.NOTHING_IN_IT));
        assertThat(confirm(order, Carrier.UPS, UPS, new Parcel.Content(99, 1)))
                .isEqualTo(new ConfirmationResult.Refused(Reason.NO_SUCH_LINE));
        assertThat(confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", -1)))
                .isEqualTo(new ConfirmationResult.Refused(Reason.NO_SUCH_LINE));
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void confirming_the_same_package_again_is_harmless() {
        Order order = order();
        Parcel.Content[] kettles = {content(order, "KETTLE", 1)};
        confirm(order, Carrier.UPS, UPS, kettles);

        assertThat(confirm(order, Carrier.UPS, UPS, kettles)).isInstanceOf(Confirmed.class);
        assertThat(parcels(order)).hasSize(1);

        confirm(order, Carrier.FEDEX, FEDEX);
        assertThat(confirm(order, Carrier.FEDEX, FEDEX)).isInstanceOf(Confirmed.class);
        assertThat(confirm(order, Carrier.UPS, UPS, kettles)).isInstanceOf(Confirmed.class);
        assertThat(parcels(order)).hasSize(2);
        assertThat(confirm(order, Carrier.USPS, "9400111206206406260787"))
                .isEqualTo(new ConfirmationResult.Refused(Reason.ALREADY_SHIPPED));
    }

    @Test
    void a_number_used_on_another_order_is_confirmed_with_a_warning() {
        Order first = order();
        Order second = order();
        confirm(first, Carrier.UPS, UPS);

        assertThat(confirm(second, Carrier.UPS, UPS))
                .isInstanceOfSatisfying(
                        Confirmed.class, it -> assertThat(it.sameNumber()).containsExactly(first.id()));
        assertThat(market.find(second).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void a_label_is_corrected_until_delivery_and_what_it_said_is_kept() {
        Order order = order();
        confirm(order, Carrier.UPS, UPS);
        clock.stopAt(MONDAY.plus(Duration.ofHours(1)));

        shipments.relabel(seller, order.id(), 1, label(Carrier.FEDEX, FEDEX), "Nadia");
        shipments.relabel(seller, order.id(), 1, label(Carrier.FEDEX, FEDEX), "Nadia");

        assertThat(shipments.get(seller, order.id(), 1).trackingNumber()).isEqualTo(FEDEX);
        assertThat(shipments.get(seller, order.id(), 1).confirmedAt()).isEqualTo(MONDAY);
        assertThat(shipments.labelChanges(seller, order.id())).singleElement().satisfies(it -> {
            assertThat(it.before().trackingNumber()).isEqualTo(UPS);
            assertThat(it.changedBy()).isEqualTo("Nadia");
            assertThat(it.changedAt()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
        });

        assertThat(shipments.relabel(seller, order.id(), 1, label(Carrier.FEDEX, "986578788854"), "Nadia"))
                .isInstanceOf(ConfirmationResult.NumberRefused.class);
        deliver(order, 1, MONDAY.plus(Duration.ofHours(2)));
        assertThat(shipments.relabel(seller, order.id(), 1, label(Carrier.UPS, UPS), "Nadia"))
                .isEqualTo(new ConfirmationResult.Refused(Reason.DELIVERED));
        assertThatThrownBy(() -> shipments.relabel(seller, order.id(), 2, label(Carrier.UPS, UPS), "Nadia"))
                .isInstanceOf(NotYours.class);
    }

    @Test
    void a_carrier_that_is_not_known_has_a_name_and_a_page_of_its_own() {
        Order order = order();
        NewLabel noPage = new NewLabel(
                Carrier.OTHER, "Bike Brothers", "BB-17", "http://bikes.example.com", "", ServiceLevel.ONE_DAY);
        assertThat(shipments.confirm(seller, order.id(), new Confirmation(noPage, List.of())))
                .isEqualTo(new ConfirmationResult.Refused(Reason.TRACKING_LINK_REFUSED));

        NewLabel fine = new NewLabel(
                Carrier.OTHER, "Bike Brothers", "BB-17", "https://bikes.example.com/17", "", ServiceLevel.ONE_DAY);
        shipments.confirm(seller, order.id(), new Confirmation(fine, List.of()));

        Parcel parcel = shipments.get(seller, order.id(), 1);
        assertThat(parcel.carrierName()).isEqualTo("Bike Brothers");
        assertThat(parcel.trackingPage()).hasToString("Optional[https://bikes.example.com/17]");
    }

    @Test
    void of_many_confirmations_the_right_ones_go_through() {
        Order fine = order();
        Order wrong = order();
        Order cancelled = order();
        orders.cancel(seller, cancelled.id(), CancelReason.BUYER_REQUEST);
        Order others = market.order(
                market.buyer("Olga"), market.offer(market.seller("Noel's Kitchen"), "PAN", "Pan", "20.00", 5));

        List<ConfirmationResult> results = shipments.confirmAll(
                seller,
                List.of(
                        new ToShip(fine.id(), whole(UPS)),
                        new ToShip(wrong.id(), whole("1Z999AA10123456785")),
                        new ToShip(cancelled.id(), whole(UPS)),
                        new ToShip(others.id(), whole(UPS)),
                        new ToShip(fine.id(), whole(UPS))));

        assertThat(results.get(0)).isInstanceOf(Confirmed.class);
        assertThat(results.get(1)).isInstanceOf(ConfirmationResult.NumberRefused.class);
        assertThat(results.get(2)).isEqualTo(new ConfirmationResult.Refused(Reason.CANCELLED));
        assertThat(results.get(3)).isEqualTo(new ConfirmationResult.Refused(Reason.NO_SUCH_ORDER));
        assertThat(results.get(4)).isInstanceOf(Confirmed.class);
        assertThat(market.find(fine).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(parcels(fine)).hasSize(1);
        assertThat(market.find(wrong).status()).isEqualTo(OrderStatus.UNSHIPPED);
        assertThat(orders.get(others.seller(), others.id()).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    private static Confirmation whole(String number) {
        return new Confirmation(label(Carrier.UPS, number), List.of());
    }

    @Test
    void of_a_cancellation_and_a_confirmation_at_the_same_moment_one_wins() throws Exception {
        for (int i = 0; i < 12; i++) {
            Order order = order();
            List<Object> results =
                    atOnce(() -> confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 1)), () -> cancelled(order));

            boolean shipped = market.find(order).status() == OrderStatus.PARTIALLY_SHIPPED;
            assertThat(results)
                    .containsExactly(
                            shipped ? results.getFirst() : new ConfirmationResult.Refused(Reason.CANCELLED), !shipped);
            assertThat(results.getFirst() instanceof Confirmed).isEqualTo(shipped);
            assertThat(parcels(order)).hasSize(shipped ? 1 : 0);
        }
    }

    private boolean cancelled(Order order) {
        try {
            orders.cancel(seller, order.id(), CancelReason.BUYER_REQUEST);
            return true;
        } catch (LostRace lost) {
            return false;
        }
    }

    @Test
    void two_who_confirm_the_same_units_at_the_same_moment_do_not_ship_them_twice() throws Exception {
        for (int i = 0; i < 6; i++) {
            Order order = order();
            List<Object> results = atOnce(
                    () -> confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 2)),
                    () -> confirm(
                            order, Carrier.FEDEX, FEDEX, content(order, "KETTLE", 1), content(order, "FILTERS", 3)));

            assertThat(results.stream().filter(Confirmed.class::isInstance)).hasSize(1);
            assertThat(results.stream().filter(ConfirmationResult.TooMany.class::isInstance))
                    .hasSize(1);
            assertThat(parcels(order)).hasSize(1);
        }
    }

    @Test
    void two_packages_delivered_at_the_same_moment_deliver_the_order() throws Exception {
        for (int i = 0; i < 6; i++) {
            Order order = order();
            confirm(order, Carrier.UPS, UPS, content(order, "KETTLE", 2));
            confirm(order, Carrier.FEDEX, FEDEX);
            Instant at = clock.instant();
            atOnce(
                    () -> {
                        deliver(order, 1, at);
                        return true;
                    },
                    () -> {
                        deliver(order, 2, at.plusSeconds(1));
                        return true;
                    });

            assertThat(market.find(order).status()).isEqualTo(OrderStatus.DELIVERED);
            assertThat(market.find(order).deliveredAt()).isEqualTo(at.plusSeconds(1));
        }
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Object> results = new ArrayList<>();
            List<Future<Object>> futures = List.of(two.submit(one::call), two.submit(other::call));
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
