package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.feeds.SellerFiles.failure;
import static org.openstall.feeds.SellerFiles.gzip;
import static org.openstall.feeds.SellerFiles.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;

/** Files as all kinds of programs write them, in the encodings of many countries. */
@OpenstallTest
class FileFormatsTests extends KettleAndLampSeller {
    @Test
    void the_delimiter_is_seen_from_the_header_and_quoted_cells_are_understood() {
        assertThat(files.prices("sku,price,quantity", "\"KETTLE\",\"44.50\",38").format())
                .isEqualTo("CSV");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(files.prices("Quantity;SKU", "37;KETTLE").format()).isEqualTo("CSV (;)");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(37);
    }

    @Test
    void three_hundred_columns_are_read_and_those_we_do_not_know_named() {
        String names = IntStream.range(0, 298).mapToObj(it -> "column-" + it).collect(Collectors.joining("\t"));

        Feed feed = files.prices("sku\t" + names + "\tquantity", "KETTLE" + "\tx".repeat(298) + "\t6");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(6);
    }

    @Test
    void three_hundred_columns_are_no_harm_and_those_not_used_are_named() {
        String others = IntStream.range(0, 298).mapToObj(it -> "c" + it).collect(Collectors.joining("\t"));

        Feed feed = files.prices("sku\tquantity\t" + others, "KETTLE\t5" + "\tx".repeat(298));

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
        assertThat(feed.ignoredColumns()).hasSize(298).startsWith("c0", "c1");
    }

    @Test
    void the_encoding_is_found_out() {
        String lamps = "sku\tquantity\nLAMP/1 é\t8\n";

        assertThat(files.prices(lamps.getBytes(StandardCharsets.ISO_8859_1)).encoding())
                .isEqualTo("windows-1252");
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(8);
        assertThat(files.prices(("\uFEFF" + lamps.replace('8', '9')).getBytes(StandardCharsets.UTF_16LE))
                        .encoding())
                .isEqualTo("UTF-16LE");
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(9);
        assertThat(files.prices(lamps.getBytes(StandardCharsets.UTF_16BE)).encoding())
                .isEqualTo("UTF-16BE");
        assertThat(files.prices(("\uFEFF" + lamps).getBytes(StandardCharsets.UTF_8))
                        .encoding())
                .isEqualTo("UTF-8");
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(8);
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

        Feed feed = files.run(FeedKind.INVENTORY_LOADER, content);

        assertThat(feed.encoding()).isEqualTo(found);
        assertThat(files.findings(feed)).isEmpty();
        assertThat(market.find(nadia, "USED-1").terms().note()).isEqualTo(note);
    }

    @Test
    void an_encoding_that_does_not_fit_is_refused() {
        FeedSettings korean = new FeedSettings("GB18030", FeedSettings.USUAL.numbers(), null);
        byte[] content = "sku\tquantity\nLAMP/1 é\t8\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(files.prices(korean, content))).isEqualTo(Failure.ENCODING);
        assertThat(market.find(lamp.key())).isEqualTo(lamp);
    }

    @Test
    void a_japanese_template_in_shift_jis_is_understood_with_its_lines_above_the_header() {
        String template = """
                TemplateType=PriceInventory\tVersion=2018.0924\tこの行は変更や削除しないでください。
                商品管理番号\t販売価格\t在庫数\t通貨コード\t販売価格の下限設定\t出荷作業日数
                KETTLE\t44.50\t38\tUSD\t40\t2
                NO-SUCH\t44.50\t38\tJPY\t40\t2
                """;

        Feed feed = files.prices(template.getBytes(Charset.forName("windows-31j")));

        assertThat(feed.encoding()).isEqualTo("windows-31j");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(market.find(kettle.key()).terms().limits().least()).isEqualTo(Money.of(4_000, "USD"));
        assertThat(files.findings(feed)).containsExactly("2 NO-SUCH CURRENCY_DIFFERS");
    }

