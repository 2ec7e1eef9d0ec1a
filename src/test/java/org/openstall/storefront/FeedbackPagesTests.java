package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class FeedbackPagesTests {
    /** The end of the ninetieth day after Monday in Los Angeles. */
    private static final Instant LAST_MOMENT = Instant.parse("2026-08-31T06:59:59.999999Z");

    private static final Instant TOO_LATE = Instant.parse("2026-08-31T07:00:00Z");

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Orders orders;

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
        clock.advance(Duration.ofSeconds(1));
        return market.order(market.buyer(omar), kettle);
    }

    private static String feedbackOn(Order order) {
        return "/orders/" + order.id() + "/feedback";
    }

    @Test
    void feedback_is_left_once_shown_on_the_seller_page_and_may_be_taken_back() {
        Order order = order();
        TestBrowser browser = browsers.openFor(omar);
        String path = feedbackOn(order);
        String comment = "Came dented, and nobody answers.";

        assertThat(browser.post(path, "comment", comment).text()).contains("Choose a rating from 1 to 5 stars.");
        assertThat(browser.post(path, "stars", "2", "comment", "x".repeat(401)).text())
                .contains("The comment is longer than 400 characters.");
        Answer left =
                browser.post(path, "stars", "2", "arrivedOnTime", "true", "asDescribed", "false", "comment", comment);
        assertThat(left.status()).isEqualTo(303);
        assertThat(browser.get("/orders/" + order.id()).text())
                .contains(comment)
                .contains("Arrived on time")
                .contains("Not as described");
        assertThat(browser.post(path, "stars", "5").text()).contains("You have already left feedback on this order.");
        assertThat(browsers.open().get("/sellers/" + seller).text())
                .contains(comment)
                .contains("Omar")
                .doesNotContain("Haddad")
                .contains("0% positive (1 rating)");

        assertThat(browser.post(path + "/removal").status()).isEqualTo(303);
        assertThat(browser.get("/orders/" + order.id()).text()).contains("You removed your feedback");
        assertThat(browsers.open().get("/sellers/" + seller).text()).doesNotContain(comment);
        assertThat(browser.post(path, "stars", "5").text()).contains("You have already left feedback on this order.");
    }

    @Test
    void feedback_may_be_left_to_the_end_of_the_day_that_the_page_names() {
        Order first = order();
        Order second = order();

        clock.stopAt(LAST_MOMENT);
        TestBrowser browser = browsers.openFor(omar);
        assertThat(browser.get("/orders/" + first.id()).text())
                .contains("You can already leave feedback, until Aug 30");
        assertThat(browser.post(feedbackOn(first), "stars", "4").status()).isEqualTo(303);

        clock.stopAt(TOO_LATE);
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

    @Test
    void orders_await_feedback_once_they_have_come_or_should_have() {
        Order arrived = delivered();
        Order awaited = order();
        Order unwanted = order();
        orders.cancel(omar.signedIn().buyer(), unwanted.id(), CancelReason.CHANGED_MIND);
        Order judged = delivered();
        market.leaveFeedback(market.buyer(omar), judged.id(), 5, "");

        assertThat(awaiting(browsers.openFor(omar))).containsExactly(link(arrived));

        clock.stopAt(awaited.promisedBy().plusSeconds(1));
        assertThat(awaiting(browsers.openFor(omar))).containsExactly(link(awaited), link(arrived));
    }

    @Test
    void the_list_of_orders_leads_to_feedback_where_it_is_awaited() {
        Order arrived = delivered();
        Order underWay = order();
        TestBrowser browser = browsers.openFor(omar);

        assertThat(browser.get("/orders").body())
                .contains("href=\"/orders/feedback\"")
                .contains(link(arrived))
                .doesNotContain(link(underWay));
        assertThat(browser.get("/orders").text()).contains("Feedback until Aug 30, 2026");

        browser.post(feedbackOn(arrived), "stars", "5");
        assertThat(browser.get("/orders").body()).doesNotContain(link(arrived));
        assertThat(browser.get("/orders/feedback").text()).contains("No orders await your feedback");
    }

    @Test
    void orders_await_feedback_no_longer_than_it_may_be_left() {
        Order arrived = delivered();

        clock.stopAt(LAST_MOMENT);
        assertThat(awaiting(browsers.openFor(omar))).containsExactly(link(arrived));

        clock.stopAt(TOO_LATE);
        assertThat(awaiting(browsers.openFor(omar))).isEmpty();
    }

    @Test
    void all_orders_that_await_feedback_can_be_seen_however_many_were_judged_between() {
        List<String> awaited = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Order order = delivered();
            if (i % 2 == 0) {
                awaited.addFirst(link(order));
            } else {
                market.leaveFeedback(market.buyer(omar), order.id(), 5, "");
            }
        }
        TestBrowser browser = browsers.openFor(omar);

        Answer first = browser.get("/orders/feedback");
        Answer second = browser.get(
                first.find("href=\"(/orders/feedback[^\"]*)\" rel=\"next\"").replace("&amp;", "&"));

        assertThat(links(first)).isEqualTo(awaited.subList(0, 10));
        assertThat(links(second)).isEqualTo(awaited.subList(10, 12));
        assertThat(second.body()).doesNotContain("rel=\"next\"");
    }

    private Order delivered() {
        Order order = order();
        market.ship(order);
        market.deliver(order);
        return order;
    }

    private static String link(Order order) {
        return "href=\"/orders/" + order.id() + "#feedback\"";
    }

    private static List<String> awaiting(TestBrowser browser) {
        return links(browser.get("/orders/feedback"));
    }

    private static List<String> links(Answer page) {
        return Pattern.compile("href=\"/orders/[^\"]+#feedback\"")
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
