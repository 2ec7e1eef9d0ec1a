package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Label;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class HealthHistoryTests {
    private static final Instant NOW = Instant.parse("2026-03-10T07:30:00Z");

    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    @Autowired
    private FeedbackDesk feedback;

    @Autowired
    private Health health;

    @Autowired
    private TallyAudit tallies;

    @Autowired
    private FactsAudit facts;

    @Autowired
    private MovableClock clock;

    /** Over the change to daylight saving time of 2026-03-08, around local midnight, in any order of events. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void after_any_history_tallies_tell_what_the_facts_tell(long seed) {
        clock.stopAt(NOW);
        Random random = new Random(seed);
        SellerId seller = market.seller("Any history " + seed);
        for (int batch = 0; batch < 4; batch++) {
            List<Order> placed = new ArrayList<>();
            List<Parcel> parcels = new ArrayList<>();
            List<Feedback> opinions = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Order order = anyOrder(random, seller);
                placed.add(order);
                if (order.status() != OrderStatus.CANCELLED && random.nextInt(10) < 8) {
                    parcels.add(anyParcel(random, order));
                }
                if (random.nextInt(3) == 0) {
                    opinions.addAll(anyFeedback(random, order));
                }
            }
            orders.recordHistory(placed);
            shipments.recordHistory(parcels);
            feedback.recordHistory(opinions);
            shipments.recordHistory(parcels);
            feedback.recordHistory(opinions);
        }

        AccountHealth fromTallies = health.of(seller, Marketplaces.US);
        assertThat(fromTallies.rates())
                .isEqualTo(health.of(seller, Marketplaces.US, NOW).rates());
        assertThat(fromTallies.rates())
                .isEqualTo(health.ofAll(Marketplaces.US).stream()
                        .filter(it -> it.seller().equals(seller))
                        .findFirst()
                        .orElseThrow()
                        .rates());
        assertThat(Differences.of(tallies)).isEmpty();
        assertThat(Differences.of(facts)).isEmpty();
        fromTallies.rates().stream()
                .filter(it -> it.metric() != Metric.ON_TIME_DELIVERY)
                .forEach(rate -> assertThat(
                                health.ordersBehind(seller, Marketplaces.US, rate.metric(), NOW, null, 10_000)
                                        .items())
                        .as(rate.metric().code())
                        .hasSize((int) rate.numerator()));
        Rate onTime = fromTallies.rate(Metric.ON_TIME_DELIVERY);
        assertThat(
                        health
                                .ordersBehind(seller, Marketplaces.US, Metric.ON_TIME_DELIVERY, NOW, null, 10_000)
                                .items()
                                .stream()
                                .mapToLong(OrderBehind::units)
                                .sum())
                .isEqualTo(onTime.denominator() - onTime.numerator());
    }

    private Instant around(Random random, int days) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
    }

    private Order anyOrder(Random random, SellerId seller) {
        Instant orderedAt = around(random, 70);
        boolean cancelled = random.nextInt(10) == 0;
        Money price = new Money(1 + random.nextInt(10_000), market.us().currency());
        int units = 1 + random.nextInt(4);
        return new Order(
                OrderId.create(orderedAt),
                seller,
                Marketplaces.US,
                new BuyerId(UUID.randomUUID()),
                "Anybody",
                "placed elsewhere",
                cancelled ? OrderStatus.CANCELLED : OrderStatus.UNSHIPPED,
                orderedAt,
                orderedAt.plus(Duration.ofHours(random.nextInt(120))),
                null,
                market.us().endOf(market.us().dayOf(orderedAt).plusDays(random.nextInt(20))),
                null,
                MarketFixture.address("Anybody"),
                price.times(units),
                Money.zero(market.us().currency()),
                null,
                null,
                cancelled ? orderedAt.plus(Duration.ofMinutes(random.nextInt(60))) : null,
                cancelled ? (random.nextBoolean() ? CancelReason.OUT_OF_STOCK : CancelReason.BUYER_REQUEST) : null,
                List.of(new OrderLine(1, new Sku("ANY"), ProductId.random(), "Anything", units, price)));
    }

    private Parcel anyParcel(Random random, Order order) {
        Instant confirmedAt = earliest(order.orderedAt().plus(Duration.ofHours(random.nextInt(140))));
        return new Parcel(
                order.seller(),
                order.id(),
                1,
                new Label(Carrier.OTHER, "Any carrier", null, null, "", ServiceLevel.STANDARD),
                List.of(),
                confirmedAt,
                random.nextInt(10) < 8 ? earliest(confirmedAt.plus(Duration.ofHours(random.nextInt(300)))) : null,
                List.of());
    }

    private static Instant earliest(Instant instant) {
        return instant.isBefore(NOW) ? instant : NOW;
    }

    private List<Feedback> anyFeedback(Random random, Order order) {
        Instant first = earliest(order.orderedAt().plus(Duration.ofHours(random.nextInt(900))));
        Instant second = earliest(first.plus(Duration.ofHours(random.nextInt(200))));
        boolean replaced = random.nextInt(4) == 0;
        List<Feedback> all = new ArrayList<>();
        all.add(opinion(random, order, first, replaced ? second : null));
        if (replaced) {
            all.add(opinion(random, order, second, null));
        }
        return all;
    }

    private static Feedback opinion(Random random, Order order, Instant at, @Nullable Instant endedAt) {
        return new Feedback(
                order.seller(),
                order.id(),
                UUID.randomUUID(),
                order.marketplace(),
                order.buyer(),
                "Anybody",
                1 + random.nextInt(5),
                Feedback.Answers.NONE,
                "",
                at,
                endedAt,
                endedAt == null ? null : Feedback.End.SUPERSEDED);
    }

    @Test
    void two_stars_make_a_defect_and_taking_them_back_unmakes_it() {
        SellerId seller = market.seller("Second thoughts");
        Offer offer = market.offer(seller, "LAMP", "A lamp", "20.00", 10);
        MarketFixture.Buyer buyer = market.buyer("Omar");
        Order order = market.order(buyer, offer);
        market.ship(order);
        market.leaveFeedback(buyer, order.id(), 2, "Broken.");
        assertThat(rate(seller, Metric.ORDER_DEFECT)).isEqualTo("1/1");

        feedback.remove(buyer.id(), order.id());

        assertThat(rate(seller, Metric.ORDER_DEFECT)).isEqualTo("0/1");
        assertThat(health.scores(seller, Marketplaces.US))
                .allSatisfy(it -> assertThat(it.all()).isZero());
    }

    @Test
    void an_order_becomes_late_by_the_clock_alone_and_confirming_it_then_leaves_it_late() {
        SellerId seller = market.seller("Late");
        Order order = market.order(market.buyer("Omar"), market.offer(seller, "LAMP", "A lamp", "20.00", 10));
        clock.stopAt(order.shipBy());
        assertThat(rate(seller, Metric.LATE_SHIPMENT_SHORT)).isEqualTo("0/1");

        clock.stopAt(order.shipBy().plusMillis(1));
        assertThat(rate(seller, Metric.LATE_SHIPMENT_SHORT)).isEqualTo("1/1");

        market.ship(order);
        assertThat(rate(seller, Metric.LATE_SHIPMENT_SHORT)).isEqualTo("1/1");
    }

    @Test
    void an_order_cancelled_by_the_seller_leaves_lateness_and_counts_as_cancelled() {
        SellerId seller = market.seller("Sold out");
        Order order = market.order(market.buyer("Omar"), market.offer(seller, "LAMP", "A lamp", "20.00", 10));

        orders.cancel(seller, order.id(), CancelReason.OUT_OF_STOCK);

        assertThat(rate(seller, Metric.CANCEL)).isEqualTo("1/1");
        clock.stopAt(order.shipBy().plusMillis(1));
        assertThat(rate(seller, Metric.LATE_SHIPMENT_SHORT)).isEqualTo("0/0");
    }

    @Test
    void a_cancellation_the_buyer_asked_for_is_no_fault_of_the_seller() {
        SellerId seller = market.seller("Obliging");
        Order order = market.order(market.buyer("Omar"), market.offer(seller, "LAMP", "A lamp", "20.00", 10));

        orders.cancel(seller, order.id(), CancelReason.BUYER_REQUEST);

        assertThat(rate(seller, Metric.CANCEL)).isEqualTo("0/1");
        assertThat(rate(seller, Metric.ORDER_DEFECT)).isEqualTo("0/1");
    }

    private String rate(SellerId seller, Metric metric) {
        Rate rate = health.of(seller, Marketplaces.US).rate(metric);
        return rate.numerator() + "/" + rate.denominator();
    }
}
