package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openstall.feeds.SellerFiles.failure;
import static org.openstall.feeds.SellerFiles.gzip;
import static org.openstall.feeds.SellerFiles.text;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are empty, broken, of another kind or meant to do harm. */
@OpenstallTest
class UnusableFilesTests {
    private static final String MEGABYTE = " ".repeat(1 << 20);

    /** The rows of a spreadsheet that can be used. */
    private static final String FIVE_KETTLES = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c><c r="B1" t="inlineStr"><is><t>quantity</t></is>
            </c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>KETTLE</t></is></c><c r="B2"><v>5</v></c></row>
            """;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private MarketFixture market;

    private SellerId nadia;
    private SellerFiles files;
    private Offer kettle;

    @BeforeEach
    void nadia_sells_a_kettle() {
        nadia = market.seller("Nadia's Home");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 40);
        files = new SellerFiles(feeds, runner, nadia);
    }

    @Test
    void a_file_that_cannot_be_read_changes_nothing_and_says_why() throws IOException {
        assertThat(failure(files.prices(new byte[0]))).isEqualTo(Failure.EMPTY);
        assertThat(failure(files.prices("\n \n"))).isEqualTo(Failure.EMPTY);
        assertThat(failure(files.prices("sku\tprice\tquantity"))).isEqualTo(Failure.NO_ROWS);
        assertThat(failure(files.prices("sku|price|quantity", "KETTLE|1|1"))).isEqualTo(Failure.NO_HEADER);
        assertThat(failure(files.prices("price\tquantity", "1\t1"))).isEqualTo(Failure.NO_SKU_COLUMN);
        assertThat(failure(files.prices("sku\tcolour", "KETTLE\tred"))).isEqualTo(Failure.NOTHING_TO_CHANGE);
        assertThat(failure(files.prices("sku\tquantity", "KETTLE\t1", "KET\u0000TLE\t2")))
                .isEqualTo(Failure.NUL_BYTES);
        assertThat(failure(files.prices("%PDF-1.4 whatever"))).isEqualTo(Failure.NOT_TEXT);
        byte[] oldSpreadsheet = new byte[1_024];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, oldSpreadsheet, 0, 4);
        assertThat(failure(files.prices(oldSpreadsheet))).isEqualTo(Failure.NOT_TEXT);
        assertThat(failure(files.prices(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3})))
                .isEqualTo(Failure.ARCHIVE_BROKEN);
        assertThat(failure(files.prices(Arrays.copyOf(gzip(text("sku\tquantity", "KETTLE\t1")), 24))))
                .isEqualTo(Failure.ARCHIVE_BROKEN);
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
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

        assertThat(failure(files.prices(packed.toByteArray()))).isEqualTo(Failure.TOO_LARGE_UNPACKED);
    }

    @Test
    void a_bomb_in_a_zip_archive_is_defused() throws IOException {
        String padded = "sku\tquantity\nKETTLE\t5\n" + MEGABYTE.repeat(17);

        Feed feed = files.prices(zip("inventory.txt", padded));

        assertThat(failure(feed)).isEqualTo(Failure.TOO_LARGE_UNPACKED);
        assertThat(feed.reasonArguments()).containsExactly("512");
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @Test
    void a_bomb_in_a_spreadsheet_is_defused() throws IOException {
        Feed feed = files.prices(SellerFiles.workbook(FIVE_KETTLES + MEGABYTE.repeat(17)));

        assertThat(failure(feed)).isEqualTo(Failure.TOO_LARGE_UNPACKED);
        assertThat(feed.reasonArguments()).containsExactly("512");
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @Test
    void half_a_gigabyte_is_unpacked_and_not_a_byte_more_however_large_the_archive() throws IOException {
        InputStream zeros = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        try (InputStream bounded = new BoundedInput(zeros, () -> 1L << 40)) {
            for (int megabyte = 0; megabyte < 512; megabyte++) {
                assertThat(bounded.readNBytes(1 << 20)).hasSize(1 << 20);
            }

            assertThatThrownBy(bounded::read).isInstanceOf(BoundedInput.TooMuch.class);
        }
    }

    @Test
    void an_archive_must_hold_one_file_besides_what_a_macintosh_adds() throws IOException {
        String five = "sku\tquantity\nKETTLE\t5\n";

        Feed two = files.prices(zip("a.txt", five, "b.txt", five));
        Feed none = files.prices(zip());

        assertThat(failure(two)).isEqualTo(Failure.ARCHIVE_NOT_ONE_FILE);
        assertThat(two.reasonArguments()).containsExactly("2");
        assertThat(failure(none)).isEqualTo(Failure.ARCHIVE_NOT_ONE_FILE);
        assertThat(none.reasonArguments()).containsExactly("0");
        assertThat(market.find(kettle.key())).isEqualTo(kettle);

        assertThat(files.prices(zip("__MACOSX/._a.txt", "whatever", "folder/", "", "folder/a.txt", five))
                        .state())
                .isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @Test
    void a_spreadsheet_that_is_broken_changes_nothing_and_says_whether_it_came_apart_or_is_none() throws IOException {
        byte[] whole = SellerFiles.workbook(FIVE_KETTLES);

        Feed cut = files.prices(Arrays.copyOf(whole, whole.length - 40));
        Feed unclosed = files.prices(SellerFiles.workbook(FIVE_KETTLES + "<row r='3'><c"));
        Feed cutAtOnce = files.prices(SellerFiles.workbook("<row r='1'><c"));
        Feed noBook = files.prices(zip("xl/workbook.xml", "<workbook"));

        assertThat(failure(cut)).isEqualTo(Failure.ARCHIVE_BROKEN);
        assertThat(failure(unclosed)).isEqualTo(Failure.SPREADSHEET_BROKEN);
        assertThat(failure(cutAtOnce)).isEqualTo(Failure.SPREADSHEET_BROKEN);
        assertThat(failure(noBook)).isEqualTo(Failure.SPREADSHEET_BROKEN);
        assertThat(market.find(kettle.key())).isEqualTo(kettle);

        assertThat(files.prices(whole).state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='ZZZZZZ2'><v>5</v></c>",
                "<c r='B2' t='s'><v>x</v></c>",
                "<c r='2'><v>5</v></c>",
                "<c r='B2' t='zz'><v>5</v></c>",
                "<c r='B2'><v>five</v></c>"
            })
    void a_spreadsheet_with_a_cell_that_cannot_be_is_broken_at_once(String cell) throws IOException {
        Feed feed = files.prices(SellerFiles.workbook(FIVE_KETTLES + "<row r='3'>" + cell + "</row>"));

        assertThat(failure(feed)).isEqualTo(Failure.SPREADSHEET_BROKEN);
        assertThat(feed.attempt()).isEqualTo(1);
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E400000000", "1E-400000000", "-1E51"})
    void a_number_with_millions_of_digits_is_none_and_costs_nothing(String number) throws IOException {
        byte[] sheet = SellerFiles.workbook(FIVE_KETTLES.replace("<v>5</v>", "<v>" + number + "</v>"));

        assertThat(allocatedBy(() -> files.prices(sheet))).isLessThan(50 << 20);

        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    /** @param entries their names, each with its content */
    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(text(entries[i + 1]));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_one_refused_row_and_never_held_in_memory() {
        Feed feed = files.sent(FeedKind.PRICE_AND_QUANTITY, hundredMegabytes("sku\tquantity\n", "\nKETTLE\t5\n"));

        assertThat(allocatedBy(files::runAll)).isLessThan(50 << 20);

        assertThat(files.findings(feed)).containsExactly("1  ROW_TOO_LONG");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(5);
    }

    @Test
    void a_text_of_a_hundred_megabytes_in_a_json_feed_is_refused_and_never_held_in_memory() {
        Feed feed = files.sent(
                FeedKind.LISTINGS_JSON,
                hundredMegabytes(
                        "{\"header\": {\"version\": \"2.0\"}, \"messages\": [{\"messageId\": 1, \"sku\": \"", "\"}]}"));

        assertThat(allocatedBy(files::runAll)).isLessThan(50 << 20);

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
}
