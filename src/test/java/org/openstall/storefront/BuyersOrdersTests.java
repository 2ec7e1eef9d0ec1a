package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

/** What a buyer sees of his orders, and nobody else does. */
@OpenstallTest
class BuyersOrdersTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Orders orders;

    @Test
    void a_buyer_takes_his_own_orders_along_as_a_file() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder, Supply"), "KETTLE-15", "=Kettle, \"gooseneck\"", "49.90", 5);
        Order order = market.order(market.buyer(omar), kettle);
        market.order(market.buyer("Somebody else"), kettle);
        TestBrowser browser = browsers.openFor(omar);

        assertThat(browser.get("/orders").body()).contains("/orders?format=csv");
        Answer file = browser.get("/orders?format=csv");

        assertThat(file.header("content-type")).startsWith("text/csv");
        assertThat(file.body().strip().lines()).hasSize(2);
        assertThat(file.body())
                .contains("Order ID,Status,Ordered at")
                .contains(order.id().value() + ",Preparing to ship,")
                .contains("\"Alder, Supply\",\"1 × =Kettle, \"\"gooseneck\"\"\",49.90,4.99,0.00,0.00,54.89,USD");
        assertThat(browsers.open().get("/orders?format=csv").location()).contains("/sign-in");
    }

    @Test
    void an_order_page_tells_its_story() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-14", "Gooseneck kettle", "49.90", 5);
        Order order = market.order(market.buyer(omar), kettle);
        TestBrowser browser = browsers.openFor(omar);
        assertThat(browser.get("/orders/" + order.id()).text())
                .contains("Arrives by")
                .contains("To be shipped by")
                .contains("•••• 4242")
                .contains("You are charged when the order ships.");

        market.ship(order);
        market.deliver(order);

        Answer page = browser.get("/orders/" + order.id());
        assertThat(page.text())
                .contains("Shipped by the seller")
                .contains("Delivered")
                .contains("UPS Ground · " + MarketFixture.UPS_NUMBER)
                .doesNotContain("To be shipped by");
        assertThat(page.body()).contains("https://www.ups.com/track?tracknum=" + MarketFixture.UPS_NUMBER);
    }

    @Test
    void the_orders_and_checkouts_of_somebody_else_do_not_exist() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-15", "Gooseneck kettle", "49.90", 5);
        TestBrowser his = browsers.openFor(omar);
        CartForm.add(his, kettle, 1);
        String checkout =
                his.post("/checkout", CheckoutForm.of(his.get("/checkout"))).location();
        Order order = orders.of(omar.signedIn().buyer(), null, 1).items().getFirst();
        TestBrowser other = browsers.openFor(market.user("Maya Okafor"));

        assertThat(other.get("/orders/" + order.id()).status()).isEqualTo(404);
        assertThat(other.get(checkout).status()).isEqualTo(404);
        assertThat(other.post("/orders/" + order.id() + "/feedback", "stars", "1")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/orders").text()).contains("No orders yet");
        assertThat(his.get("/orders/" + order.id()).status()).isEqualTo(200);
        assertThat(browsers.open().get("/orders/" + order.id()).location()).contains("/sign-in");
    }
}
