package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openstall.MarketFixture.MONDAY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.identity.User;
import org.openstall.kernel.Audit;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CancellationTests {
    /** Monday, nine o'clock in Portland. */
    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private NeverShipped neverShipped;

    @Autowired
    private Offers offers;

    @Autowired
    private Carts carts;

    @Autowired
    private Payments payments;

    @Autowired
    private Health health;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TestBrowsers browsers;

    private final MarketFixture.Buyer omar = new MarketFixture.Buyer(new BuyerId(UUID.randomUUID()), "Omar Haddad");
    private SellerId seller;
    private Offer lamp;

    @BeforeEach
    void a_seller_of_lamps() {
        clock.stopAt(MONDAY);
        seller = market.seller("Lights");
        lamp = market.offer(seller, "LAMP", "A lamp", "20.00", 300);
    }

    private int left() {
        return market.find(lamp.key()).quantity();
    }

    @Test
    void a_buyer_cancels_before_shipment_and_pays_nothing_and_it_is_no_fault_of_the_seller() {
        Order order = market.order(omar, lamp);

        orders.cancel(omar.id(), order.id(), CancelReason.CHANGED_MIND);

        assertThat(market.find(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(market.find(order).cancelReason()).isEqualTo(CancelReason.CHANGED_MIND);
        assertThat(left()).isEqualTo(300);
        assertThat(payments.of(seller, order.id()))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Payment.State.RELEASED));
        assertThat(health.of(seller, Marketplaces.US).rate(Metric.CANCEL).numerator())
                .isZero();
    }

    @Test
    void nobody_cancels_for_anothers_reasons_or_anothers_order() {
        Order order = market.order(omar, lamp);
        BuyerId olga = market.buyer("Olga").id();

        assertThatThrownBy(() -> orders.cancel(omar.id(), order.id(), CancelReason.OUT_OF_STOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> orders.cancel(seller, order.id(), CancelReason.CHANGED_MIND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> orders.cancel(olga, order.id(), CancelReason.CHANGED_MIND))
                .isInstanceOf(NotYours.class);
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void what_has_shipped_or_is_cancelled_already_is_not_cancelled() {
        Order shipped = market.order(omar, lamp);
        market.ship(shipped);
        Order cancelled = market.order(omar, lamp);
        orders.cancel(seller, cancelled.id(), CancelReason.OUT_OF_STOCK);

        assertThatThrownBy(() -> orders.cancel(omar.id(), shipped.id(), CancelReason.CHANGED_MIND))
                .isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> orders.cancel(omar.id(), cancelled.id(), CancelReason.CHANGED_MIND))
                .isInstanceOf(LostRace.class);
        assertThat(market.find(cancelled).cancelReason()).isEqualTo(CancelReason.OUT_OF_STOCK);
        assertThat(left())
                .as("what was out of stock and what has shipped is gone")
                .isEqualTo(298);
    }

    @Test
    void of_a_buyer_who_cancels_and_a_seller_who_ships_at_the_same_moment_one_wins() throws Exception {
        int shipped = 0;
        for (int round = 0; round < 20; round++) {
            Order order = market.order(omar, lamp);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Callable<Boolean>> both = List.of(
                        () -> succeeds(() -> orders.cancel(omar.id(), order.id(), CancelReason.CHANGED_MIND)),
                        () -> succeeds(() -> market.ship(order)));
                List<Future<Boolean>> done = threads.invokeAll(both);
                assertThat(done.get(0).get()).isNotEqualTo(done.get(1).get());
                shipped += done.get(1).get() ? 1 : 0;
            }
            OrderStatus status = market.find(order).status();
            Payment.State money =
                    payments.of(seller, order.id()).map(Payment::state).orElseThrow();
            assertThat(money == Payment.State.RELEASED).isEqualTo(status == OrderStatus.CANCELLED);
        }
        assertThat(left()).isEqualTo(300 - shipped);
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it)).isEmpty());
    }

    private static boolean succeeds(Runnable act) {
        try {
            act.run();
            return true;
        } catch (LostRace | AssertionError lost) {
            return false;
        }
    }

    @Test
    void an_order_that_nobody_ships_is_cancelled_seven_business_days_after_its_ship_by_time() {
        Order order = market.order(omar, lamp);
        Instant last = orders.cancelledUnlessShippedBy(order).orElseThrow();
        assertThat(order.shipBy()).isEqualTo("2026-06-04T06:59:59.999999Z");
        assertThat(last).isEqualTo("2026-06-13T06:59:59.999999Z");

        clock.stopAt(last);
        neverShipped.cancelAll();
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);

        clock.stopAt(last.plusSeconds(1));
        neverShipped.cancelAll();
        neverShipped.cancelAll();
        assertThat(market.find(order).cancelReason()).isEqualTo(CancelReason.NEVER_SHIPPED);
        assertThat(CancelReason.NEVER_SHIPPED.countsAgainstSeller()).isTrue();
        assertThat(left()).as("nobody knows whether it is still there").isEqualTo(299);
        assertThat(payments.of(seller, order.id()))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Payment.State.RELEASED));
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it)).isEmpty());
    }

    @Test
    void a_shipped_order_and_one_placed_elsewhere_are_never_cancelled_so() {
        Order shipped = market.order(omar, lamp);
        market.ship(shipped);

        clock.stopAt(MONDAY.plusSeconds(60L * 60 * 24 * 60));
        neverShipped.cancelAll();

        assertThat(market.find(shipped).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(orders.cancelledUnlessShippedBy(market.find(shipped))).isEmpty();
    }

    // The pages

    @Test
    void the_buyer_cancels_on_the_order_page_and_is_told_if_it_was_too_late() {
        User user = market.user("Omar Haddad");
        TestBrowser browser = browsers.openFor(user);
        Order order = market.order(market.buyer(user), lamp);
        String page = "/orders/" + order.id();
        assertThat(browser.get(page).text()).contains("Cancel this order", "You pay nothing", "It arrives too late");

        assertThat(browser.post(page + "/cancellation").location()).isEqualTo(page);
        assertThat(browser.get(page).text()).contains("Choose why you cancel");
        browser.post(page + "/cancellation", "reason", "NEVER_SHIPPED");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
        browser.post(page + "/cancellation", "reason", "ARRIVES_TOO_LATE");
        assertThat(browser.get(page).text())
                .contains("Your order is cancelled. You have not been charged.", "You cancelled this order")
                .doesNotContain("Why");
        browser.post(page + "/cancellation", "reason", "ARRIVES_TOO_LATE");
        assertThat(browser.get(page).text()).contains("This order has shipped or was cancelled meanwhile");
    }

    @Test
    void a_buyer_who_wants_it_elsewhere_is_asked_to_order_again_and_does_with_one_click() {
        User user = market.user("Omar Haddad");
        User nadia = market.userOf(seller, "Nadia");
        TestBrowser omars = browsers.openFor(user);
        TestBrowser nadias = browsers.openFor(nadia);
        Offer cup = market.offer(seller, "CUP", "A cup", "5.50", 10);
        Order order = market.order(market.buyer(user), lamp, cup);
        assertThat(nadias.get("/seller/orders/" + order.id()).text())
                .contains(
                        "The buyer wants it sent to another address",
                        "The buyer is asked to order again with the right one. Doesn’t count against you.",
                        "the marketplace cancels it, and that counts as cancelled by you",
                        "Protected: paid through the marketplace");

        nadias.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OTHER_ADDRESS");

        assertThat(omars.get("/orders/" + order.id()).text()).contains("Please order again with the right address");
        assertThat(omars.post("/orders/" + order.id() + "/again").location()).isEqualTo("/cart");
        assertThat(omars.get("/cart").text()).contains("It is in your cart", "A lamp", "A cup");
        offers.edit(cup.key(), OfferEdit.open(false), "Nadia");
        carts.set(market.buyer(user).id(), cup.key(), 0);
        omars.post("/orders/" + order.id() + "/again");
        assertThat(omars.get("/cart").text())
                .contains("What is still on offer is in your cart")
                .doesNotContain("A cup");
        offers.edit(lamp.key(), OfferEdit.open(false), "Nadia");
        assertThat(omars.post("/orders/" + order.id() + "/again").location()).isEqualTo("/orders/" + order.id());
        assertThat(omars.get("/orders/" + order.id()).text()).contains("Nothing of this order is on offer any more");
    }

    @Test
    void a_buyer_whose_order_is_overdue_is_told_when_it_will_be_cancelled() {
        User user = market.user("Omar Haddad");
        Order order = market.order(market.buyer(user), lamp);
        clock.stopAt(order.shipBy().plusSeconds(60));

        assertThat(browsers.openFor(user).get("/orders/" + order.id()).text())
                .contains("If the seller has not shipped it by")
                .contains("we cancel it and you pay nothing");
    }
}
