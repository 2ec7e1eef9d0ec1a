package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.Parcel;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class OrderReportsTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    private SellerId seller = new SellerId("A0000000000000");

    @BeforeEach
    void nadia_sells() {
        clock.stopAt(MarketFixture.MONDAY);
        seller = market.seller("Nadia's Home");
    }

    private Order order() {
        return market.order(
                market.buyer("=Omar"),
                market.offer(seller, "FILTERS", "Paper filters", "6.50", 50),
                3,
                market.offer(seller, "KETTLE", "Kettle", "49.90", 50),
                2);
    }

    private List<List<String>> report(String name) {
        TestBrowser nadia = browsers.openFor(market.userOf(seller, "Nadia"));
        return nadia.get("/seller/orders/reports/" + name)
                .body()
                .lines()
                .map(it -> List.of(it.split("\t", -1)))
                .toList();
    }

    private static String cell(List<List<String>> report, int row, String column) {
        return report.get(row).get(report.getFirst().indexOf(column));
    }

    @Test
    void what_is_to_ship_is_told_line_by_line_with_what_is_left_of_each() {
        Order order = order();
        market.ship(order, new Parcel.Content(1, 2), new Parcel.Content(2, 2));
        clock.stopAt(MarketFixture.MONDAY.plus(Duration.ofDays(4)));

        List<List<String>> report = report("unshipped");

        assertThat(report).hasSize(3);
        assertThat(report.getFirst())
                .startsWith("order-id", "order-item-id", "purchase-date", "payments-date")
                .endsWith("price-designation", "is-prime")
                .hasSize(27);
        assertThat(cell(report, 1, "order-id")).isEqualTo(order.id().value());
        assertThat(cell(report, 1, "order-item-id")).isEqualTo("1");
        assertThat(cell(report, 1, "purchase-date")).isEqualTo("2026-06-01T09:00:00-07:00");
        assertThat(cell(report, 1, "quantity-purchased")).isEqualTo("3");
        assertThat(cell(report, 1, "quantity-shipped")).isEqualTo("2");
        assertThat(cell(report, 1, "quantity-to-ship")).isEqualTo("1");
        assertThat(cell(report, 2, "quantity-to-ship")).isEqualTo("0");
        assertThat(cell(report, 1, "days-past-promise")).isEqualTo("2");
        assertThat(cell(report, 1, "recipient-name")).isEqualTo("'=Omar");
        assertThat(cell(report, 1, "buyer-email")).isEmpty();
    }

    @Test
    void all_orders_of_the_last_days_are_told_with_their_states() {
        Order old = order();
        clock.stopAt(MarketFixture.MONDAY.plus(Duration.ofDays(40)));
        Order cancelled = market.order(market.buyer("Olga"), market.offer(seller, "PAN", "Pan", "20.00", 5));
        orders.cancel(seller, cancelled.id(), CancelReason.BUYER_REQUEST);
        Order delivered = market.order(market.buyer("Olga"), market.offer(seller, "POT", "Pot", "30.00", 5));
        market.ship(delivered);
        market.deliver(delivered);

        List<List<String>> report = report("all-orders");

        assertThat(report.getFirst())
                .startsWith("amazon-order-id", "merchant-order-id")
                .hasSize(32);
        assertThat(report.stream().map(List::getFirst))
                .contains(cancelled.id().value(), delivered.id().value())
                .doesNotContain(old.id().value());
        int row = report.stream()
                .map(List::getFirst)
                .toList()
                .indexOf(delivered.id().value());
        assertThat(cell(report, row, "order-status")).isEqualTo("Shipped - Delivered to Buyer");
        assertThat(cell(report, row, "item-price")).isEqualTo("30.00");
        assertThat(cell(report, row, "currency")).isEqualTo("USD");
        assertThat(report("all-orders?days=60").stream().map(List::getFirst))
                .contains(old.id().value());
        assertThat(report("all-orders?days=-5")).isNotEmpty();
    }
}
