package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

/** A seller downloads a template, fills it in and sends it back. */
@OpenstallTest
class DownloadedTemplatesTests {
    private static final String FILES = "/seller/inventory/files";
    private static final String BOOKS = "/seller/catalogue/templates/BOOK";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Templates templates;

    @Autowired
    private FeedRunner runner;

    private SellerId nadias;
    private TestBrowser nadia;
    private Offer novel;

    @BeforeEach
    void a_seller_with_two_shipping_templates() {
        nadias = market.seller("Nadia's Books");
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        novel = market.offer(market.seller("Noel's"), "NOELS-NOVEL", "Human Acts", "12.00", 3);
        List<Rate> rates = List.of(
                Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499)));
        templates.create(nadias, Marketplaces.US, "Everyday", rates);
        templates.create(nadias, Marketplaces.US, "Bulky goods", rates);
    }

    @Test
    void a_downloaded_template_runs_no_formula() {
        List<Rate> rates = templates.of(nadias, Marketplaces.US).getFirst().rates();
        templates.create(nadias, Marketplaces.US, "=HYPERLINK(A1)", rates);

        assertThat(nadia.get(BOOKS).body())
                .contains("=HYPERLINK")
                .doesNotContain("\t=")
                .doesNotContain("\t@");
    }

    /** The template's rows as they come, and one row for each of the others, with cells by the names of their columns. */
    private static byte[] filled(String template, List<Map<String, String>> rows) {
        String[] columns = template.substring(template.startsWith("\uFEFF") ? 1 : 0)
                .lines()
                .findFirst()
                .orElseThrow()
                .split("\t");
        String added = rows.stream()
                .peek(it -> assertThat(columns).containsAll(it.keySet()))
                .map(row -> Arrays.stream(columns)
                        .map(it -> row.getOrDefault(it, ""))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\r\n"));
        return (template + added + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The page of the file, once it is live. */
    private String sent(FeedKind kind, byte[] file) {
        Answer sent = nadia.upload(FILES, "filled.tsv", file, "kind", kind.name());
        boolean more = true;
        while (more) {
            more = runner.next(1, () -> false);
        }
        return nadia.get(sent.location()).text();
    }

    private Offer offer(String sku) {
        return market.find(new OfferKey(nadias, Marketplaces.US, new Sku(sku)));
    }

    private UUID template(String name) {
        return templates.of(nadias, Marketplaces.US).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void offers_of_a_filled_category_template_have_its_gift_options_and_shipping_template() {
        String page = sent(
                FeedKind.PAGE_TEMPLATE,
                filled(
                        nadia.get(BOOKS).body(),
                        List.of(
                                row("GIFT", "true", "yes", "Bulky goods"),
                                row("NOTE", "true", "false", "everyday"),
                                row("PLAIN", "", "", ""),
                                row("WRONG", "maybe", "", "Heavy goods"))));

        assertThat(page)
                .contains("Rows read 4", "Rows refused 1")
                .contains("There is no shipping template “Heavy goods”.")
                .contains("offering-can-be-gift-messaged is “maybe”. Enter true or false.");
        assertThat(offer("GIFT").terms().gifts()).isEqualTo(new Gifts(true, true));
        assertThat(offer("GIFT").shippingTemplate()).isEqualTo(template("Bulky goods"));
        assertThat(offer("NOTE").terms().gifts()).isEqualTo(new Gifts(true, false));
        assertThat(offer("NOTE").shippingTemplate()).isEqualTo(template("Everyday"));
        assertThat(offer("PLAIN").terms().gifts()).isEqualTo(Gifts.NONE);
        assertThat(offer("PLAIN").shippingTemplate()).isNull();
    }

    private Map<String, String> row(String sku, String message, String wrap, String shippingTemplate) {
        return Map.of(
                "sku",
                sku,
                "product_type",
                "BOOK",
                "product_code",
                novel.product().value(),
                "condition",
                "USED_GOOD",
                "price",
                "9.00",
                "quantity",
                "2",
                "offering_can_be_gift_messaged",
                message,
                "offering_can_be_giftwrapped",
                wrap,
                "merchant_shipping_group_name",
                shippingTemplate);
    }

    @Test
    void a_filled_loader_file_does_the_same() {
        String page = sent(
                FeedKind.INVENTORY_LOADER,
                filled(
                        nadia.get("/seller/inventory/file-templates/inventory-loader")
                                .body(),
                        List.of(Map.of(
                                "sku",
                                "GIFT",
                                "product-id",
                                novel.product().value(),
                                "price",
                                "9.00",
                                "item-condition",
                                "3",
                                "quantity",
                                "2",
                                "merchant-shipping-group-name",
                                "Bulky goods",
                                "offering-can-be-gift-messaged",
                                "false",
                                "offering-can-be-giftwrapped",
                                "true"))));

        assertThat(page).contains("Rows read 1").doesNotContain("Rows refused 1");
        assertThat(offer("GIFT").terms().gifts()).isEqualTo(new Gifts(false, true));
        assertThat(offer("GIFT").shippingTemplate()).isEqualTo(template("Bulky goods"));
    }

    @Test
    void each_column_is_explained_in_the_sellers_language_with_the_templates_there_are() {
        assertThat(nadia.get(BOOKS).body())
                .contains("Shipping template\tGift message\tGift wrap")
                .contains("Bulky goods, Everyday\ttrue, false\ttrue, false");
        assertThat(nadia.speaking("ko").get(BOOKS).body())
                .contains("배송 템플릿\t선물 메시지\t선물 포장")
                .contains("배송 설정에서 만든 템플릿의 이름");
        assertThat(nadia.speaking("zh-TW").get(BOOKS).body())
                .contains("運送範本\t禮物留言\t禮品包裝")
                .contains("須先開啟禮物設定");
        TestBrowser rita = browsers.openFor(market.userOf(market.seller("Rita's"), "Rita"));
        assertThat(rita.get(BOOKS).body()).contains("None made yet, leave empty");
    }
}
