package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.openstall.listings.ProposedOffer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that bring product pages along. */
@OpenstallTest
class CategoryTemplateFilesTests extends KettleAndLampSeller {
    private static final String ISBN = "9788936434120";

    @Autowired
    private Offers offers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ProductTypes types;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Templates templates;

    private Feed templated(String... lines) {
        return files.run(FeedKind.PAGE_TEMPLATE, lines);
    }

    /** A page that is there already. */
    private ProductId novel() {
        return catalog.add(new NewProduct(
                        "Human Acts",
                        null,
                        "books",
                        "BOOK",
                        null,
                        Map.of(),
                        List.of((Gtin) Gtin.read(ISBN)),
                        null,
                        null))
                .id();
    }

    private List<Proposal> proposed() {
        return proposals.of(nadia, null, 100).items();
    }

    @Test
    void a_template_matches_known_pages_and_proposes_the_others() {
        ProductId novel = novel();
        Feed feed = templated(
                types.template(types.get("BOOK"))
                                .toTsv(Locale.KOREAN)
                                .stripTrailing()
                                .replace("\r\n", "\n") + "\nNOVEL-1\tBOOK",
                "");
        assertThat(files.findings(feed)).isNotEmpty();

        feed = templated(
                "sku\tproduct_type\ttitle\tproduct_code\tauthor\tbinding\tlanguage\tcondition\tprice\tquantity",
                "#: SKU *\tProduct type *\tTitle",
                "NOVEL-2\tBOOK\tAnything\t" + ISBN + "\t\t\t\tUSED_GOOD\t12.50\t3",
                "NOVEL-3\tBOOK\tThe almanac of tides " + novel + "\t\tHan Kang\tPaperback\tEnglish\tNEW\t9.00\t4",
                "KETTLE\tBOOK\t\t\t\t\t\t\t44.00\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts().records()).isEqualTo(3);
        assertThat(market.find(nadia, "NOVEL-2").product()).isEqualTo(novel);
        assertThat(market.find(nadia, "NOVEL-2").quantity()).isEqualTo(3);
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_400);
        assertThat(feeds.issues(feed, null, 10).items())
                .extracting(it -> it.sku() + " " + it.finding() + " " + it.arguments())
                .containsExactly("NOVEL-3 PAGE_PROPOSED []");
        assertThat(proposed()).singleElement().satisfies(it -> {
            assertThat(it.page().title()).startsWith("The almanac of tides");
            assertThat(it.page().productType()).isEqualTo("BOOK");
            assertThat(ProposedOffer.parse(String.valueOf(it.offer())))
                    .returns("NOVEL-3", ProposedOffer::sku)
                    .returns(900L, ProposedOffer::price)
                    .returns(4, ProposedOffer::quantity);
        });
        assertThat(offers.find(new OfferKey(nadia, Marketplaces.US, new Sku("NOVEL-3"))))
                .isEmpty();
    }

