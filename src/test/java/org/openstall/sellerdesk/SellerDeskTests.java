package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for all pages of the desk. */
@OpenstallTest
class SellerDeskTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Sellers sellers;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void nobody_sees_or_touches_another_sellers_orders_and_offers() {
        Order order = nadia.sellsTo("Omar Haddad");
        User rival = market.userOf(market.seller("Rival"), "Rita");
        TestBrowser rita = browsers.openFor(rival);

        assertThat(rita.get("/seller/orders/" + order.id()).status()).isEqualTo(404);
        assertThat(rita.get("/seller/inventory/offer?sku=KETTLE-1").status()).isEqualTo(404);
        assertThat(rita.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", MarketFixture.UPS_NUMBER)
                        .status())
                .isEqualTo(404);
        assertThat(rita.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK")
                        .status())
                .isEqualTo(404);
        assertThat(rita.post("/seller/inventory/offer", "sku", "KETTLE-1", "price", "1", "quantity", "1")
                        .status())
                .isEqualTo(404);
        assertThat(rita.get("/seller/search?q=" + order.id()).location()).startsWith("/seller/orders?");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_seller_who_does_not_sell_in_the_marketplace_is_offered_his_own() {
        SellerId abroad = sellers.open(NewSeller.newcomer("Loja", "São Paulo", Marketplaces.BR, clock.instant()));
        TestBrowser bia = browsers.openFor(market.userOf(abroad, "Bia"));

        assertThat(bia.get("/seller/orders").text())
                .contains("You don’t sell in this marketplace (United States)", "Brazil");

        bia.post("/marketplace", "marketplace", Marketplaces.BR.value(), "next", "/seller");
        assertThat(bia.get("/seller").text()).contains("Loja", "Done for today");
    }

    @Test
    void every_page_speaks_korean_and_chinese() {
        Order order = nadia.sellsTo("Omar Haddad");
        for (String path : List.of(
                "/seller",
                "/seller/orders",
                "/seller/orders/" + order.id(),
                "/seller/inventory",
                "/seller/inventory/offer?sku=KETTLE-1",
                "/seller/health",
                "/seller/health/cancel",
                "/seller/feedback")) {
            for (String tag : List.of("ko", "zh-TW")) {
                Answer answer = nadia.speaking(tag).get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.text()).as(path + " in " + tag).doesNotContainPattern("desk\\.[a-z]");
                assertThat(answer.body()).contains("<html lang=\"" + tag + "\"");
            }
        }
    }
}
