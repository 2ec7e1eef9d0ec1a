package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten kettles of one order in two packages: nine arrive in time, one does not. */
@OpenstallTest
class SplitOrdersTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Health health;

    @Autowired
    private TallyAudit tallies;

    @Autowired
    private FactsAudit facts;

    @Autowired
    private MovableClock clock;

    private SellerId seller;
    private Order order;

    @BeforeEach
    void ten_kettles_are_shipped_in_two_packages() {
        clock.stopAt(MarketFixture.MONDAY);
        seller = market.seller("Nadia's Kitchen");
        Offer kettle = market.offer(seller, "KETTLE", "Gooseneck kettle", "49.90", 40);
        Offer lamp = market.offer(seller, "LAMP", "Lamp", "20.00", 40);
        order = market.order(market.buyer("Omar"), kettle, 9, lamp, 1);
        market.ship(order, new Parcel.Content(1, 9));
        market.ship(order, new Parcel.Content(2, 1));
    }

    private void arrives(int number, Instant at) {
        clock.stopAt(at);
        shipments.scanned(seller, order.id(), number, new Parcel.Scan(Parcel.Kind.DELIVERED, at, "Portland, OR"));
    }

    /** A fortnight after the promise, when its window has begun. */
    private Instant later() {
        return order.promisedBy().plus(Duration.ofDays(14));
    }

    private String onTime(Instant asOf) {
        Rate rate = health.of(seller, Marketplaces.US, asOf).rate(Metric.ON_TIME_DELIVERY);
        return rate.numerator() + " of " + rate.denominator();
    }

    @Test
    void each_unit_counts_by_the_package_that_it_was_in() {
        arrives(1, order.promisedBy());
        arrives(2, order.promisedBy().plus(Duration.ofDays(1)));
        clock.stopAt(later());

        assertThat(onTime(later())).isEqualTo("9 of 10");
        assertThat(health.of(seller, Marketplaces.US).rates())
                .isEqualTo(health.of(seller, Marketplaces.US, later()).rates());
        assertThat(health.ordersBehind(seller, Marketplaces.US, Metric.ON_TIME_DELIVERY, later(), null, 10)
                        .items())
                .singleElement()
                .satisfies(it -> assertThat(it.units()).isEqualTo(1));
        assertThat(Differences.of(tallies)).isEmpty();
        assertThat(Differences.of(facts)).isEmpty();
    }

    @Test
    void a_package_that_never_arrives_takes_nothing_from_the_other() {
        arrives(2, order.promisedBy());
        clock.stopAt(later());

        assertThat(onTime(later())).isEqualTo("1 of 10");
        assertThat(health.of(seller, Marketplaces.US).rates())
                .isEqualTo(health.of(seller, Marketplaces.US, later()).rates());
        assertThat(Differences.of(tallies)).isEmpty();
        assertThat(Differences.of(facts)).isEmpty();
    }

    @Test
    void both_in_time_are_all_units_and_leave_nothing_behind() {
        arrives(1, order.promisedBy().minus(Duration.ofHours(3)));
        arrives(2, order.promisedBy());
        clock.stopAt(later());

        assertThat(onTime(later())).isEqualTo("10 of 10");
        assertThat(health.ordersBehind(seller, Marketplaces.US, Metric.ON_TIME_DELIVERY, later(), null, 10)
                        .items())
                .isEmpty();
        assertThat(Differences.of(tallies)).isEmpty();
        assertThat(Differences.of(facts)).isEmpty();
    }
}
