package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CartTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Offers offers;

    @Test
    void a_cart_filled_before_signing_in_is_there_afterwards() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-1", "Gooseneck kettle", "49.90", 30);
        User omar = market.user("Omar Haddad");
        TestBrowser browser = browsers.open();

        assertThat(CartForm.add(browser, kettle, 2).location()).isEqualTo("/cart");
        assertThat(browser.get("/cart").text()).contains("Gooseneck kettle").contains("$99.80");
        assertThat(browser.get("/checkout").location()).endsWith("/sign-in?next=%2Fcheckout");
        browser.signIn(omar.email(), MarketFixture.PASSWORD);

        assertThat(browser.get("/cart").text()).contains("Gooseneck kettle").contains("$99.80");
        assertThat(browsers.open().get("/cart").text()).contains("Your cart is empty");
    }

    @Test
    void a_quantity_can_be_changed_and_a_line_taken_out() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-2", "Gooseneck kettle", "10.00", 30);
        TestBrowser browser = browsers.open();
        CartForm.add(browser, kettle, 1);

        CartForm.setQuantity(browser, kettle, 3);
        assertThat(browser.get("/cart").text()).contains("$30.00").contains("$34.99");

        CartForm.setQuantity(browser, kettle, 0);
        assertThat(browser.get("/cart").text()).contains("Your cart is empty");
    }

    @Test
    void a_cart_tells_what_can_no_longer_be_had_and_lets_nobody_check_out_until_it_is_mended() {
        Offer scarce = market.offer(market.seller("Alder Supply"), "KETTLE-3", "Gooseneck kettle", "10.00", 2);
        Offer ended = market.offer(market.seller("Birch & Sons"), "PAN-3", "Frying pan", "20.00", 9);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        CartForm.add(browser, scarce, 5);
        CartForm.add(browser, ended, 1);
        offers.edit(ended.key(), OfferEdit.open(false), "test");

        assertThat(browser.get("/cart").text())
                .contains("Only 2 left, fewer than you want.")
                .contains("The seller no longer offers this.")
                .doesNotContain("Check out");
        assertThat(browser.get("/checkout").location()).isEqualTo("/cart");

        CartForm.setQuantity(browser, scarce, 2);
        CartForm.setQuantity(browser, ended, 0);
        assertThat(browser.get("/checkout").status()).isEqualTo(200);
    }

    @Test
    void a_cart_tells_which_prices_have_changed_since() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-17", "Gooseneck kettle", "10.00", 9);
        TestBrowser browser = browsers.open();
        CartForm.add(browser, kettle, 1);
        assertThat(browser.get("/cart").text()).doesNotContain("The price was");

        offers.edit(kettle.key(), OfferEdit.price(Money.of(1_250, "USD")), "test");

        assertThat(browser.get("/cart").text())
                .contains("The price was $10.00 when you added this. It is $12.50 now.")
                .contains("$17.49");
    }

    @Test
    void what_has_sold_out_does_not_get_into_the_cart() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-4", "Gooseneck kettle", "10.00", 0);

        assertThat(CartForm.add(browsers.open(), kettle, 1).location()).isEqualTo("/products/" + kettle.product());
    }
}
