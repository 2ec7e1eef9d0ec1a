package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast offers sell, and how long the stock lasts at that. */
@OpenstallTest
class SalesPaceTests extends NadiasInventory {
    @Autowired
    private Sales sales;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient db;

    private Pace pace(Offer offer) {
        return inventory.find(offer.key()).orElseThrow().pace();
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        sales.ageAll();
    }

    @Test
    void what_sells_is_counted_by_day_and_leaves_the_windows_with_time() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sell(kettle, 3);
        days(5);
        sell(kettle, 4);

        assertThat(pace(kettle)).isEqualTo(new Pace(7, 7));

        days(2);
        assertThat(pace(kettle)).isEqualTo(new Pace(4, 7));
        days(22);
        assertThat(pace(kettle)).isEqualTo(new Pace(0, 7));
        days(1);
        assertThat(pace(kettle)).isEqualTo(new Pace(0, 4));
        days(60);
        assertThat(pace(kettle)).isEqualTo(Pace.NONE);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_cancelled_order_was_never_sold_be_it_cancelled_today_or_later() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        Order first = sell(kettle, 1);
        Order second = sell(kettle, 1);
        orders.cancel(nadia, first.id(), CancelReason.OUT_OF_STOCK);
        assertThat(pace(kettle)).isEqualTo(new Pace(1, 1));

        days(10);
        sell(kettle, 5);
        orders.cancel(nadia, second.id(), CancelReason.BUYER_REQUEST);

        assertThat(pace(kettle)).isEqualTo(new Pace(5, 5));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_day_is_that_of_the_marketplace() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        clock.stopAt(Instant.parse("2026-06-02T06:59:00Z"));
        sell(kettle, 1);
        clock.stopAt(Instant.parse("2026-06-02T07:01:00Z"));
        sell(kettle, 2);

        assertThat(sales.byDay(nadia, Marketplaces.US))
                .containsEntry(new SalesDay(new Sku("KETTLE"), LocalDate.parse("2026-06-01")), 1)
                .containsEntry(new SalesDay(new Sku("KETTLE"), LocalDate.parse("2026-06-02")), 2);
    }

    @Test
    void the_past_that_is_brought_in_counts_as_far_as_it_is_recent() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sales.record(List.of(
                new Sale(kettle.key(), 2, MarketFixture.MONDAY.minus(Duration.ofDays(3))),
                new Sale(kettle.key(), 3, MarketFixture.MONDAY.minus(Duration.ofDays(20))),
                new Sale(kettle.key(), 5, MarketFixture.MONDAY.minus(Duration.ofDays(200))),
                new Sale(new OfferKey(nadia, Marketplaces.US, new Sku("GONE")), 1, MarketFixture.MONDAY)));

        assertThat(pace(kettle)).isEqualTo(new Pace(2, 5));
        assertThat(sales.byDay(nadia, Marketplaces.US)).hasSize(4);
    }

    @Test
    void the_audit_names_what_was_miscounted() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sell(kettle, 2);
        db.sql("update listings.sales_day set units = 5 where seller_id = :seller")
                .param("seller", nadia.value())
                .update();

        assertThat(differences())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("KETTLE", "5 units counted", "orders say 2"))
                .anySatisfy(it -> assertThat(it).contains("kept 2 and 2 units", "the days say 5 and 5"));
        db.sql("update listings.sales_day set units = 2 where seller_id = :seller")
                .param("seller", nadia.value())
                .update();
    }

    @Test
    void the_faster_of_week_and_month_tells_how_long_the_stock_lasts() {
        Pace rush = new Pace(14, 14);
        Pace steady = new Pace(0, 60);

        assertThat(rush.perDay()).isEqualByComparingTo(new BigDecimal("2.0"));
        assertThat(rush.daysOfCover(5)).isEqualTo(2);
        assertThat(steady.perDay()).isEqualByComparingTo(new BigDecimal("2.0"));
        assertThat(steady.perWeek()).isEqualTo(14);
        assertThat(new Pace(0, 1).perDay()).isEqualByComparingTo(new BigDecimal("0.03"));
        assertThat(Pace.NONE.daysOfCover(5)).isNull();
        assertThat(new Pace(0, 1).daysOfCover(1_000_000)).isEqualTo(30_000_000);
    }
}
