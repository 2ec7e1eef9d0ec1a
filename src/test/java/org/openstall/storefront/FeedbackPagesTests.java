package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class FeedbackPagesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    private User omar;
    private SellerId seller;
    private Offer kettle;

    @BeforeEach
    void omar_may_buy_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        omar = market.user("Omar Haddad");
        seller = market.seller("Alder Supply");
        kettle = market.offer(seller, "KETTLE", "Gooseneck kettle", "49.90", 50);
    }

    private Order order() {
        return market.order(market.buyer(omar), kettle);
    }

    private static String feedbackOn(Order order) {
        return "/orders/" + order.id() + "/feedback";
    }

    @Test
    void feedback_may_be_left_to_the_end_of_the_day_that_the_page_names() {
        Order first = order();
        Order second = order();

        clock.stopAt(Instant.parse("2026-08-31T06:59:59.999999Z"));
        TestBrowser browser = browsers.openFor(omar);
        assertThat(browser.get("/orders/" + first.id()).text())
                .contains("You can already leave feedback, until Aug 30");
        assertThat(browser.post(feedbackOn(first), "stars", "4").status()).isEqualTo(303);

        clock.stopAt(Instant.parse("2026-08-31T07:00:00Z"));
        assertThat(browser.get("/orders/" + second.id()).text())
                .contains("The time for feedback on this order ended on Aug 30");
        assertThat(browser.post(feedbackOn(second), "stars", "4").text())
                .contains("The time for feedback on this order has ended.");
    }

    @Test
    void feedback_may_be_removed_to_the_end_of_the_day_that_the_page_names() {
        Order first = order();
        Order second = order();
        market.leaveFeedback(market.buyer(omar), first.id(), 1, "Broken");
        market.leaveFeedback(market.buyer(omar), second.id(), 1, "Broken, too");

        clock.stopAt(Instant.parse("2026-08-01T06:59:59.999999Z"));
        TestBrowser browser = browsers.openFor(omar);
        assertThat(browser.get("/orders/" + first.id()).text()).contains("Possible until Jul 31");
        browser.post(feedbackOn(first) + "/removal");
        assertThat(browser.get("/orders/" + first.id()).text()).contains("You removed your feedback");

        clock.stopAt(Instant.parse("2026-08-01T07:00:00Z"));
        assertThat(browser.get("/orders/" + second.id()).text()).contains("It could be removed until Jul 31");
        browser.post(feedbackOn(second) + "/removal");
        assertThat(browser.get("/orders/" + second.id()).text())
                .contains("It is too late to remove this feedback.")
                .contains("Broken, too");
    }
}
