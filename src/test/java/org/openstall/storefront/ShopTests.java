package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.identity.User;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ShopTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Offers offers;

    @Autowired
    private Orders orders;

    @Autowired
    private Catalog catalog;

    @Test
    void a_product_page_names_every_offer_the_cheapest_in_stock_first() {
        Offer dear = market.offer(market.seller("Alder Supply"), "KETTLE-D", "Gooseneck kettle", "49.90", 30);
        Offer cheap = market.offer(market.seller("Birch & Sons"), dear, "KETTLE-C", "41.00", 3);
        market.offer(market.seller("Cedar Goods"), dear, "KETTLE-E", "12.00", 0);

        String page = browsers.open().get("/products/" + dear.product()).text();

        assertThat(page)
                .contains("Gooseneck kettle")
                .contains("$41.00 New")
                .contains("Only 3 left")
                .contains("New seller, no ratings yet")
                .contains("2 more offers")
                .contains("Sold out");
        assertThat(page.indexOf("Birch & Sons")).isLessThan(page.indexOf("Alder Supply"));
        assertThat(page.indexOf("Alder Supply")).isLessThan(page.indexOf("Cedar Goods"));
        assertThat(browsers.open().get("/products/B0NONE0000").status()).isEqualTo(404);
        assertThat(browsers.open().get("/products/nonsense").status()).isEqualTo(404);
        assertThat(cheap.quantity()).isEqualTo(3);
    }

    @Test
    void all_offers_of_a_product_can_be_seen_however_many_there_are() {
        Offer best = market.offer(market.seller("Alder Supply"), "KETTLE-M", "Whistling kettle", "1.00", 3);
        SellerId birch = market.seller("Birch & Sons");
        offers.listAll(IntStream.rangeClosed(1, 130)
                .mapToObj(it -> new NewOffer(
                        new OfferKey(birch, Marketplaces.US, new Sku("A/B " + it)),
                        best.product(),
                        Condition.NEW,
                        Terms.of(new Money(1_000 + it / 2, Currency.getInstance("USD")), it % 5),
                        true))
                .toList());
        TestBrowser browser = browsers.open();

        Answer first = browser.get("/products/" + best.product());
        Answer second = browser.get(first.find("href=\"(/products/[^\"]*after=[^\"]*)\" rel=\"next\"")
                .replace("&amp;", "&"));

        assertThat(first.text()).contains("130 more offers").contains("$1.00").contains("Next");
        assertThat(second.text()).contains("130 more offers").contains("$1.00").doesNotContain("Next");
        assertThat(Stream.of(first, second).mapToInt(it -> prices(it.body())).sum())
                .as("each offer once, the best on both pages")
                .isEqualTo(132);
        assertThat(browser.get("/products/" + best.product() + "?after=nonsense")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void all_that_a_seller_sells_can_be_seen_however_much_it_is() {
        SellerId alder = market.seller("Alder Supply");
        Offer kettle = market.offer(alder, "KETTLE-S", "Singing kettle", "19.00", 3);
        offers.listAll(IntStream.rangeClosed(1, 45)
                .mapToObj(it -> new NewOffer(
                        new OfferKey(alder, Marketplaces.US, new Sku("A/B " + it)),
                        kettle.product(),
                        Condition.NEW,
                        Terms.of(new Money(1_000 + it, Currency.getInstance("USD")), 5),
                        it != 45))
                .toList());
        TestBrowser browser = browsers.open();
        String products = "/sellers/" + alder + "/products";

        assertThat(browser.get("/sellers/" + alder).body()).contains("href=\"" + products + "\"");
        Answer first = browser.get(products);
        Answer second = browser.get(first.find("href=\"(/sellers/[^\"]*after=[^\"]*)\" rel=\"next\"")
                .replace("&amp;", "&"));

        assertThat(first.text()).contains("Products from Alder Supply");
        assertThat(second.body()).doesNotContain("rel=\"next\"");
        assertThat(Stream.of(first, second).flatMap(it -> cardPrices(it.body())))
                .as("each open offer once")
                .hasSize(45)
                .doesNotHaveDuplicates()
                .contains("$19.00")
                .doesNotContain("$10.45");
        assertThat(browser.get(products + "?after=nonsense").status()).isEqualTo(200);
        assertThat(browser.get("/sellers/" + market.seller("Birch & Sons") + "/products")
                        .text())
                .contains("Nothing on sale here right now");
    }

    private static Stream<String> cardPrices(String page) {
        return Pattern.compile("product-card-price\">([^<]+)<")
                .matcher(page)
                .results()
                .map(it -> it.group(1));
    }

    private static int prices(String page) {
        return page.split("class=\"price\"", -1).length - 1;
    }

    @Test
    void a_product_that_nobody_offers_says_so() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-N", "Stovetop kettle", "49.90", 30);
        offers.edit(kettle.key(), OfferEdit.open(false), "test");

        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("Currently unavailable");
    }

    @Test
    void a_cart_filled_before_signing_in_is_there_afterwards() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-1", "Gooseneck kettle", "49.90", 30);
        User omar = market.user("Omar Haddad");
        TestBrowser browser = browsers.open();

        assertThat(add(browser, kettle, 2).location()).isEqualTo("/cart");
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
        add(browser, kettle, 1);

        setQuantity(browser, kettle, 3);
        assertThat(browser.get("/cart").text()).contains("$30.00").contains("$34.99");

        setQuantity(browser, kettle, 0);
        assertThat(browser.get("/cart").text()).contains("Your cart is empty");
    }

    @Test
    void a_cart_tells_what_can_no_longer_be_had_and_lets_nobody_check_out_until_it_is_mended() {
        Offer scarce = market.offer(market.seller("Alder Supply"), "KETTLE-3", "Gooseneck kettle", "10.00", 2);
        Offer ended = market.offer(market.seller("Birch & Sons"), "PAN-3", "Frying pan", "20.00", 9);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        add(browser, scarce, 5);
        add(browser, ended, 1);
        offers.edit(ended.key(), OfferEdit.open(false), "test");

        assertThat(browser.get("/cart").text())
                .contains("Only 2 left, fewer than you want.")
                .contains("The seller no longer offers this.")
                .doesNotContain("Check out");
        assertThat(browser.get("/checkout").location()).isEqualTo("/cart");

        setQuantity(browser, scarce, 2);
        setQuantity(browser, ended, 0);
        assertThat(browser.get("/checkout").status()).isEqualTo(200);
    }

    @Test
    void a_cart_tells_which_prices_have_changed_since() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-17", "Gooseneck kettle", "10.00", 9);
        TestBrowser browser = browsers.open();
        add(browser, kettle, 1);
        assertThat(browser.get("/cart").text()).doesNotContain("The price was");

        offers.edit(kettle.key(), OfferEdit.price(Money.of(1_250, "USD")), "test");

        assertThat(browser.get("/cart").text())
                .contains("The price was $10.00 when you added this. It is $12.50 now.")
                .contains("$17.49");
    }

    @Test
    void home_and_search_answer_whatever_is_asked() {
        TestBrowser browser = browsers.open();

        assertThat(browser.get("/").status()).isEqualTo(200);
        for (String query :
                List.of("q=%22%28%2B", "min=x&max=-1&page=0&sort=none", "brand=a%2Cb&category=no", "page=999")) {
            assertThat(browser.get("/search?" + query).status()).as(query).isEqualTo(200);
        }
        assertThat(browser.get("/search?q=zzyzzx").text()).contains("No results for “zzyzzx”");
        Answer part = browser.get("/search?q=zzyzzx&min=&brand=A+%26+B", "HX-Request", "true");
        assertThat(part.body()).doesNotContain("<html").contains("id=\"filters\"");
        assertThat(part.headers()).containsEntry("hx-push-url", List.of("/search?q=zzyzzx&brand=A+%26+B"));
    }

    @Test
    void filters_in_use_are_shown_and_kept_whatever_is_found() {
        TestBrowser browser = browsers.open();

        Answer page = browser.get("/search?brand=A+%26+B&category=glass-eyes");

        assertThat(page.find("name=\"brand\" value=\"A &amp; B\" (checked)")).isNotEmpty();
        assertThat(page.find("type=\"hidden\" name=\"category\" value=\"([^\"]+)\""))
                .isEqualTo("glass-eyes");
        assertThat(page.find("<h1 id=\"results\">\\s*([^<]*?)\\s*</h1>")).isEqualTo("Glass eyes");
        assertThat(page.body())
                .contains("aria-label=\"Remove filter A &amp; B\"")
                .contains("aria-label=\"Remove filter Glass eyes\"");
    }

    @Test
    void a_price_that_makes_no_sense_is_told_at_its_field_and_is_no_filter() {
        TestBrowser browser = browsers.open();

        assertThat(browser.get("/search?min=abc&max=").text())
                .contains("Lowest price: Enter an amount, such as 12.50.")
                .doesNotContain("from abc");
        assertThat(browser.get("/search?min=20&max=12%2C50").text())
                .contains("Highest price: This is below the lowest price.")
                .contains("from $20.00");
        assertThat(browser.get("/search?min=12%2C50&max=20").text())
                .contains("$12.50 – $20.00")
                .doesNotContain("Enter an amount");
    }

    @Test
    void a_product_page_leads_to_its_brand_whatever_that_is_called() {
        ProductId kettle = catalog.add(NewProduct.of("Brass kettle", "Nut & Bolt", "home-kitchen"))
                .id();

        assertThat(browsers.open().get("/products/" + kettle).body()).contains("href=\"/search?brand=Nut+%26+Bolt\"");
    }

    @Test
    void what_has_sold_out_does_not_get_into_the_cart() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-4", "Gooseneck kettle", "10.00", 0);

        assertThat(add(browsers.open(), kettle, 1).location()).isEqualTo("/products/" + kettle.product());
    }

    @Test
    void a_checkout_over_two_sellers_makes_two_orders() {
        User omar = market.user("Omar Haddad");
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-5", "Gooseneck kettle", "49.90", 5);
        Offer pan = market.offer(market.seller("Birch & Sons"), "PAN-5", "Frying pan", "20.00", 5);
        TestBrowser browser = browsers.openFor(omar);
        add(browser, kettle, 2);
        add(browser, pan, 1);

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
        add(browser, kettle, 1);
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
        add(browser, kettle, 1);
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
        add(browser, kettle, 1);
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
        add(browser, kettle, 1);

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
        add(browser, kettle, 1);
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
        add(browser, kettle, 1);
        String[] form = CheckoutForm.of(browser.get("/checkout"));
        setQuantity(browser, kettle, 2);

        Answer answer = browser.post("/checkout", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Your cart has changed").contains("$99.80");
        assertThat(orders.of(omar.signedIn().buyer(), null, 10).items()).isEmpty();
    }

    @Test
    void a_forged_form_orders_nothing() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-12", "Gooseneck kettle", "49.90", 5);
        TestBrowser browser = browsers.openFor(market.user("Omar Haddad"));
        add(browser, kettle, 1);
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
        add(browser, kettle, 1);

        assertThat(browser.get("/checkout").body())
                .contains("value=\"12 Alder St\"")
                .contains("value=\"97205\"");
    }

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
        add(his, kettle, 1);
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

    @Test
    void feedback_is_left_once_shown_on_the_seller_page_and_may_be_taken_back() {
        User omar = market.user("Omar Haddad");
        SellerId seller = market.seller("Alder Supply");
        Offer kettle = market.offer(seller, "KETTLE-16", "Gooseneck kettle", "49.90", 5);
        Order order = market.order(market.buyer(omar), kettle);
        TestBrowser browser = browsers.openFor(omar);
        String path = "/orders/" + order.id() + "/feedback";
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
    void a_checkout_that_never_was_does_not_exist() {
        assertThat(browsers.openFor(market.user("Omar Haddad"))
                        .get("/checkout/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private static Answer add(TestBrowser browser, Offer offer, int quantity) {
        return browser.post(
                "/cart/items",
                "seller",
                offer.key().seller().value(),
                "sku",
                offer.key().sku().value(),
                "quantity",
                Integer.toString(quantity));
    }

    private static void setQuantity(TestBrowser browser, Offer offer, int quantity) {
        browser.post(
                "/cart/items/quantity",
                "seller",
                offer.key().seller().value(),
                "sku",
                offer.key().sku().value(),
                "quantity",
                Integer.toString(quantity));
    }
}
