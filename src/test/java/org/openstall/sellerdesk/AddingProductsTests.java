package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** From what stands on the box to an offer. */
@OpenstallTest
class AddingProductsTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Offers offers;

    private SellerId nadias;
    private TestBrowser nadia;
    private ProductId novel;

    @BeforeEach
    void nadia_has_a_box_of_novels() {
        nadias = market.seller("Nadia's Books");
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        novel = catalog.add(new NewProduct(
                        "The Vegetarian of Quillhaven",
                        "Portobello",
                        "books",
                        "BOOK",
                        null,
                        Map.of("author", "Han Kang"),
                        List.of((Gtin) Gtin.read("8936424564")),
                        null,
                        null))
                .id();
    }

    private TestBrowser.Answer look(String typed) {
        return nadia.get("/seller/inventory/add?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private String sellIt() {
        return "/seller/inventory/add/" + novel;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8936424564",
                "89-364-2456-4",
                "9788936424565",
                "978 89 364 2456 5",
                "９７８８９３６４２４５６５",
                "09788936424565",
                " 978－8936424565 "
            })
    void a_page_is_found_by_every_form_of_its_code(String typed) {
        assertThat(look(typed).body()).contains("The Vegetarian of Quillhaven");
    }

    @Test
    void a_page_is_found_by_its_product_id_and_by_words_although_nobody_sells_it() {
        assertThat(look(novel.value().toLowerCase(Locale.ROOT)).body()).contains(sellIt());
        assertThat(look("quillhaven vegetarian").body()).contains(sellIt());
        catalog.add(NewProduct.of("Plonkwood field guide", null, "books"));
        assertThat(look("plonkwood guide").text()).contains("Nobody sells it yet.");
    }

    @Test
    void a_wrong_check_digit_is_told_with_the_one_expected_and_the_right_code_is_one_click_away() {
        TestBrowser.Answer answer = look("978-8936424568");

        assertThat(answer.text()).contains("its last digit should be 5");
        assertThat(answer.body()).contains("/seller/inventory/add?q=9788936424565");
    }

    @Test
    void other_mistakes_are_told_too() {
        assertThat(look("123456").text()).contains("those have 8, 10, 12, 13 or 14 digits");
        assertThat(look("0000000000000").text()).contains("nothing but zeros");
        assertThat(look("4006381333931000").text()).contains("is not a product code");
        assertThat(look("2040700999998").text()).contains("No product in the catalogue has the code");
        assertThat(look("B0ZZZZZZZZ").text()).contains("There is no product B0ZZZZZZZZ");
        assertThat(look("xyzzyplugh").text()).contains("Nothing found for “xyzzyplugh”");
        assertThat(look("'; drop table catalog.product; --").status()).isEqualTo(200);
        assertThat(look("x".repeat(5_000)).status()).isEqualTo(200);
    }

    @Test
    void the_form_suggests_a_sku_and_shows_who_sells_it_at_what_price() {
        Offer others = market.offer(market.seller("Alder Books"), "ALDER-1", "Placeholder", "1.00", 1);
        TestBrowser.Answer form = nadia.get("/seller/inventory/add/" + others.product());

        assertThat(form.text()).contains("Alder Books").contains("One seller from $1.00");
        assertThat(form.body())
                .contains("value=\"HOLLIN-" + others.product().value().substring(4) + '"');
        assertThat(nadia.get("/seller/inventory/add/" + others.product() + "?price=1.00")
                        .body())
                .contains("name=\"price\" type=\"text\" value=\"1.00\"");
    }

    @Test
    void a_few_fields_later_it_is_listed_and_sent_twice_it_is_listed_once() {
        String[] fields = {
            "sku",
            "NOVEL-1",
            "condition",
            "used-very-good",
            "price",
            "12.50",
            "quantity",
            "3",
            "note",
            "Name on flyleaf"
        };

        TestBrowser.Answer first = nadia.post(sellIt(), fields);
        TestBrowser.Answer second = nadia.post(sellIt(), fields);

        assertThat(first.location()).isEqualTo("/seller/inventory/offer?sku=NOVEL-1");
        assertThat(second.location()).isEqualTo("/seller/inventory/offer?sku=NOVEL-1");
        Offer offer = offers.find(new OfferKey(nadias, Marketplaces.US, new Sku("NOVEL-1")))
                .orElseThrow();
        assertThat(offer.product()).isEqualTo(novel);
        assertThat(offer.terms().note()).isEqualTo("Name on flyleaf");
        assertThat(look("9788936424565").text()).contains("You sell it as NOVEL-1 for $12.50");
        assertThat(nadia.post(sellIt(), "sku", "NOVEL-1", "condition", "new", "price", "30", "quantity", "1")
                        .text())
                .contains("You already have an offer with this SKU");
    }

    @Test
    void a_form_with_mistakes_says_which_and_keeps_what_was_typed() {
        TestBrowser.Answer answer = nadia.post(
                sellIt(), "sku", "", "condition", "antique", "price", "twelve", "quantity", "-1", "handlingMost", "99");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Enter a SKU")
                .contains("Choose a condition.")
                .contains("Enter a price such as 12.50.");
        assertThat(answer.body()).contains("value=\"twelve\"");
        assertThat(nadia.post(sellIt(), "sku", "x".repeat(41), "condition", "new", "price", "1", "quantity", "1")
                        .status())
                .isEqualTo(422);
    }
}
