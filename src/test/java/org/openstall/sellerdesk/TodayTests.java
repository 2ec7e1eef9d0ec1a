package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.MovableClock;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which a seller sees what is to be done. */
@OpenstallTest
class TodayTests {
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
    void today_shows_what_is_due_with_its_deadline_and_its_effect() {
        for (int i = 0; i < 9; i++) {
            market.ship(nadia.sellsTo("Buyer " + i));
        }
        Order waiting = nadia.sellsTo("Omar Haddad");
        clock.stopAt(waiting.shipBy().minus(Duration.ofMinutes(192)));

        String text = nadia.get("/seller").text();

        assertThat(text)
                .contains("Due today", "Gooseneck kettle", waiting.id().value(), "in 3 h 12 min")
                .contains("Late shipment rate, short term 0% → to 10% if missed");
    }

    @Test
    void an_overdue_order_comes_first_and_counts_as_late() {
        Order waiting = nadia.sellsTo("Omar Haddad");
        clock.stopAt(waiting.shipBy().plus(Duration.ofHours(5)));

        String text = nadia.get("/seller").text();

        assertThat(text).contains("Do first", "5 h ago", "Already counts as late", "1 of 1 orders", "target: under 4%");
    }

    @Test
    void once_everything_due_is_shipped_the_day_is_done() {
        Order waiting = nadia.sellsTo("Omar Haddad");
        clock.stopAt(waiting.shipBy().minus(Duration.ofHours(3)));
        assertThat(nadia.get("/seller").text()).doesNotContain("Done for today");

        Answer confirmed = nadia.confirms(waiting, "from", "today");

        assertThat(confirmed.location()).isEqualTo("/seller");
        assertThat(nadia.get("/seller").text())
                .contains("One offer has not been reviewed for 24 hours")
                .doesNotContain("Done for today")
                .contains("Order " + waiting.id() + " is confirmed as shipped with UPS.");

        assertThat(nadia.post("/seller/inventory/review", "from", "today").location())
                .isEqualTo("/seller");
        assertThat(nadia.get("/seller").text()).contains("Done for today", "no order is waiting");
    }

    @Test
    void negative_feedback_shows_what_it_did_until_it_is_read() {
        market.livedOrder("Ada", 5, "Lovely", nadia.kettle());
        market.livedOrder("Bo", 4, "", nadia.kettle());
        market.livedOrder("Cy", 5, "", nadia.kettle());
        market.livedOrder("Dee", 1, "Arrived broken", nadia.kettle());

        Answer today = nadia.get("/seller");
        assertThat(today.text())
                .contains("Negative feedback from Dee", "Arrived broken", "3 new ratings without complaint")
                .contains("Order defect rate 0% → to 25% because of this feedback")
                .contains("97 more orders without a defect would bring it back on target");

        String id = today.find("name=\"id\" value=\"([^\"]+)\"");
        assertThat(nadia.post("/seller/feedback/read", "id", id).location()).isEqualTo("/seller");
        assertThat(nadia.get("/seller").text()).doesNotContain("Negative feedback from Dee");
    }

    @Test
    void what_runs_out_is_on_the_list() {
        Offer last = market.offer(nadia.id(), "LAST-1", "Last mug", "9.00", 1);
        Offer few = market.offer(nadia.id(), "FEW-1", "Few spoons", "4.00", 10);
        market.offer(nadia.id(), "OLD-1", "Old lamp", "4.00", 0);
        market.order(market.buyer("Omar"), last);
        for (int i = 0; i < 7; i++) {
            market.order(market.buyer("Omar"), few);
        }

        assertThat(nadia.get("/seller").text())
                .contains("Last mug", "Out of stock", "About 1 sale a week is lost until it is back")
                .contains("Few spoons FEW-1 · 3 left · 1 a day Gone in about 3 days at this pace")
                .contains("Best sellers Few spoons 7 sold in 30 days · 1 a day 3 days")
                .doesNotContain("Old lamp");
    }
}