    @Test
    void a_packed_file_is_unpacked() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("inventory.txt"));
            zip.write(text("sku\tquantity", "KETTLE\t21"));
        }

        assertThat(files.prices(gzip(text("sku\tquantity", "KETTLE\t20"))).format())
                .isEqualTo("TSV (gzip)");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(20);
        assertThat(files.prices(zipped.toByteArray()).format()).isEqualTo("TSV (zip)");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(21);
    }

    @Test
    void a_spreadsheet_is_read_and_its_numbers_are_numbers_whatever_the_country() throws IOException {
        byte[] workbook = SellerFiles.workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c><c r="B1" t="inlineStr"><is><t>price</t>
                </is></c><c r="C1" t="inlineStr"><is><t>quantity</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>KETTLE</t></is></c><c r="B2"><v>44.500000000000007</v></c>
                <c r="C2"><v>1000</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>LAMP/1 é</t></is></c><c r="B3"><v>1.234</v></c></row>
                """);

        Feed feed = files.prices(workbook);

        assertThat(feed.format()).isEqualTo("XLSX");
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_450);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(1_000);
        assertThat(files.findings(feed)).containsExactly("2 LAMP/1 é TOO_FINE");
    }

    @Test
    void it_is_known_how_far_a_packed_file_or_a_spreadsheet_has_been_read(@TempDir Path dir) throws Exception {
        byte[] text = SellerFiles.text("sku\tprice", "KETTLE\t1".repeat(20_000));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("prices.txt"));
            zip.write(text);
        }
        Path zipped = Files.write(dir.resolve("prices.zip"), packed.toByteArray());
        FeedFile archive = FeedFile.of(zipped);
        try (InputStream in = archive.open()) {
            assertThat(archive.read(0)).isZero();
            in.readNBytes(text.length / 2);
            assertThat(archive.read(0)).isBetween(Files.size(zipped) * 4 / 10, Files.size(zipped) * 6 / 10);
            in.readAllBytes();
        }
        assertThat(archive.read(0)).isEqualTo(Files.size(zipped));

        Path sheet = Files.write(
                dir.resolve("prices.xlsx"),
                SellerFiles.workbook(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>sku</t></is></c></row>".repeat(4)));
        assertThat(FeedFile.of(sheet).read(1)).isEqualTo(Files.size(sheet) / 4);
        assertThat(FeedFile.of(sheet).read(4)).isEqualTo(Files.size(sheet));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_costs_no_other_row() {
        Feed feed = files.prices(
                "sku,name,price,quantity",
                "KETTLE,\"Deluxe kettle,44.50,38",
                "NO-SUCH,Jug,9,9",
                "LAMP/1 é,\"Lamp, small\",19,8");

        assertThat(files.findings(feed)).containsExactly("2 NO-SUCH UNKNOWN_SKU");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(8);
    }

    @Test
    void characters_beyond_the_basic_plane_come_through_however_long_the_file_is() {
        List<String> lines = new ArrayList<>(
                List.of("sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete\titem-note"));
        for (int i = 0; i < 200; i++) {
            lines.add("USED-%d\t%s\t1\t30\t3\t1\ta\t%s".formatted(i, kettle.product(), note(i)));
            lines.add("WRONG-%d\t\t\t\t\t\t%s\t".formatted(i, note(i).substring(0, 199)));
        }

        Feed feed = files.loaded(lines.toArray(String[]::new));

        assertThat(feed.counts()).isEqualTo(new FeedCounts(400, 200, 0, 0, 200, 0, 0));
        for (int i = 0; i < 200; i++) {
            assertThat(market.find(nadia, "USED-" + i).terms().note()).isEqualTo(note(i));
        }
        assertThat(feeds.issues(feed, null, 1_000).items())
                .extracting(it -> it.arguments().getFirst())
                .isEqualTo(IntStream.range(0, 200)
                        .mapToObj(it -> note(it).substring(0, 199))
                        .toList());
    }

    /** Of different lengths, so that pairs of surrogates come to lie at even and at odd places. */
    private static String note(int i) {
        return "x".repeat(1 + i % 2 * 2) + "🫖".repeat(900 + i % 2) + "y".repeat(i % 3);
    }
}
