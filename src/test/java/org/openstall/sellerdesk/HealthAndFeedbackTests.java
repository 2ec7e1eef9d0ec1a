package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.MarketFixture.Buyer;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.kernel.MovableClock;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** How a seller is doing, and what buyers say. */
@OpenstallTest
class HealthAndFeedbackTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private FeedbackDesk feedback;

    @Autowired
    private MovableClock clock;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void account_health_tells_each_rate_and_leads_to_the_very_orders() {
        market.livedOrder("Ada", 5, "", nadia.kettle());
        Order broken = market.livedOrder("Dee", 1, "Arrived broken", nadia.kettle());

        assertThat(nadia.get("/seller/health").text())
                .contains("Order defect rate", "50% 1 of 2 orders", "target: under 1% · alert at 0.8%", "Off target");
        assertThat(nadia.get("/seller/health/order-defect").text())
                .contains(broken.id().value(), "Negative feedback in force", "Arrived broken");
        assertThat(nadia.get("/seller/health/order-defect?format=csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(broken.id().value())
                .endsWith(",1,Arrived broken,1");
        assertThat(nadia.get("/seller/health/no-such-metric").status()).isEqualTo(404);
    }

    @Test
    void a_past_day_is_told_as_it_was_known_then() {
        Order late = nadia.sellsTo("Omar Haddad");
        Buyer ada = market.buyer("Ada");
        Order judged = market.order(ada, nadia.kettle());
        market.ship(judged);
        clock.advance(Duration.ofDays(6));
        market.ship(late);
        market.leaveFeedback(ada, judged.id(), 1, "");

        assertThat(nadia.get("/seller/health").text()).contains("50% 1 of 2 orders target: under 1%");
        String then = nadia.get("/seller/health?as-of=2026-06-02").text();
        assertThat(then).contains("As it stood at the end of Jun 2, 2026", "0% 0 of 2 orders target: under 1%");
        assertThat(nadia.get("/seller/health/late-shipment-long?as-of=2026-06-05")
                        .text())
                .contains(late.id().value(), "Not confirmed; was to ship by Jun 3, 2026, 11:59 PM PDT");
        assertThat(nadia.get("/seller/health/late-shipment-long").text())
                .contains(
                        late.id().value(),
                        "late: to ship by Jun 3, 2026, 11:59 PM PDT, confirmed Jun 7, 2026, 9:00 AM PDT");
        assertThat(nadia.get("/seller/health?as-of=nonsense").status()).isEqualTo(200);
        assertThat(nadia.get("/seller/health/cancel?after=nonsense_x").status()).isEqualTo(200);
    }

    @Test
    void what_buyers_said_is_told_beside_the_rate_it_spoils_as_long_as_it_counts() {
        Buyer dee = market.buyer("Dee");
        Order broken = market.order(dee, nadia.kettle());
        market.ship(broken);
        market.deliver(broken);
        market.leaveFeedback(dee, broken.id(), 1, "Arrived broken");
        clock.advance(Duration.ofDays(2));

        assertThat(nadia.get("/seller/health/negative-feedback").text())
                .contains("Buyers may remove their feedback within 60 days of leaving it.", "Arrived broken");
        assertThat(nadia.get("/seller/health/negative-feedback?format=csv").body())
                .contains(",Stars,Comment,Units", ",1,Arrived broken,1");

        feedback.remove(dee.id(), broken.id());
        assertThat(nadia.get("/seller/health/negative-feedback").text()).doesNotContain("Arrived broken");
        assertThat(nadia.get("/seller/health/negative-feedback?as-of=2026-06-02")
                        .text())
                .contains("Arrived broken");
    }

    @Test
    void a_history_that_has_ended_is_offered() {
        nadia.sellsTo("Omar Haddad");
        clock.advance(Duration.ofDays(200));

        Answer health = nadia.get("/seller/health");

        assertThat(health.text()).contains("Your last one was on Jun 1, 2026.");
        assertThat(health.body()).contains("/seller/health?as-of=2026-06-01");
    }

    @Test
    void feedback_is_scored_listed_and_filtered() {
        market.livedOrder("Ada", 5, "Lovely", nadia.kettle());
        market.livedOrder("Bo", 3, "So so", nadia.kettle());
        market.livedOrder("Dee", 1, "@broken", nadia.kettle());

        assertThat(nadia.get("/seller/feedback").text())
                .contains("Positive 33.33% 1 33.33% 1 33.33% 1 33.33% 1", "Lovely", "So so", "Not on time", "@broken");
        assertThat(nadia.get("/seller/feedback?stars=1").text())
                .contains("@broken")
                .doesNotContain("Lovely");
        assertThat(nadia.get("/seller/feedback?format=csv").body()).contains("'@broken", "Lovely");
    }
}
