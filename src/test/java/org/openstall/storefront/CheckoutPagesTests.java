package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

/** Omar orders, and what keeps him from it. */
@OpenstallTest
class CheckoutPagesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Offers offers;

    @Autowired
    private Orders orders;

    @Test
    void a_checkout_over_two_sellers_makes_two_orders() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-5", "Gooseneck kettle", "49.90", 5);
        Offer pan = market.offer(market.seller("Birch & Sons"), "PAN-5", "Frying pan", "20.00", 5);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 2);
        CartForm.add(browser, pan, 1);

        Answer page = browser.get("/checkout");
        assertThat(page.text()).contains("$119.80").contains("$9.98").contains("$129.78");
        Answer answer = browser.post("/checkout", CheckoutForm.of(page));

        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(browser.get(answer.location()).text())
                .contains("your order is placed")
                .contains("Alder Supply")
                .contains("Birch & Sons");
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items())
                .extracting(Order::seller)
                .containsExactlyInAnyOrder(kettle.key().seller(), pan.key().seller());
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(3);
        assertThat(browser.get("/cart").text()).contains("Your cart is empty");
        assertThat(browser.get("/checkout").location()).isEqualTo("/cart");
        assertThat(browser.get("/orders").text()).contains("Gooseneck kettle").contains("Frying pan");
    }

    @Test
    void the_same_page_sent_twice_orders_once() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-6", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 1);
        String[] form = CheckoutForm.of(browser.get("/checkout"));

        String first = browser.post("/checkout", form).location();
        String second = browser.post("/checkout", form).location();

        assertThat(second).isEqualTo(first);
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items()).hasSize(1);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(4);
    }

    @Test
    void a_price_changed_meanwhile_is_shown_old_and_new_and_nothing_is_ordered() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-7", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 1);
        String[] form = CheckoutForm.of(browser.get("/checkout"));
        Money higher = Money.of(5_250, "USD");
        offers.edit(kettle.key(), OfferEdit.price(higher), "test");

        Answer answer = browser.post("/checkout", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Gooseneck kettle: $49.90 → $52.50")
                .contains("Nothing has been ordered or charged.");
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items()).isEmpty();
        assertThat(browser.post("/checkout", CheckoutForm.of(answer)).status()).isEqualTo(303);
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items())
                .extracting(Order::items)
                .containsExactly(higher);
    }

    @Test
    void what_sells_out_before_the_order_is_named_and_nothing_is_ordered() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-8", "Gooseneck kettle", "49.90", 1);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        CartForm.add(browser, kettle, 1);
        String[] form = CheckoutForm.of(browser.get("/checkout"));
        market.order(market.buyer("Quicker"), kettle);

        Answer answer = browser.post("/checkout", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Gooseneck kettle: no longer available")
                .contains("Nothing has been ordered or charged.")
                .doesNotContain("Place order for");
        assertThat(market.find(kettle.key()).quantity()).isZero();
    }

    @Test
    void a_declined_card_says_why_orders_nothing_and_is_not_shown_again() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-9", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 1);

        Answer answer =
                browser.post("/checkout", CheckoutForm.paidWith("4000 0000 0000 0002", browser.get("/checkout")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Your bank declined this card.");
        assertThat(answer.body()).doesNotContain("4000 0000 0000 0002").contains("12 Alder St");
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items()).isEmpty();
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @Test
    void an_incomplete_address_is_asked_for_field_by_field() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-10", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        CartForm.add(browser, kettle, 1);
        Answer page = browser.get("/checkout");

        Answer answer = browser.post("/checkout", CheckoutForm.hidden(page).toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Enter the recipient’s name.")
                .contains("Enter a street and house number.")
                .contains("Enter a city.")
                .contains("Enter a postal code.")
                .contains("Enter the card number.")
                .contains("Enter month and year");
    }

    @Test
    void a_cart_changed_in_another_tab_is_shown_again_before_anything_is_ordered() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-11", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 1);
        String[] form = CheckoutForm.of(browser.get("/checkout"));
        CartForm.setQuantity(browser, kettle, 2);

        Answer answer = browser.post("/checkout", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Your cart has changed").contains("$99.80");
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items()).isEmpty();
    }

    @Test
    void a_forged_form_orders_nothing() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-12", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        CartForm.add(browser, kettle, 1);
        Answer page = browser.get("/checkout");
        String seen = page.find("name=\"seen\" value=\"([^\"]+)\"");

        for (String forged : List.of(seen.replace(" 4990 ", " 1 "), "nonsense", seen.replace(" 1 ", " -1 "))) {
            List<String> form = new ArrayList<>(List.of(CheckoutForm.of(page)));
            form.set(form.indexOf(seen), forged);
            assertThat(browser.post("/checkout", form.toArray(String[]::new)).status())
                    .as(forged)
                    .isEqualTo(422);
        }
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @Test
    void the_next_checkout_remembers_the_address() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-13", "Gooseneck kettle", "49.90", 5);
        market.order(market.buyer(omar), kettle);
        TestBrowser browser = browsers.openFor(omar);
        CartForm.add(browser, kettle, 1);

        assertThat(browser.get("/checkout").body())
                .contains("value=\"12 Alder St\"")
                .contains("value=\"97205\"");
    }

    @Test
    void a_checkout_that_never_was_does_not_exist() {
        assertThat(browsers.openFor(market.user("Omar Haddad"))
                        .get("/checkout/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }
}
