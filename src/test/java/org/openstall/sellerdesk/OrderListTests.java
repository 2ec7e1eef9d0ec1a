package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class OrderListTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Orders orders;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void tabs_hold_orders_by_what_is_to_be_done() {
        Order open = nadia.sellsTo("Omar Haddad");
        Order shipped = nadia.sellsTo("Mina Seo");
        market.ship(shipped);
        Order cancelled = nadia.sellsTo("Lin Chen");
        orders.cancel(nadia.id(), cancelled.id(), CancelReason.BUYER_REQUEST);

        assertThat(nadia.get("/seller/orders").text())
                .contains(open.id().value())
                .doesNotContain(shipped.id().value(), cancelled.id().value());
        assertThat(nadia.get("/seller/orders?tab=shipped").text())
                .contains(shipped.id().value())
                .doesNotContain(open.id().value());
        assertThat(nadia.get("/seller/orders?tab=cancelled").text())
                .contains(cancelled.id().value());
        assertThat(nadia.get("/seller/orders?tab=all").text())
                .contains(
                        open.id().value(), shipped.id().value(), cancelled.id().value());
    }

    @Test
    void an_order_is_found_by_the_number_of_its_package_however_it_is_typed_but_not_by_another_seller() {
        Order shipped = nadia.sellsTo("Omar Haddad");
        market.ship(shipped);
        String spaced = MarketFixture.UPS_NUMBER.toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1%20");

        assertThat(nadia.get("/seller/search?q=" + MarketFixture.UPS_NUMBER).location())
                .isEqualTo("/seller/orders/" + shipped.id());
        assertThat(nadia.get("/seller/search?q=" + spaced).location()).isEqualTo("/seller/orders/" + shipped.id());
        SellerId rita = market.seller("Rita's");
        assertThat(browsers.openFor(market.userOf(rita, "Rita"))
                        .get("/seller/search?q=" + MarketFixture.UPS_NUMBER)
                        .location())
                .startsWith("/seller/orders?tab=all");
    }

    @Test
    void orders_are_found_by_id_and_by_the_beginning_of_the_buyers_name() {
        Order omars = nadia.sellsTo("Omar Haddad");
        Order minas = nadia.sellsTo("Mina Seo");

        assertThat(nadia.get("/seller/search?q=" + omars.id()).location()).isEqualTo("/seller/orders/" + omars.id());
        assertThat(nadia.get("/seller/search?q=mina").location()).isEqualTo("/seller/orders/" + minas.id());
        assertThat(nadia.get("/seller/search?q=KETT").location()).isEqualTo("/seller/inventory?q=KETT");
        assertThat(nadia.get("/seller/orders?q=oMAR&tab=all").text())
                .contains(omars.id().value())
                .doesNotContain(minas.id().value());
        assertThat(nadia.get("/seller/orders?q=nobody&tab=all").text()).contains("Nothing found for “nobody”");
    }

    @Test
    void a_long_list_is_paged_without_loss_or_repetition() {
        Offer mug = market.offer(nadia.id(), "MUG-1", "Mug", "9.00", 500);
        List<Order> all = Stream.generate(() -> market.order(market.buyer("Pat"), mug))
                .limit(60)
                .toList();

        Answer first = nadia.get("/seller/orders?tab=all&q=pat");
        Answer second = nadia.get(first.find("href=\"([^\"]+)\" rel=\"next\"").replace("&amp;", "&"));

        assertThat(all).allSatisfy(it -> assertThat(links(first, it) ^ links(second, it))
                .as(it.id().value())
                .isTrue());
        assertThat(second.body()).doesNotContain("rel=\"next\"");
    }

    private static boolean links(Answer page, Order order) {
        return page.body().contains("href=\"/seller/orders/" + order.id() + '"');
    }

    @Test
    void the_csv_has_every_order_of_the_view_and_no_formula() {
        Order tricky = nadia.sellsTo("=HYPERLINK(\"http://x\")");
        nadia.sellsTo("Omar, Jr.");

        Answer csv = nadia.get("/seller/orders?tab=all&format=csv");

        assertThat(csv.headers().getOrDefault("content-type", List.of()).toString())
                .contains("text/csv");
        assertThat(csv.body())
                .startsWith("\ufeffOrder ID,")
                .contains(
                        tricky.id().value(),
                        "\"'=HYPERLINK(\"\"http://x\"\")\"",
                        "\"Omar, Jr.\"",
                        "2026-06-01T09:00-07:00");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(nadia.get("/seller/orders?tab=cancelled&format=csv").body().lines())
                .hasSize(1);
    }
}