    @Test
    void the_columns_of_older_category_templates_are_understood() {
        ProductId novel = novel();

        Feed feed = templated(
                "TemplateType=fptcustom\tVersion=2019.0401\tThe top 3 rows are for the marketplace only",
                "Product Type\tSeller SKU\tProduct ID\tProduct ID Type\tProduct Name\tBrand\tDescription",
                "feed_product_type\titem_sku\texternal_product_id\texternal_product_id_type\titem_name\tbrand_name"
                        + "\tproduct_description\tmain_image_url\tstandard_price\tquantity\tcondition_type"
                        + "\tcondition_note\tfulfillment_latency\tminimum_seller_allowed_price\tupdate_delete"
                        + "\tparent_child\tauthor\tbinding\tlanguage\tbullet_point1\tgeneric_keywords",
                "abisbook\tOLD-0\t\t\tAll shirts\t\t\t\t\t\t\t\t\t\tUpdate\tParent\t\t\t\t\t",
                "ABIS_BOOK\tOLD-1\t978-89-364-3412-0\tISBN\tAnything\t\t\t\t12.50\t3\tUsedGood"
                        + "\tA crease on the cover\t2\t11.00\tUpdate\tChild\t\t\t\tA bullet\twords",
                "ABIS_BOOK\tOLD-2\t\t\tThe almanac of stars " + novel + "\tHollin\tAll of them.\t"
                        + "https://pictures.example/stars.jpg\t9.00\t4\tNew\t\t\t\tPartialUpdate\t\tHan Kang"
                        + "\tPaperback\tEnglish\t\t",
                "\tLAMP/1 é\t\t\t\t\t\t\t\t\t\t\t\t\tDelete\t\t\t\t\t\t",
                "BOOK\tOLD-3\t\t\t\t\t\t\t\t\t\t\t\t\tJuggle\t\t\t\t\t\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(nadia, "OLD-1").product()).isEqualTo(novel);
        assertThat(market.find(nadia, "OLD-1").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(market.find(nadia, "OLD-1").terms().note()).isEqualTo("A crease on the cover");
        assertThat(market.find(nadia, "OLD-1").terms().limits().least()).hasToString("USD 11.00");
        assertThat(market.find(nadia, "OLD-1").handlingDays()).isEqualTo(2);
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(proposed()).singleElement().satisfies(it -> {
            assertThat(it.page().title()).startsWith("The almanac of stars");
            assertThat(it.page().brand()).isEqualTo("Hollin");
            assertThat(it.page().description()).isEqualTo("All of them.");
            assertThat(it.page().productType()).isEqualTo("BOOK");
            assertThat(it.page().attributes()).containsEntry("author", "Han Kang");
        });
        assertThat(files.findings(feed))
                .containsExactlyInAnyOrder("1 OLD-0 PARENT_IGNORED", "3 OLD-2 PAGE_PROPOSED", "5 OLD-3 ACTION_UNKNOWN");
        assertThat(feed.ignoredColumns()).contains("bullet_point1", "generic_keywords");
    }

    @Test
    void a_category_template_with_japanese_column_names_is_understood() {
        ProductId novel = novel();

        market.offer(nadia, "PAN", "Pan", "9.00", 1);

        Feed feed = templated(
                "TemplateType=fptcustom\tVersion=2019.0401\t上3行は変更しないでください。",
                "商品タイプ\t出品者SKU\t商品コード（JANコード等）\t商品コードのタイプ\t商品名\tブランド名\t商品説明文"
                        + "\t商品メイン画像URL\t販売価格\t在庫数\tcondition-type\t出荷作業日数\t販売価格の下限設定"
                        + "\t販売価格の上限設定\tアップデート・削除\t親子関係の指定\t通貨コード\t検索キーワード"
                        + "\tauthor\tbinding\tlanguage",
                "ABIS_BOOK\tJP-0\t\t\tすべて\t\t\t\t\t\t\t\t\t\tUpdate\tParent\t\t\t\t\t",
                "ABIS_BOOK\tJP-1\t" + ISBN + "\tEAN\tAnything\t\t\t\t12.50\t3\tUsedGood\t2\t11.00\t14.00"
                        + "\tUpdate\tChild\tUSD\t\t\t\t",
                "ABIS_BOOK\tJP-2\t\t\tThe almanac of snow " + novel + "\tHollin\tすべての雪。"
                        + "\thttps://pictures.example/snow.jpg\t9.00\t4\tNew\t\t\t\tPartialUpdate\t\tUSD\t雪"
                        + "\tHan Kang\tPaperback\tEnglish",
                "ABIS_BOOK\tJP-3\t" + ISBN + "\tEAN\t\t\t\t\t9.00\t4\tNew\t\t\t\t\t\tJPY\t\t\t\t",
                "\tLAMP/1 é\t\t\t\t\t\t\t\t\t\t\t\t\tDelete\t\t\t\t\t\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.ignoredColumns()).containsExactly("検索キーワード");
        assertThat(files.findings(feed))
                .containsExactlyInAnyOrder("1 JP-0 PARENT_IGNORED", "3 JP-2 PAGE_PROPOSED", "4 JP-3 CURRENCY_DIFFERS");
        Offer listed = market.find(nadia, "JP-1");
        assertThat(listed.product()).isEqualTo(novel);
        assertThat(listed.price()).hasToString("USD 12.50");
        assertThat(listed.quantity()).isEqualTo(3);
        assertThat(listed.condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(listed.handlingDays()).isEqualTo(2);
        assertThat(listed.terms().limits()).isEqualTo(new PriceLimits(Money.of(1_100, "USD"), Money.of(1_400, "USD")));
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(proposed()).singleElement().satisfies(it -> {
            assertThat(it.page().productType()).isEqualTo("BOOK");
            assertThat(it.page().title()).isEqualTo("The almanac of snow " + novel);
            assertThat(it.page().brand()).isEqualTo("Hollin");
            assertThat(it.page().description()).isEqualTo("すべての雪。");
            assertThat(it.page().imageUrl()).isEqualTo("https://pictures.example/snow.jpg");
            assertThat(ProposedOffer.parse(String.valueOf(it.offer())))
                    .returns("JP-2", ProposedOffer::sku)
                    .returns(900L, ProposedOffer::price)
                    .returns(4, ProposedOffer::quantity);
        });
    }

    @Test
    void what_a_template_row_says_of_the_offer_is_carried_along_until_there_is_a_page() {
        List<Rate> rates = List.of(
                Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499)));
        templates.create(nadia, Marketplaces.US, "Bulky Goods", rates);
        UUID bulky = templates.of(nadia, Marketplaces.US).getFirst().id();
        String rare = " " + UUID.randomUUID();

        Feed feed = templated(
                "feed_product_type\titem_sku\titem_name\tbrand_name\tstandard_price\tquantity\tcondition_type"
                        + "\tminimum_seller_allowed_price\tmaximum_seller_allowed_price"
                        + "\toffering_can_be_gift_messaged\toffering_can_be_giftwrapped"
                        + "\tmerchant_shipping_group_name\tauthor\tbinding\tlanguage",
                "BOOK\tGIFT-1\tStars" + rare + "\tHollin\t9.00\t4\tNew\t8.00\t12.00\ttrue\tfalse\tbulky goods"
                        + "\tHan Kang\tPaperback\tEnglish",
                "BOOK\tGIFT-2\tMoons" + rare + "\tHollin\t9.00\t4\tNew\t10.00\t\t\t\t\tHan Kang\tPaperback\tEnglish",
                "BOOK\tGIFT-3\tSuns" + rare
                        + "\tHollin\t9.00\t4\tNew\t\t\tmaybe\t\tHeavy\tHan Kang\tPaperback\tEnglish");

        assertThat(files.findings(feed))
                .containsExactlyInAnyOrder(
                        "1 GIFT-1 PAGE_PROPOSED",
                        "2 GIFT-2 PRICE_BELOW_MINIMUM",
                        "3 GIFT-3 NOT_YES_OR_NO",
                        "3 GIFT-3 TEMPLATE_UNKNOWN");
        proposals.merge(proposed().getFirst().key(), kettle.product(), "Iris", "The same");

        Offer listed = market.find(nadia, "GIFT-1");
        assertThat(listed.terms().gifts()).isEqualTo(new Gifts(true, false));
        assertThat(listed.terms().limits()).isEqualTo(new PriceLimits(Money.of(800, "USD"), Money.of(1_200, "USD")));
        assertThat(listed.shippingTemplate()).isEqualTo(bulky);
    }

    @Test
    void a_template_row_that_makes_no_page_says_which_field_and_what_to_do() {
        Feed feed = templated(
                "sku\tproduct_type\ttitle\tproduct_code\tcategory\tcondition\tprice\tquantity\tpages",
                "A\tGRAVITY\tA thing\t\t\tNEW\t5\t1\t",
                "B\tBOOK\t\t\t\tNEW\t5\t1\t",
                "C\tBOOK\tA book\t9780306406158\t\tNEW\t5\t1\t",
                "D\tBOOK\tA book\t\tgravity\t\t\t1\tmany");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts().rejected()).isEqualTo(4);
        assertThat(feeds.issues(feed, null, 100).items())
                .filteredOn(it -> it.record() == 1)
                .extracting(Issue::finding)
                .containsExactly(Finding.TYPE_UNKNOWN);
        assertThat(feeds.issues(feed, null, 100).items())
                .filteredOn(it -> it.record() == 2)
                .extracting(Issue::finding, it -> it.arguments().getFirst())
                .contains(tuple(Finding.PAGE_FIELD, "title"));
        assertThat(feeds.issues(feed, null, 100).items())
                .filteredOn(it -> it.record() == 3)
                .extracting(Issue::finding)
                .contains(Finding.PRODUCT_ID_INVALID);
        assertThat(feeds.issues(feed, null, 100).items())
                .filteredOn(it -> it.record() == 4)
                .extracting(Issue::finding)
                .contains(Finding.PAGE_FIELD, Finding.PRICE_MISSING, Finding.CONDITION_MISSING);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void a_template_that_asks_about_numbers_proposes_nothing_until_it_is_answered() {
        Feed feed = templated(
                "sku\tproduct_type\ttitle\tcondition\tprice\tquantity\tauthor\tbinding\tlanguage",
                "A\tBOOK\tThe almanac of winds\tNEW\t5\t1\tHan Kang\tPaperback\tEnglish",
                "B\tBOOK\tThe almanac of rains\tNEW\t1.234\t1\tHan Kang\tPaperback\tEnglish");

        assertThat(feed.state()).isEqualTo(FeedState.WAITING);
        assertThat(proposed()).isEmpty();
    }
}
