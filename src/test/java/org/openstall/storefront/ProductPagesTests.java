package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
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
import org.springframework.beans.factory.annotation.Autowired;

/** What visitors see of a product, and of all that a seller sells. */
@OpenstallTest
class ProductPagesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Offers offers;

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

    private static int prices(String page) {
        return page.split("class=\"price\"", -1).length - 1;
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

    @Test
    void a_product_that_nobody_offers_says_so() {
        Offer kettle = market.offer(market.seller("Alder Supply"), "KETTLE-N", "Stovetop kettle", "49.90", 30);
        offers.edit(kettle.key(), OfferEdit.open(false), "test");

        assertThat(browsers.open().get("/products/" + kettle.product()).text()).contains("Currently unavailable");
    }

    @Test
    void a_product_page_leads_to_its_brand_whatever_that_is_called() {
        ProductId kettle = catalog.add(NewProduct.of("Brass kettle", "Nut & Bolt", "home-kitchen"))
                .id();

        assertThat(browsers.open().get("/products/" + kettle).body()).contains("href=\"/search?brand=Nut+%26+Bolt\"");
    }
}
