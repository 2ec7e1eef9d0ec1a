package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.Audit;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Money;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Adjustment;
import org.openstall.listings.AdjustmentReason;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.OfferStatus;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.openstall.listings.ProposedOffer;
import org.openstall.listings.Publications;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class FeedsTests {
    private static final int WORKER = 1;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private Offers offers;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ProductTypes types;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Publications publications;

    @Autowired
    private Templates templates;

    @Autowired
    private ListingReports reports;

    @Autowired
    private MarketFixture market;

    @Autowired
    private List<Audit> audits;

    private SellerId nadia;
    private Offer kettle;
    private Offer lamp;

    @BeforeEach
    void nadiaSellsAKettleAndALamp() {
        nadia = market.seller("Nadia's Home");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 40);
        lamp = market.offer(nadia, "LAMP/1 é", "Lamp", "20.00", 3);
    }

    private Feed sent(FeedKind kind, boolean purge, FeedSettings settings, byte[] content) {
        return sent(kind, purge, settings, new ByteArrayInputStream(content));
    }

    private Feed sent(FeedKind kind, boolean purge, FeedSettings settings, InputStream content) {
        NewFeed feed = new NewFeed(nadia, UUID.randomUUID(), Marketplaces.US, kind, purge, settings, "Nadia");
        try {
            return feeds.get(nadia, feeds.submit(feed, "inventory.txt", content));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Feed run(Feed feed) {
        runAll();
        return feeds.get(nadia, feed.id());
    }

    private void runAll() {
        boolean more = true;
        while (more) {
            more = runner.next(WORKER, () -> false);
        }
    }

    private Feed prices(byte[] content) {
        return run(sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, content));
    }

    private Feed prices(String... lines) {
        return prices(text(lines));
    }

    private Feed loaded(String... lines) {
        return run(sent(FeedKind.INVENTORY_LOADER, false, FeedSettings.USUAL, text(lines)));
    }

    private static byte[] text(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> findings(Feed feed) {
        return feeds.issues(feed, null, 1_000).items().stream()
                .map(it -> it.record() + " " + it.sku() + " " + it.finding())
                .toList();
    }

    private Offer now(Offer offer) {
        return market.find(offer.key());
    }

    private Offer offer(String sku) {
        return market.find(new OfferKey(nadia, Marketplaces.US, new Sku(sku)));
    }

    private static Failure failure(Feed feed) {
        assertThat(feed.state()).isEqualTo(FeedState.FAILED);
        Failure failure = feed.failure();
        assertThat(failure).isNotNull();
        return failure == null ? Failure.INTERNAL : failure;
    }

    // What goes well

    @Test
    void prices_and_quantities_go_live_and_the_history_says_by_which_file() {
        Feed feed = prices(
                "sku\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price\tquantity\thandling-time",
                "KETTLE\t44.50\t40\t60\t38\t3",
                "LAMP/1 é\t\t\t\t0\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(feed.encoding()).isEqualTo("UTF-8");
        assertThat(feed.format()).isEqualTo("TSV");
        assertThat(now(kettle).price().minor()).isEqualTo(4_450);
        assertThat(now(kettle).quantity()).isEqualTo(38);
        assertThat(now(kettle).handlingDays()).isEqualTo(3);
        assertThat(now(lamp).price()).isEqualTo(lamp.price());
        assertThat(now(lamp).quantity()).isZero();
        assertThat(offers.history(kettle.key()))
                .allSatisfy(it -> assertThat(it.file()).isEqualTo(feed.id()))
                .extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactly(
                        "price: USD 49.90 > USD 44.50",
                        "minimum:  > USD 40.00",
                        "maximum:  > USD 60.00",
                        "quantity: 40 > 38",
                        "handling:  > 3");
    }

    @Test
    void a_refused_row_keeps_no_other_from_going_live_and_each_is_named_with_its_reason() {
        offers.edit(
                lamp.key(),
                new OfferEdit(null, new PriceLimits(Money.of(1_500, "USD"), null), null, null, null, null, null),
                "Nadia");

        Feed feed = prices(
                "sku\tprice\tquantity\thandling-time",
                "KETTLE\t44.50\t38\t",
                "NO-SUCH\t1\t1\t",
                "LAMP/1 é\t14.99\t\t",
                "KETTLE-0\t0\t\t",
                "KETTLE-1\t-1\t\t",
                "KETTLE-2\t1000000000\t\t",
                "KETTLE-3\tcheap\t\t",
                "KETTLE-4\t1.23456\t\t",
                "KETTLE-5\t\t1000001\t",
                "KETTLE-6\t\t-3\t",
                "KETTLE-7\t\t1.5\t",
                "KETTLE-8\t\t\t31",
                "\t5\t\t",
                "LAMP💡\t5\t\t",
                "12345678901234567890123456789012345678901\t5\t\t",
                "KETTLE\t\t\t",
                "KETTLE\t1\t1\t1\textra");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(now(kettle).quantity()).isEqualTo(38);
        assertThat(now(lamp).price()).isEqualTo(lamp.price());
        assertThat(feed.counts()).isEqualTo(new FeedCounts(17, 15, 1, 1, 0, 0, 0));
        assertThat(findings(feed))
                .containsExactly(
                        "2 NO-SUCH UNKNOWN_SKU",
                        "3 LAMP/1 é PRICE_BELOW_MINIMUM",
                        "4 KETTLE-0 NOT_POSITIVE",
                        "5 KETTLE-1 NOT_POSITIVE",
                        "6 KETTLE-2 PRICE_TOO_HIGH",
                        "7 KETTLE-3 NOT_A_NUMBER",
                        "8 KETTLE-4 TOO_FINE",
                        "9 KETTLE-5 QUANTITY_TOO_HIGH",
                        "10 KETTLE-6 QUANTITY_NEGATIVE",
                        "11 KETTLE-7 QUANTITY_NOT_WHOLE",
                        "12 KETTLE-8 HANDLING_OUT_OF_RANGE",
                        "13  SKU_MISSING",
                        "14 LAMP💡 SKU_INVALID",
                        "15 12345678901234567890123456789012345678901 SKU_INVALID",
                        "17  TOO_MANY_CELLS",
                        "16 KETTLE NOTHING_SAID");
    }

    @Test
    void of_several_rows_about_one_sku_the_last_counts() {
        Feed feed = prices("sku\tquantity", "KETTLE\t1", "LAMP/1 é\t7", "KETTLE\t2", "KETTLE\t3");

        assertThat(now(kettle).quantity()).isEqualTo(3);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(4, 0, 2, 2, 0, 0, 0));
        assertThat(findings(feed)).containsExactly("1 KETTLE SUPERSEDED", "3 KETTLE SUPERSEDED");
        assertThat(feeds.issues(feed, null, 1).items().getFirst().arguments()).containsExactly("4");
    }

    @Test
    void full_width_digits_are_digits() {
        prices("sku\tprice\tquantity", "KETTLE\t１２．５０\t１２３");

        assertThat(now(kettle).price().minor()).isEqualTo(1_250);
        assertThat(now(kettle).quantity()).isEqualTo(123);
    }

    @Test
    void what_is_two_numbers_in_two_countries_is_asked_about_and_nothing_is_guessed() {
        Feed asked = prices("sku;price;quantity", "KETTLE;1.234,56;10", "LAMP/1 é;19,90;1.000");

        assertThat(asked.question()).isEqualTo(Question.NUMBERS);
        assertThat(asked.reasonArguments()).containsExactly("1", "price", "1.234,56");
        assertThat(now(kettle)).isEqualTo(kettle);

        feeds.answer(asked, NumberFormat.COMMA);
        Feed done = run(asked);

        assertThat(done.state()).isEqualTo(FeedState.DONE);
        assertThat(now(kettle).price().minor()).isEqualTo(123_456);
        assertThat(now(lamp).price().minor()).isEqualTo(1_990);
        assertThat(now(lamp).quantity()).isEqualTo(1_000);
    }

    @Test
    void the_delimiter_is_seen_from_the_header_and_quoted_cells_are_understood() {
        assertThat(prices("sku,price,quantity", "\"KETTLE\",\"44.50\",38").format())
                .isEqualTo("CSV");
        assertThat(now(kettle).quantity()).isEqualTo(38);
        assertThat(prices("Quantity;SKU", "37;KETTLE").format()).isEqualTo("CSV (;)");
        assertThat(now(kettle).quantity()).isEqualTo(37);
    }

    @Test
    void a_japanese_template_in_shift_jis_is_understood_with_its_lines_above_the_header() {
        String template = """
                TemplateType=PriceInventory\tVersion=2018.0924\tこの行は変更や削除しないでください。
                商品管理番号\t販売価格\t在庫数\t通貨コード\t販売価格の下限設定\t出荷作業日数
                KETTLE\t44.50\t38\tUSD\t40\t2
                NO-SUCH\t44.50\t38\tJPY\t40\t2
                """;

        Feed feed = prices(template.getBytes(Charset.forName("windows-31j")));

        assertThat(feed.encoding()).isEqualTo("windows-31j");
        assertThat(now(kettle).quantity()).isEqualTo(38);
        assertThat(now(kettle).terms().limits().least()).isEqualTo(Money.of(4_000, "USD"));
        assertThat(findings(feed)).containsExactly("2 NO-SUCH CURRENCY_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource({
        "EUC-KR, x-windows-949, 뚜껑에 가벼운 긁힘이 있습니다. 작동에는 문제가 없으며 상자와 설명서가 모두 들어 있습니다.",
        "Big5, x-windows-950, 蓋子上有輕微刮痕，使用功能完全正常，原廠盒裝與說明書皆齊全，歡迎放心選購。",
        "GB18030, GB18030, 盖子上有轻微划痕，使用功能完全正常，原厂包装与说明书都齐全，欢迎放心选购。"
    })
    void encodings_of_korea_and_china_are_found_out(String written, String found, String note) {
        byte[] content = ("sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\titem-note\n" + "USED-1\t"
                        + kettle.product() + "\t1\t30\t3\t1\t" + note + "\n")
                .getBytes(Charset.forName(written));

        Feed feed = run(sent(FeedKind.INVENTORY_LOADER, false, FeedSettings.USUAL, content));

        assertThat(feed.encoding()).isEqualTo(found);
        assertThat(findings(feed)).isEmpty();
        assertThat(offer("USED-1").terms().note()).isEqualTo(note);
    }

    @Test
    void an_encoding_that_does_not_fit_is_refused() {
        FeedSettings korean = new FeedSettings("GB18030", FeedSettings.USUAL.numbers(), null);
        byte[] content = "sku\tquantity\nLAMP/1 é\t8\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(run(sent(FeedKind.PRICE_AND_QUANTITY, false, korean, content))))
                .isEqualTo(Failure.ENCODING);
        assertThat(now(lamp)).isEqualTo(lamp);
    }

    @Test
    void three_hundred_columns_are_read_and_those_we_do_not_know_named() {
        String names = IntStream.range(0, 298).mapToObj(it -> "column-" + it).collect(Collectors.joining("\t"));

        Feed feed = prices("sku\t" + names + "\tquantity", "KETTLE" + "\tx".repeat(298) + "\t6");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(now(kettle).quantity()).isEqualTo(6);
    }

    @Test
    void the_encoding_is_found_out() {
        String lamps = "sku\tquantity\nLAMP/1 é\t8\n";

        assertThat(prices(lamps.getBytes(StandardCharsets.ISO_8859_1)).encoding())
                .isEqualTo("windows-1252");
        assertThat(now(lamp).quantity()).isEqualTo(8);
        assertThat(prices(("\uFEFF" + lamps.replace('8', '9')).getBytes(StandardCharsets.UTF_16LE))
                        .encoding())
                .isEqualTo("UTF-16LE");
        assertThat(now(lamp).quantity()).isEqualTo(9);
        assertThat(prices(lamps.getBytes(StandardCharsets.UTF_16BE)).encoding()).isEqualTo("UTF-16BE");
        assertThat(prices(("\uFEFF" + lamps).getBytes(StandardCharsets.UTF_8)).encoding())
                .isEqualTo("UTF-8");
        assertThat(now(lamp).quantity()).isEqualTo(8);
    }

    @Test
    void a_packed_file_is_unpacked() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("inventory.txt"));
            zip.write(text("sku\tquantity", "KETTLE\t21"));
        }

        assertThat(prices(gzip(text("sku\tquantity", "KETTLE\t20"))).format()).isEqualTo("TSV (gzip)");
        assertThat(now(kettle).quantity()).isEqualTo(20);
        assertThat(prices(zipped.toByteArray()).format()).isEqualTo("TSV (zip)");
        assertThat(now(kettle).quantity()).isEqualTo(21);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    // Category templates

    private Feed templated(String... lines) {
        return run(sent(FeedKind.PAGE_TEMPLATE, false, FeedSettings.USUAL, text(lines)));
    }

    private List<Proposal> proposed() {
        return proposals.of(nadia, null, 100).items();
    }

    @Test
    void a_template_matches_known_pages_and_proposes_the_others() {
        String known = "9788936434120";
        ProductId novel = catalog.add(new NewProduct(
                        "Human Acts",
                        null,
                        "books",
                        "BOOK",
                        null,
                        Map.of(),
                        List.of((Gtin) Gtin.read(known)),
                        null,
                        null))
                .id();
        Feed feed = templated(
                types.template(types.get("BOOK"))
                                .toTsv(Locale.KOREAN)
                                .stripTrailing()
                                .replace("\r\n", "\n") + "\nNOVEL-1\tBOOK",
                "");
        assertThat(findings(feed)).isNotEmpty();

        feed = templated(
                "sku\tproduct_type\ttitle\tproduct_code\tauthor\tbinding\tlanguage\tcondition\tprice\tquantity",
                "#: SKU *\tProduct type *\tTitle",
                "NOVEL-2\tBOOK\tAnything\t" + known + "\t\t\t\tUSED_GOOD\t12.50\t3",
                "NOVEL-3\tBOOK\tThe almanac of tides " + novel + "\t\tHan Kang\tPaperback\tEnglish\tNEW\t9.00\t4",
                "KETTLE\tBOOK\t\t\t\t\t\t\t44.00\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts().records()).isEqualTo(3);
        assertThat(offer("NOVEL-2").product()).isEqualTo(novel);
        assertThat(offer("NOVEL-2").quantity()).isEqualTo(3);
        assertThat(now(kettle).price().minor()).isEqualTo(4_400);
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
        String known = "9788936434120";
        ProductId novel = catalog.add(new NewProduct(
                        "Human Acts",
                        null,
                        "books",
                        "BOOK",
                        null,
                        Map.of(),
                        List.of((Gtin) Gtin.read(known)),
                        null,
                        null))
                .id();

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
        assertThat(offer("OLD-1").product()).isEqualTo(novel);
        assertThat(offer("OLD-1").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(offer("OLD-1").terms().note()).isEqualTo("A crease on the cover");
        assertThat(offer("OLD-1").terms().limits().least()).hasToString("USD 11.00");
        assertThat(offer("OLD-1").handlingDays()).isEqualTo(2);
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(proposed()).singleElement().satisfies(it -> {
            assertThat(it.page().title()).startsWith("The almanac of stars");
            assertThat(it.page().brand()).isEqualTo("Hollin");
            assertThat(it.page().description()).isEqualTo("All of them.");
            assertThat(it.page().productType()).isEqualTo("BOOK");
            assertThat(it.page().attributes()).containsEntry("author", "Han Kang");
        });
        assertThat(findings(feed))
                .containsExactlyInAnyOrder("1 OLD-0 PARENT_IGNORED", "3 OLD-2 PAGE_PROPOSED", "5 OLD-3 ACTION_UNKNOWN");
        assertThat(feed.ignoredColumns()).contains("bullet_point1", "generic_keywords");
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

        assertThat(findings(feed))
                .containsExactlyInAnyOrder(
                        "1 GIFT-1 PAGE_PROPOSED",
                        "2 GIFT-2 PRICE_BELOW_MINIMUM",
                        "3 GIFT-3 NOT_YES_OR_NO",
                        "3 GIFT-3 TEMPLATE_UNKNOWN");
        proposals.merge(proposed().getFirst().key(), kettle.product(), "Iris", "The same");

        Offer listed = offer("GIFT-1");
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

    // The loader

    @Test
    void the_loader_adds_changes_empties_and_removes_offers() {
        Feed feed = loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tLight scratches on the lid",
                "KETTLE\t\t\t45\t\t\t\t",
                "LAMP/1 é\t\t\t\t\t\tx\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(3, 0, 0, 1, 1, 1, 0));
        assertThat(offer("USED-1").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(offer("USED-1").terms().note()).isEqualTo("Light scratches on the lid");
        assertThat(now(kettle).price().minor()).isEqualTo(4_500);
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(offers.history(lamp.key())).extracting(OfferChange::to).containsExactly("removed", "0");
        assertThat(inventory
                        .adjustments(nadia, Marketplaces.US, null, AdjustmentReason.FILE, null, 10)
                        .items())
                .extracting(it -> it.sku().value(), Adjustment::from, Adjustment::to, Adjustment::file)
                .containsExactly(tuple("USED-1", 0, 1, feed.id()), tuple("LAMP/1 é", 3, 0, feed.id()));

        loaded("sku\tadd-delete", "KETTLE\td");
        assertThat(now(kettle).quantity()).isZero();
    }

    @Test
    void the_loader_names_shipping_templates_and_gift_options_and_reports_give_them_out() throws IOException {
        List<Rate> rates = List.of(
                Rate.of(Goods.OTHER, ServiceLevel.STANDARD, Region.COUNTRY, new Transit(3, 5), Fee.perShipment(499)));
        templates.create(nadia, Marketplaces.US, "Usual", rates);
        templates.create(nadia, Marketplaces.US, "Bulky Goods", rates);
        UUID bulky = templates.of(nadia, Marketplaces.US).getFirst().id();

        Feed feed = loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete"
                        + "\tmerchant_shipping_group_name\toffering_can_be_giftwrapped",
                "KETTLE\t\t\t\t\t\ta\tbulky goods\ttrue",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tBulky Goods\t",
                "LAMP/1 é\t\t\t\t\t\ta\tHeavy\tmaybe");

        assertThat(findings(feed)).containsExactly("3 LAMP/1 é TEMPLATE_UNKNOWN", "3 LAMP/1 é NOT_YES_OR_NO");
        assertThat(now(kettle).shippingTemplate()).isEqualTo(bulky);
        assertThat(now(kettle).terms().gifts()).isEqualTo(new Gifts(false, true));
        assertThat(now(kettle).quantity()).isEqualTo(40);
        assertThat(offer("USED-1").shippingTemplate()).isEqualTo(bulky);
        assertThat(now(lamp).shippingTemplate()).isNull();
        assertThat(offers.history(kettle.key()))
                .extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactlyInAnyOrder("gift-wrap: false > true", "shipping:  > " + bulky);

        StringBuilder report = new StringBuilder();
        reports.write(ListingReport.ALL, nadia, market.us(), report);
        int group = ListingReport.ALL.columns().indexOf("merchant-shipping-group");
        int sku = ListingReport.ALL.columns().indexOf("seller-sku");
        assertThat(report.toString()
                        .lines()
                        .skip(1)
                        .map(it -> it.split("\t", -1))
                        .map(it -> it[sku] + ": " + it[group]))
                .containsExactlyInAnyOrder("KETTLE: Bulky Goods", "USED-1: Bulky Goods", "LAMP/1 é: Usual");

        messages("""
                {"messageId": 1, "sku": "KETTLE", "operationType": "PATCH", "productType": "KETTLE", "patches": [
                    {"op": "replace", "path": "/attributes/merchant_shipping_group", "value": [{"value": "Usual"}]}]}
                """);
        assertThat(now(kettle).shippingTemplate()).isNotEqualTo(bulky).isNotNull();
    }

    @Test
    void the_loader_says_what_a_new_offer_lacks() {
        Feed feed = loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "N-1\t\t\t30\t11\t1\ta",
                "N-2\t" + kettle.product() + "\t\t\t11\t1\ta",
                "N-3\t" + kettle.product() + "\tASIN\t30\t\t1\ta",
                "N-4\tB0ZZZZZZZZ\t1\t30\t11\t1\ta",
                "N-5\t4006381333932\t4\t30\t11\t1\ta",
                "N-6\t4099999999996\t4\t30\t11\t1\ta",
                "N-7\t" + kettle.product() + "\t9\t30\t99\t1\tq",
                "KETTLE\t" + lamp.product() + "\t1\t\t\t\t",
                "KETTLE\t\t\t\t3\t\t",
                "NONE\t\t\t\t\t\tx");

        assertThat(findings(feed))
                .containsExactly(
                        "1 N-1 PRODUCT_MISSING",
                        "2 N-2 PRICE_MISSING",
                        "3 N-3 CONDITION_MISSING",
                        "4 N-4 PRODUCT_UNKNOWN",
                        "5 N-5 PRODUCT_ID_INVALID",
                        "6 N-6 PRODUCT_UNKNOWN",
                        "7 N-7 ACTION_UNKNOWN",
                        "8 KETTLE PRODUCT_DIFFERS",
                        "9 KETTLE CONDITION_DIFFERS",
                        "10 NONE UNKNOWN_SKU");
        assertThat(feed.counts().rejected()).isEqualTo(10);
    }

    @Test
    void a_note_that_tells_of_more_than_wear_is_refused_with_its_words() {
        Feed feed = loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note",
                "U-1\t" + kettle.product() + "\t1\t30\t3\t1\ta\tLight scratches on the lid",
                "U-2\t" + kettle.product() + "\t1\t30\t3\t1\ta\tWorks, but the charger is missing");

        assertThat(findings(feed)).containsExactly("2 U-2 NOTE_REFUSED");
        assertThat(feeds.issues(feed, null, 10).items().getFirst().arguments())
                .containsExactly("charger is missing", "wording.rule.missing-parts.fix");
    }

    @Test
    void purge_and_replace_names_what_it_will_close_and_waits_for_a_yes() {
        byte[] only = text("sku\tprice", "KETTLE\t41");

        Feed asked = run(sent(FeedKind.INVENTORY_LOADER, true, FeedSettings.USUAL, only));

        assertThat(asked.question()).isEqualTo(Question.PURGE);
        assertThat(asked.reasonArguments()).containsExactly("1");
        assertThat(now(lamp).status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(now(kettle).price()).isEqualTo(kettle.price());

        market.offer(nadia, "MUG", "Mug", "9.00", 1);
        feeds.agree(asked, 1);
        Feed again = run(asked);

        assertThat(again.question()).isEqualTo(Question.PURGE);
        assertThat(again.reasonArguments()).containsExactly("2");

        feeds.agree(again, 2);
        Feed done = run(again);

        assertThat(done.counts()).isEqualTo(new FeedCounts(1, 0, 0, 1, 0, 0, 2));
        assertThat(now(lamp).status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(now(kettle).price().minor()).isEqualTo(4_100);
        assertThat(offers.history(lamp.key()))
                .extracting(it -> it.field() + " " + it.to() + " " + it.file())
                .containsExactly("status inactive " + done.id());
    }

    // JSON and spreadsheets

    private Feed messages(String messages) {
        String feed = """
                {"header": {"sellerId": "A1", "version": "2.0", "issueLocale": "en_US"}, "messages": [%s]}
                """.formatted(messages);
        return run(sent(FeedKind.LISTINGS_JSON, false, FeedSettings.USUAL, text(feed)));
    }

    @Test
    void messages_of_a_json_feed_change_add_and_remove_offers() {
        Feed feed = messages("""
                {"messageId": 1, "sku": "LAMP/1 é", "operationType": "DELETE"},
                {"messageId": 2, "sku": "KETTLE", "operationType": "PATCH", "productType": "KETTLE", "patches": [
                    {"op": "replace", "path": "/attributes/fulfillment_availability", "value": [
                        {"fulfillment_channel_code": "DEFAULT", "quantity": 10, "lead_time_to_ship_max_days": 4}]},
                    {"op": "replace", "path": "/attributes/item_name", "value": [{"value": "x"}]}]},
                {"messageId": 3, "sku": "USED", "operationType": "UPDATE", "productType": "KETTLE",
                 "requirements": "LISTING_OFFER_ONLY", "attributes": {
                    "merchant_suggested_asin": [{"value": "%s", "marketplace_id": "ATVPDKIKX0DER"}],
                    "condition_type": [{"value": "used_good"}],
                    "condition_note": [{"value": "Light scratches", "language_tag": "en_US"}],
                    "gift_options": [{"can_be_messaged": true, "can_be_wrapped": false}],
                    "purchasable_offer": [{"currency": "USD", "our_price": [{"schedule": [{"value_with_tax": 30.5}]}],
                        "minimum_seller_allowed_price": [{"schedule": [{"value_with_tax": 25}]}]}],
                    "fulfillment_availability": [{"fulfillment_channel_code": "DEFAULT", "quantity": 2}]}}
                """.formatted(kettle.product()));

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(3, 0, 1, 1, 1, 1, 0));
        assertThat(findings(feed)).containsExactly("2 KETTLE ATTRIBUTE_IGNORED");
        assertThat(offers.find(lamp.key())).isEmpty();
        assertThat(now(kettle).quantity()).isEqualTo(10);
        assertThat(now(kettle).handlingDays()).isEqualTo(4);
        assertThat(offer("USED").price().minor()).isEqualTo(3_050);
        assertThat(offer("USED").condition()).isEqualTo(Condition.USED_GOOD);
        assertThat(offer("USED").terms().gifts().message()).isTrue();
        assertThat(offer("USED").terms().limits().least()).isEqualTo(Money.of(2_500, "USD"));

        messages("""
                {"messageId": 1, "sku": "USED", "operationType": "UPDATE", "productType": "KETTLE", "attributes": {
                    "purchasable_offer": [{"our_price": [{"schedule": [{"value_with_tax": 20}]}]}]}}
                """);

        assertThat(offer("USED").price().minor()).isEqualTo(2_000);
        assertThat(offer("USED").terms().note()).isNull();
        assertThat(offer("USED").terms().limits()).isEqualTo(PriceLimits.NONE);
    }

    @Test
    void a_message_that_cannot_be_taken_is_named_and_broken_json_changes_nothing() {
        Feed feed = messages("""
                {"messageId": 1, "sku": "KETTLE", "operationType": "EXPLODE"},
                {"messageId": 2, "operationType": "DELETE"},
                {"messageId": 3, "sku": "KETTLE", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "fulfillment_availability": [{"fulfillment_channel_code": "AMAZON_NA", "quantity": "ten"}]}},
                {"messageId": 4, "sku": "KETTLE", "operationType": "PARTIAL_UPDATE", "attributes": {
                    "purchasable_offer": [{"marketplace_id": "A1F83G8C2ARO7P"}]}}
                """);

        assertThat(findings(feed))
                .containsExactly(
                        "1 KETTLE OPERATION_UNKNOWN",
                        "2  SKU_MISSING",
                        "3 KETTLE NOT_OUR_FULFILMENT",
                        "3 KETTLE ATTRIBUTE_INVALID",
                        "4 KETTLE OTHER_MARKETPLACE");
        assertThat(feed.counts().rejected()).isEqualTo(4);
        assertThat(failure(messages("{\"messageId\": 1, \"sku\": "))).isEqualTo(Failure.JSON_BROKEN);
        assertThat(failure(run(sent(FeedKind.LISTINGS_JSON, false, FeedSettings.USUAL, text("[1, 2]")))))
                .isEqualTo(Failure.JSON_NOT_A_FEED);
        assertThat(failure(messages(""))).isEqualTo(Failure.NO_ROWS);
        assertThat(now(kettle)).isEqualTo(kettle);
    }

    @Test
    void a_spreadsheet_is_read_and_its_numbers_are_numbers_whatever_the_country() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            add(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
                    Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default
                    Extension="xml" ContentType="application/xml"/></Types>
                    """);
            add(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                    Target="xl/workbook.xml"/></Relationships>
                    """);
            add(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                    Target="worksheets/sheet1.xml"/></Relationships>
                    """);
            add(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet
                    name="Inventory" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """);
            add(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c><c r="B1" t="inlineStr"><is><t>price</t>
                    </is></c><c r="C1" t="inlineStr"><is><t>quantity</t></is></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>KETTLE</t></is></c><c r="B2"><v>44.500000000000007</v></c>
                    <c r="C2"><v>1000</v></c></row>
                    <row r="3"><c r="A3" t="inlineStr"><is><t>LAMP/1 é</t></is></c><c r="B3"><v>1.234</v></c></row>
                    </sheetData></worksheet>
                    """);
        }

        Feed feed = prices(workbook.toByteArray());

        assertThat(feed.format()).isEqualTo("XLSX");
        assertThat(now(kettle).price().minor()).isEqualTo(4_450);
        assertThat(now(kettle).quantity()).isEqualTo(1_000);
        assertThat(findings(feed)).containsExactly("2 LAMP/1 é TOO_FINE");
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.strip().getBytes(StandardCharsets.UTF_8));
    }

    // Files that cannot be used

    @Test
    void a_file_that_cannot_be_read_changes_nothing_and_says_why() throws IOException {
        assertThat(failure(prices(new byte[0]))).isEqualTo(Failure.EMPTY);
        assertThat(failure(prices("\n \n"))).isEqualTo(Failure.EMPTY);
        assertThat(failure(prices("sku\tprice\tquantity"))).isEqualTo(Failure.NO_ROWS);
        assertThat(failure(prices("sku|price|quantity", "KETTLE|1|1"))).isEqualTo(Failure.NO_HEADER);
        assertThat(failure(prices("price\tquantity", "1\t1"))).isEqualTo(Failure.NO_SKU_COLUMN);
        assertThat(failure(prices("sku\tcolour", "KETTLE\tred"))).isEqualTo(Failure.NOTHING_TO_CHANGE);
        assertThat(failure(prices("sku\tquantity", "KETTLE\t1", "KET\u0000TLE\t2")))
                .isEqualTo(Failure.NUL_BYTES);
        assertThat(failure(prices("%PDF-1.4 whatever"))).isEqualTo(Failure.NOT_TEXT);
        byte[] oldSpreadsheet = new byte[1_024];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, oldSpreadsheet, 0, 4);
        assertThat(failure(prices(oldSpreadsheet))).isEqualTo(Failure.NOT_TEXT);
        assertThat(failure(prices(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3})))
                .isEqualTo(Failure.ARCHIVE_BROKEN);
        assertThat(failure(prices(Arrays.copyOf(gzip(text("sku\tquantity", "KETTLE\t1")), 24))))
                .isEqualTo(Failure.ARCHIVE_BROKEN);
        assertThat(now(kettle)).isEqualTo(kettle);
    }

    @Test
    void a_bomb_is_defused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text("sku\tquantity", ""));
            byte[] zeros = "0".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }

        assertThat(failure(prices(packed.toByteArray()))).isEqualTo(Failure.TOO_LARGE_UNPACKED);
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_one_refused_row_and_never_held_in_memory() {
        Feed feed = sent(
                FeedKind.PRICE_AND_QUANTITY,
                false,
                FeedSettings.USUAL,
                hundredMegabytes("sku\tquantity\n", "\nKETTLE\t5\n"));

        assertThat(allocatedBy(this::runAll)).isLessThan(50 << 20);

        assertThat(findings(feed)).containsExactly("1  ROW_TOO_LONG");
        assertThat(now(kettle).quantity()).isEqualTo(5);
    }

    @Test
    void a_text_of_a_hundred_megabytes_in_a_json_feed_is_refused_and_never_held_in_memory() {
        Feed feed = sent(
                FeedKind.LISTINGS_JSON,
                false,
                FeedSettings.USUAL,
                hundredMegabytes(
                        "{\"header\": {\"version\": \"2.0\"}, \"messages\": [{\"messageId\": 1, \"sku\": \"", "\"}]}"));

        assertThat(allocatedBy(this::runAll)).isLessThan(50 << 20);

        assertThat(failure(feeds.get(nadia, feed.id()))).isEqualTo(Failure.JSON_BROKEN);
    }

    /** Made while it is read. */
    private static InputStream hundredMegabytes(String before, String after) {
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return new SequenceInputStream(Collections.enumeration(Stream.of(
                        Stream.<InputStream>of(new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8))),
                        Stream.generate(() -> new ByteArrayInputStream(megabyte))
                                .limit(100),
                        Stream.of(new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8))))
                .flatMap(it -> it)
                .toList()));
    }

    /** How many bytes this thread takes from the heap, be they given back or not. */
    private static long allocatedBy(Runnable task) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        task.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void three_hundred_columns_are_no_harm_and_those_not_used_are_named() {
        String others = IntStream.range(0, 298).mapToObj(it -> "c" + it).collect(Collectors.joining("\t"));

        Feed feed = prices("sku\tquantity\t" + others, "KETTLE\t5" + "\tx".repeat(298));

        assertThat(now(kettle).quantity()).isEqualTo(5);
        assertThat(feed.ignoredColumns()).hasSize(298).startsWith("c0", "c1");
    }

    @Test
    void the_same_submission_is_one_file_and_the_same_file_sent_anew_is_told() throws IOException {
        NewFeed submission = new NewFeed(
                nadia,
                UUID.randomUUID(),
                Marketplaces.US,
                FeedKind.PRICE_AND_QUANTITY,
                false,
                FeedSettings.USUAL,
                "Nadia");
        byte[] content = text("sku\tquantity", "KETTLE\t5");

        UUID first = feeds.submit(submission, "a.txt", new ByteArrayInputStream(content));
        assertThat(feeds.submit(submission, "a.txt", new ByteArrayInputStream(content)))
                .isEqualTo(first);
        runAll();
        Feed again = prices(content);

        assertThat(again.id()).isNotEqualTo(first);
        assertThat(feeds.twin(again))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(first));
        assertThat(offers.history(kettle.key())).hasSize(1);
    }

    @Test
    void a_file_of_a_seller_deactivated_while_it_waited_changes_nothing() {
        Feed feed = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tquantity", "KETTLE\t5"));
        TestPostgresql.jdbcClient()
                .sql("update sellers.presence set standing = 'DEACTIVATED' where seller_id = :seller")
                .param("seller", nadia.value())
                .update();

        assertThat(failure(run(feed))).isEqualTo(Failure.SELLER_BLOCKED);
        assertThat(now(kettle)).isEqualTo(kettle);
    }

    @Test
    void those_who_follow_the_offers_are_told_what_has_visibly_changed() {
        prices("sku\tprice\tquantity", "KETTLE\t\t39", "LAMP/1 é\t19\t");

        List<String> told = TestPostgresql.jdbcClient()
                .sql("select unnest(products) from listings.untold_stretch where seller_id = :seller")
                .param("seller", nadia.value())
                .query(String.class)
                .list();
        boolean more = true;
        while (more) {
            more = publications.tell();
        }

        assertThat(told).containsExactly(lamp.product().value());
        assertThat(TestPostgresql.jdbcClient()
                        .sql("select count(*) from listings.untold_stretch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void files_of_a_large_inventory_change_what_it_is_sorted_by() {
        TestPostgresql.jdbcClient()
                .sql("""
                insert into listings.inventory (seller_id, marketplace_id, ranking_since, ranked)
                values (:seller, :marketplace, now(), true)
                """)
                .param("seller", nadia.value())
                .param("marketplace", Marketplaces.US.value())
                .update();
        TestPostgresql.jdbcClient()
                .sql("update listings.offer set ranked = true where seller_id = :seller")
                .param("seller", nadia.value())
                .update();

        loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta",
                "KETTLE\t\t\t15\t\t\t",
                "LAMP/1 é\t\t\t\t\t\tx");

        assertThat(byPrice(InventoryQuery.Filter.ALL)).containsExactly("KETTLE", "USED-1");
        assertThat(rankedOtherwise()).isEmpty();

        Feed purge = run(sent(
                FeedKind.INVENTORY_LOADER, true, FeedSettings.USUAL, text("sku\tprice\tquantity", "USED-1\t10\t0")));
        feeds.agree(purge, 1);
        purge = run(purge);

        assertThat(purge.state()).isEqualTo(FeedState.DONE);
        assertThat(byPrice(InventoryQuery.Filter.ALL)).containsExactly("USED-1", "KETTLE");
        assertThat(byPrice(InventoryQuery.Filter.INACTIVE)).containsExactly("KETTLE");
        assertThat(byPrice(InventoryQuery.Filter.OUT_OF_STOCK)).containsExactly("USED-1");
        assertThat(rankedOtherwise()).isEmpty();
    }

    private List<String> byPrice(InventoryQuery.Filter filter) {
        return inventory
                .page(
                        nadia,
                        Marketplaces.US,
                        new InventoryQuery(filter, InventoryQuery.Sort.PRICE, null, Set.of(), null, 10))
                .items()
                .stream()
                .map(it -> it.offer().key().sku().value())
                .toList();
    }

    private List<String> rankedOtherwise() {
        return audits.stream()
                .filter(it -> it.name().startsWith("Rankings"))
                .flatMap(it -> Differences.of(it).stream())
                .filter(it -> it.contains(nadia.value()))
                .toList();
    }

    // The queue

    @Test
    void files_of_one_kind_go_in_order_and_one_can_be_taken_back_while_it_waits() {
        Feed first = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tquantity", "KETTLE\t1"));
        Feed second = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tquantity", "KETTLE\t2"));
        Feed third = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tquantity", "KETTLE\t3"));

        assertThat(feeds.place(third).ahead()).isEqualTo(2);
        feeds.cancel(third);
        runAll();

        assertThat(now(kettle).quantity()).isEqualTo(2);
        assertThat(feeds.get(nadia, first.id()).finishedAt())
                .isBeforeOrEqualTo(feeds.get(nadia, second.id()).finishedAt());
        assertThat(feeds.get(nadia, third.id()).state()).isEqualTo(FeedState.CANCELLED);
        assertThatThrownBy(() -> feeds.cancel(second)).isInstanceOf(LostRace.class);
    }

    @Test
    void a_file_with_a_question_holds_up_those_behind_it() {
        Feed asked = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tprice", "KETTLE\t1,234"));
        Feed next = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tprice", "KETTLE\t5"));

        assertThat(run(next).state()).isEqualTo(FeedState.QUEUED);
        feeds.answer(feeds.get(nadia, asked.id()), NumberFormat.POINT);
        assertThat(run(next).state()).isEqualTo(FeedState.DONE);
        assertThat(now(kettle).price().minor()).isEqualTo(500);
        assertThat(offers.history(kettle.key())).extracting(OfferChange::to).containsExactly("USD 5.00", "USD 1234.00");
    }

    @Test
    void what_a_worker_has_left_unfinished_is_begun_again() {
        Feed feed = sent(FeedKind.PRICE_AND_QUANTITY, false, FeedSettings.USUAL, text("sku\tquantity", "KETTLE\t1"));
        runner.next(WORKER, () -> true);
        TestPostgresql.jdbcClient()
                .sql("update feeds.file set state = 'RUNNING', worker = 77 where file_id = :id")
                .param("id", feed.id())
                .update();

        runner.begin(77);

        assertThat(run(feed).state()).isEqualTo(FeedState.DONE);
    }

    @Test
    void another_sellers_file_is_not_there() {
        Feed feed = prices("sku\tquantity", "KETTLE\t1");
        SellerId noel = market.seller("Noel's");

        assertThatThrownBy(() -> feeds.get(noel, feed.id())).isInstanceOf(NotYours.class);
    }
}
