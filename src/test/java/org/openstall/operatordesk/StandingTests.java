package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.Suppression;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.openstall.sellers.StandingChange;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator stops a seller, and lets him sell again. */
@OpenstallTest
class StandingTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Sellers sellers;

    @Autowired
    private Orders orders;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private Offer kettle;
    private TestBrowser nadia;
    private TestBrowser iris;

    @BeforeEach
    void a_seller_with_an_offer() {
        nadias = market.seller("Nadia's Kitchen");
        kettle = market.offer(nadias, "KETTLE", "Standing kettle", "49.90", 9);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
    }

    private TestBrowser.Answer change(Standing seen, Standing to, String reason) {
        return iris.post(
                "/operator/sellers/" + nadias + "/standing",
                "marketplace",
                Marketplaces.US.value(),
                "seen",
                seen.name(),
                "to",
                to.name(),
                "reason",
                reason);
    }

    private Standing standing() {
        return sellers.presences(nadias).getOrDefault(Marketplaces.US, Standing.CLOSED);
    }

    private List<StandingChange> changes() {
        return sellers.standingChanges(nadias, Marketplaces.US, null, 10).items();
    }

    private void deactivate() {
        change(Standing.ACTIVE, Standing.DEACTIVATED, "Parcels without tracking");
    }

    @Test
    void nobody_can_buy_from_a_seller_stopped_after_the_cart_was_filled_and_nothing_is_charged() {
        User omar = market.user("Omar Haddad");
        TestBrowser omars = browsers.openFor(omar);
        market.fillCart(market.buyer(omar), kettle);
        TestBrowser.Answer form = omars.get("/checkout");

        deactivate();
        TestBrowser.Answer answer = omars.post("/checkout", CheckoutForm.of(form));

        assertThat(answer.text()).contains("Standing kettle").contains("Nothing has been ordered or charged");
        assertThat(orders.of(market.buyer(omar).id(), null, 10).items()).isEmpty();
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(9);
    }

    @Test
    void the_offers_of_a_stopped_seller_leave_the_shop_at_once_and_come_back_with_him() {
        deactivate();

        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("Currently unavailable");
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.STANDING);

        change(Standing.DEACTIVATED, Standing.AT_RISK, "A plan was handed in");

        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("$49.90");
        assertThat(iris.get("/operator/sellers/" + nadias).text())
                .contains(
                        "Active → Deactivated, by Iris",
                        "Parcels without tracking",
                        "Deactivated → At risk, by Iris",
                        "A plan was handed in");
    }

    @Test
    void a_stopped_seller_reads_why_and_still_ships_what_was_ordered() {
        Order order = market.order(market.buyer("Omar"), kettle);

        deactivate();

        assertThat(nadia.get("/seller/orders").text())
                .contains("Orders already placed must still be shipped")
                .contains("The operator’s reason: Parcels without tracking");
        market.ship(order);
        assertThat(orders.get(nadias, order.id()).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE").text())
                .contains("Your account can’t sell here at present");
    }

    @Test
    void a_seller_at_risk_reads_why_while_he_goes_on_selling() {
        change(Standing.ACTIVE, Standing.AT_RISK, "Many parcels arrive late");

        assertThat(nadia.get("/seller/orders").text())
                .contains("Your offers are still on sale")
                .contains("The operator’s reason: Many parcels arrive late");
        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("$49.90");
    }

    @Test
    void what_a_stopped_seller_lists_is_not_seen_until_he_may_sell() {
        deactivate();

        nadia.post(
                "/seller/inventory/add/" + kettle.product(),
                "sku",
                "KETTLE-3",
                "condition",
                "new",
                "price",
                "41.00",
                "quantity",
                "5");
        assertThat(browsers.open().get("/products/" + kettle.product()).text()).doesNotContain("$41.00");
        change(Standing.DEACTIVATED, Standing.ACTIVE, "All is well again");
        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("$41.00");
    }

    @Test
    void a_change_needs_a_reason_and_another_standing_and_what_was_typed_stays() {
        TestBrowser.Answer silent = change(Standing.ACTIVE, Standing.CLOSED, " ");
        TestBrowser.Answer wordy = change(Standing.ACTIVE, Standing.CLOSED, "x".repeat(1_001));
        TestBrowser.Answer same = change(Standing.ACTIVE, Standing.ACTIVE, "Nothing new");

        assertThat(silent.text()).contains("Say why; the seller reads it.");
        assertThat(silent.body()).contains("value=\"CLOSED\" selected");
        assertThat(wordy.text())
                .contains("Shorten the reason to 1,000 characters")
                .contains("x".repeat(1_001));
        assertThat(same.text()).contains("That is the standing already").contains("Nothing new");
        assertThat(List.of(silent, wordy, same)).allMatch(it -> it.status() == 422);
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_line_break_in_a_reason_is_one_character_as_the_browser_counts_it() {
        assertThat(change(Standing.ACTIVE, Standing.AT_RISK, "Late.\r\n".repeat(166) + "Late")
                        .status())
                .isEqualTo(303);

        assertThat(changes().getFirst().reason()).hasSize(1_000).doesNotContain("\r");
    }

    @Test
    void every_change_can_be_looked_up_page_by_page_in_the_marketplace_it_was_made_for() {
        String list = "/operator/sellers/" + nadias + "/standing-changes";
        assertThat(iris.get(list).text()).contains("Never changed");
        clock.stopAt(Instant.parse("2026-06-01T16:00:00Z"));
        for (int i = 1; i <= 60; i++) {
            clock.advance(Duration.ofMinutes(1));
            boolean odd = i % 2 == 1;
            sellers.changeStanding(
                    nadias,
                    Marketplaces.US,
                    odd ? Standing.ACTIVE : Standing.AT_RISK,
                    odd ? Standing.AT_RISK : Standing.ACTIVE,
                    "Reason " + i + ".",
                    "Iris");
        }

        assertThat(reasons(iris.get("/operator/sellers/" + nadias))).containsExactlyElementsOf(reasonsDown(60, 51));
        assertThat(iris.get("/operator/sellers/" + nadias).body()).contains(list);

        TestBrowser.Answer first = iris.get(list);
        assertThat(reasons(first)).containsExactlyElementsOf(reasonsDown(60, 36));
        TestBrowser.Answer second = iris.get(next(first));
        assertThat(reasons(second)).containsExactlyElementsOf(reasonsDown(35, 11));
        TestBrowser.Answer third = iris.get(next(second));
        assertThat(reasons(third)).containsExactlyElementsOf(reasonsDown(10, 1));
        assertThat(third.body()).doesNotContain("rel=\"next\"");
        assertThat(iris.get(list + "?format=csv").body().lines())
                .hasSize(61)
                .anyMatch(it -> it.endsWith(",Active,At risk,Reason 59.,Iris"));
        assertThat(reasons(iris.get(list + "?after=nonsense"))).isEqualTo(reasons(first));
        assertThat(sellers.standingChanges(nadias, Marketplaces.BR, null, 10).items())
                .isEmpty();
    }

    private static List<String> reasons(TestBrowser.Answer page) {
        return Pattern.compile("Reason \\d+\\.")
                .matcher(page.text())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> reasonsDown(int from, int to) {
        return IntStream.iterate(from, it -> it >= to, it -> it - 1)
                .mapToObj(it -> "Reason " + it + ".")
                .toList();
    }

    private static String next(TestBrowser.Answer page) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void of_two_operators_the_second_is_told_to_look_again() {
        deactivate();

        TestBrowser.Answer late = change(Standing.ACTIVE, Standing.CLOSED, "Fraud");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Somebody else has changed the standing meanwhile")
                .contains("Fraud");
        assertThat(late.find("name=\"seen\" value=\"([^\"]+)\"")).isEqualTo("DEACTIVATED");
        assertThat(standing()).isEqualTo(Standing.DEACTIVATED);
        assertThatThrownBy(() -> sellers.changeStanding(
                        nadias, Marketplaces.BR, Standing.ACTIVE, Standing.CLOSED, "Not there", "Iris"))
                .isInstanceOf(LostRace.class);
        assertThat(changes()).hasSize(1);
        assertThat(List.of(Standing.ACTIVE, Standing.AT_RISK)).allMatch(Standing::sells);
    }
}
