package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.MovableClock;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CancellingOrdersTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void before_cancelling_the_page_says_what_it_costs() {
        Order order = nadia.sellsTo("Omar Haddad");
        for (int i = 0; i < 9; i++) {
            nadia.sellsTo("Buyer " + i);
        }

        Answer page = nadia.get("/seller/orders/" + order.id());
        assertThat(page.text())
                .contains("The buyer asked for it Doesn’t count against you.")
                .contains("Out of stock Counts as cancelled by you: Cancellation rate 0% → to 10%");

        nadia.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK");
        assertThat(market.find(order).cancelReason()).isEqualTo(CancelReason.OUT_OF_STOCK);
        assertThat(nadia.get("/seller/health").text()).contains("10% 1 of 10 orders");
    }

    @Test
    void a_shipped_order_cannot_be_cancelled() {
        Order order = nadia.sellsTo("Omar Haddad");
        market.ship(order);

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK");

        assertThat(nadia.get(answer.location()).text())
                .contains("shipped or cancelled meanwhile. Nothing was changed.");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
    }
}
