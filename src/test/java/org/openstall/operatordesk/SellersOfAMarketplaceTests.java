package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.NewLabel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class SellersOfAMarketplaceTests {
    @Autowired
    private Shipments shipments;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Sellers sellers;

    @Autowired
    private MovableClock clock;

    private final String family = "Fam" + UUID.randomUUID().toString().substring(0, 8);
    private TestBrowser iris;

    @BeforeEach
    void iris_operates() {
        iris = browsers.openFor(market.operator("Iris"));
    }

    private SellerId seller(String name) {
        return market.seller(name + " " + family);
    }

    private Order judged(SellerId seller, int stars) {
        return market.livedOrder("Omar Haddad", stars, "Comment", offer(seller));
    }

    private Offer offer(SellerId seller) {
        return market.offer(seller, "SKU-" + UUID.randomUUID(), "Kettle", "20.00", 5);
    }

    private List<String> names(String query) {
        TestBrowser.Answer answer = iris.get("/operator/sellers?q=" + family + query);
        assertThat(answer.status()).isEqualTo(200);
        return Pattern.compile("<th scope=\"row\"><a[^>]*>([A-Za-z]+) " + family)
                .matcher(answer.body())
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @Test
    void sellers_past_a_target_come_first_and_those_without_orders_last() {
        judged(seller("Good"), 5);
        judged(seller("Bad"), 1);
        seller("Idle");

        assertThat(names("")).containsExactly("Bad", "Good", "Idle");
    }

    @Test
    void every_column_sorts_both_ways_and_keeps_sellers_without_data_last() {
        SellerId half = seller("Half");
        judged(half, 1);
        judged(half, 5);
        judged(seller("All"), 1);
        judged(seller("None"), 5);
        seller("Idle");

        assertThat(names("&sort=-order-defect")).containsExactly("All", "Half", "None", "Idle");
        assertThat(names("&sort=order-defect")).containsExactly("None", "Half", "All", "Idle");
        assertThat(names("&sort=name")).containsExactly("All", "Half", "Idle", "None");
        assertThat(names("&sort=-orders")).startsWith("Half").endsWith("Idle");
        assertThat(List.of(SellerSort.values()))
                .allSatisfy(it -> assertThat(names("&sort=" + it.key())).hasSize(4));
    }

    @Test
    void a_status_shows_only_its_sellers() {
        judged(seller("Good"), 5);
        judged(seller("Bad"), 2);
        seller("Idle");

        assertThat(names("&status=bad")).containsExactly("Bad");
        assertThat(names("&status=good")).containsExactly("Good");
        assertThat(names("&status=no-data")).containsExactly("Idle");
    }

    @Test
    void a_standing_shows_only_its_sellers_and_goes_with_every_other_choice() {
        judged(seller("Good"), 5);
        SellerId barred = seller("Barred");
        judged(barred, 1);
        seller("Idle");
        deactivate(barred);
        SellerId alike = seller("Alike");
        deactivate(alike);

        assertThat(names("&standing=deactivated&sort=name")).containsExactly("Alike", "Barred");
        assertThat(names("&standing=deactivated&sort=-name")).containsExactly("Barred", "Alike");
        assertThat(names("&standing=deactivated&status=bad")).containsExactly("Barred");
        assertThat(names("&standing=active&sort=name")).containsExactly("Good", "Idle");
        assertThat(names("&standing=suspended")).hasSize(4);
        assertThat(iris.get("/operator/sellers?format=csv&standing=deactivated&status=bad&q=" + family)
                        .body()
                        .lines())
                .hasSize(2)
                .anyMatch(it -> it.startsWith(barred + ","));
        assertThat(iris.get("/operator/sellers?standing=closed&q=" + family).text())
                .contains("No seller matches");
    }

    @Test
    void choices_say_how_many_sellers_they_would_show_and_are_kept_by_each_other() {
        judged(seller("Good"), 5);
        SellerId barred = seller("Barred");
        judged(barred, 1);
        deactivate(barred);
        seller("Idle");

        TestBrowser.Answer all = iris.get("/operator/sellers?q=" + family);
        TestBrowser.Answer deactivated =
                iris.get("/operator/sellers?standing=deactivated&status=bad&as-of=" + today() + "&q=" + family);

        assertThat(all.text()).contains("Any standing (3) Active (2) At risk (0) Deactivated (1) Closed (0)");
        assertThat(deactivated.text()).contains("Any standing (1) Active (0)", "All 1 Off target 1 Watch 0 Good 0");
        assertThat(deactivated.body())
                .contains("?standing=deactivated&amp;status=good&amp;as-of=" + today() + "&amp;q=" + family)
                .contains("<option value=\"deactivated\" selected>")
                .contains("<input type=\"hidden\" name=\"standing\" value=\"deactivated\">");
    }

    private void deactivate(SellerId seller) {
        sellers.changeStanding(
                seller, Marketplaces.US, Standing.ACTIVE, Standing.DEACTIVATED, "Sells copies", "Iris Novak");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), market.us().zone());
    }

    @Test
    void what_came_after_a_day_is_not_known_to_it() {
        clock.stopAt(market.us().startOf(LocalDate.of(2026, 5, 4)).plus(Duration.ofHours(12)));
        SellerId seller = seller("Later");
        MarketFixture.Buyer omar = market.buyer("Omar Haddad");
        Order order = market.order(omar, offer(seller));
        market.ship(order);
        clock.advance(Duration.ofDays(3));
        market.leaveFeedback(omar, order.id(), 1, "Broken");

        assertThat(iris.get("/operator/sellers/" + seller + "?as-of=2026-05-03").text())
                .contains("– 0 / 0 under 1%");
        assertThat(iris.get("/operator/sellers/" + seller + "?as-of=2026-05-06").text())
                .contains("0% 0 / 1 under 1%");
        assertThat(iris.get("/operator/sellers/" + seller).text()).contains("100% 1 / 1 under 1%");
        assertThat(iris.get("/operator/sellers/" + seller + "?as-of=-5000-01-01")
                        .text())
                .contains("100% 1 / 1 under 1%");
    }

    @Test
    void a_rate_leads_to_the_orders_behind_it() {
        SellerId seller = seller("Drilled");
        Order bad = judged(seller, 1);
        Order good = judged(seller, 5);

        String page =
                iris.get("/operator/sellers/" + seller + "/rates/order_defect").text();

        assertThat(page)
                .contains("1 / 2")
                .contains(bad.id().value())
                .doesNotContain(good.id().value());
        TestBrowser.Answer file = iris.get("/operator/sellers/" + seller + "/rates/order_defect?format=csv");
        assertThat(file.headers().get("content-type")).containsExactly("text/csv;charset=UTF-8");
        assertThat(file.body().lines())
                .hasSize(2)
                .anyMatch(it -> it.startsWith(bad.id() + ",") && it.endsWith(",,1,1"));
        assertThat(iris.get("/operator/sellers/" + seller + "/rates/order_defect?format=csv&as-of=2001-01-01")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void the_list_is_exported_with_exact_fractions() {
        SellerId seller = seller("Exported");
        judged(seller, 1);
        judged(seller, 5);

        TestBrowser.Answer answer = iris.get("/operator/sellers?format=csv&q=" + family);

        assertThat(answer.headers().get("content-type")).containsExactly("text/csv;charset=UTF-8");
        assertThat(answer.body().lines().toList().get(1))
                .startsWith(seller + ",,Exported " + family + ",\"Portland, OR\",ACTIVE,BAD,1,2,1,2,");
    }

    @Test
    void a_long_list_has_pages() {
        sellers.openAll(java.util.stream.IntStream.range(0, 60)
                .mapToObj(it -> NewSeller.newcomer(
                        "S" + "abcdefghij".charAt(it / 10) + "abcdefghij".charAt(it % 10) + " " + family,
                        "",
                        Marketplaces.US,
                        clock.instant()))
                .toList());

        assertThat(names("&sort=name")).hasSize(50).startsWith("Saa").endsWith("Sej");
        assertThat(names("&sort=name&page=2")).hasSize(10).startsWith("Sfa").endsWith("Sfj");
        assertThat(names("&sort=name&page=99")).hasSize(10);
    }

    @Test
    void an_order_is_found_by_its_id_and_shows_all_its_facts() {
        Order order = judged(seller("Found"), 2);

        TestBrowser.Answer found = iris.get("/operator/search?q=" + order.id());

        assertThat(found.status()).isEqualTo(303);
        String page = iris.get(found.location()).text();
        assertThat(page)
                .contains("Order " + order.id())
                .contains("Kettle")
                .contains(MarketFixture.UPS_NUMBER)
                .contains("Omar Haddad")
                .contains("12 Alder St")
                .contains("Paid by");
    }

    @Test
    void all_orders_of_a_seller_and_all_that_buyers_say_are_listed_and_can_be_taken_along() {
        SellerId seller = seller("Listed");
        Order bad = judged(seller, 2);
        Order good = judged(seller, 5);
        String path = "/operator/sellers/" + seller;

        assertThat(iris.get(path).body())
                .contains(
                        path + "/orders?marketplace=" + Marketplaces.US,
                        path + "/feedback?marketplace=" + Marketplaces.US);
        assertThat(iris.get(path + "/orders").text())
                .contains(bad.id().value(), good.id().value());
        assertThat(iris.get(path + "/orders?q=" + bad.id()).text())
                .contains(bad.id().value())
                .doesNotContain(good.id().value());
        assertThat(iris.get(path + "/orders?tab=cancelled").text()).contains("No such orders");
        assertThat(iris.get(path + "/feedback?stars=2").text())
                .contains(bad.id().value())
                .doesNotContain(good.id().value());
        assertThat(iris.get(path + "/orders?format=csv").body().lines()).hasSize(3);
        assertThat(iris.get(path + "/feedback?stars=5&format=csv").body().lines())
                .hasSize(2);
    }

    @Test
    void an_order_is_found_by_the_number_of_its_package() {
        SellerId seller = seller("Tracked");
        Order order = market.order(market.buyer("Omar Haddad"), market.offer(seller, "KETTLE", "Kettle", "49.90", 9));
        String number = "T" + Math.abs(System.nanoTime());
        NewLabel label = new NewLabel(Carrier.OTHER, "Bicycle post", number, "", "", ServiceLevel.STANDARD);
        shipments.confirm(seller, order.id(), new Confirmation(label, List.of()));

        assertThat(iris.get("/operator/search?q=" + number).location())
                .isEqualTo("/operator/sellers/" + seller + "/orders/" + order.id());
    }

    @Test
    void an_imported_seller_is_found_by_the_id_he_had_there() {
        String externalId = UUID.randomUUID().toString().replace("-", "");
        SellerId seller = sellers.open(
                new NewSeller("Loja " + family, "São Paulo", Marketplaces.BR, clock.instant(), "test", externalId));

        assertThat(iris.get("/operator/search?q=" + externalId).location()).isEqualTo("/operator/sellers/" + seller);
        assertThat(iris.get("/operator/sellers/" + seller).text())
                .contains(externalId)
                .contains("Brazil");
    }

    @Test
    void a_search_that_finds_nothing_says_what_can_be_found() {
        assertThat(iris.get("/operator/search?q=" + UUID.randomUUID()).text()).contains("Nothing found");
    }
}
