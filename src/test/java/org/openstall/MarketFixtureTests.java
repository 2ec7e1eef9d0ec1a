package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class MarketFixtureTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Test
    void an_order_lives_from_checkout_to_feedback() {
        SellerId seller = market.seller("Alder Supply");
        Offer kettle = market.offer(seller, "KETTLE-1", "Gooseneck kettle", "49.90", 5);
        Offer filter = market.offer(seller, "FILTER-1", "Paper filters", "6.50", 5);

        Order order = market.livedOrder("Omar Haddad", 5, "Just as described.", kettle, filter);

        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order.units()).isEqualTo(2);
        assertThat(List.of(kettle, filter))
                .allSatisfy(it -> assertThat(market.find(it.key()).quantity()).isEqualTo(4));
    }

    @Test
    void a_user_of_a_seller_signs_in_to_his_desk() {
        TestBrowser browser = browsers.open();
        var nadia = market.userOf(market.seller("Nadia's Kitchen"), "Nadia");

        TestBrowser.Answer answer =
                browser.post("/sign-in", "email", nadia.email(), "password", MarketFixture.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/seller");
    }
}
