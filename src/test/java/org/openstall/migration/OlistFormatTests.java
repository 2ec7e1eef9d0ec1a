package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.Differences;
import org.openstall.OpenstallTest;
import org.openstall.health.Health;
import org.openstall.health.Rate;
import org.openstall.kernel.Audit;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

/** On a small history of our own in Olist's layout; ids end in a mark of the test, so that runs do not meet. */
@OpenstallTest
class OlistFormatTests {
    @TempDir
    private Path directory;

    @Autowired
    private OlistFormat olist;

    @Autowired
    private Sellers sellers;

    @Autowired
    private Orders orders;

    @Autowired
    private Health health;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final HeardProgress progress = new HeardProgress();
    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, String> files = new HashMap<>(Map.of(
            "sellers",
            """
            seller_id,seller_zip_code_prefix,seller_city,seller_state
            ana,13023,campinas,SP
            bia,1001,sao paulo,SP
            """,
            "products",
            """
            product_id,product_category_name
            cadeira,moveis
            copo,
            """,
            "product_category_name_translation",
            """
            product_category_name,product_category_name_english
            moveis,furniture_decor
            """,
            "customers",
            """
            customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state
            c1,861eff4711a5,14409,franca,SP
            c2,290c77bc529b,9790,sao bernardo do campo,SP
            """,
            "orders",
            """
            order_id,customer_id,order_status,order_purchase_timestamp,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date
            both,c1,delivered,2017-11-01 10:00:00,2017-11-03 10:00:00,2017-11-08 23:59:59,2017-11-08 00:00:00
            late,c2,delivered,2017-11-02 10:00:00,2017-11-10 10:00:00,2017-11-20 09:00:00,2017-11-08 00:00:00
            gone,c2,canceled,2017-11-10 10:00:00,,,2017-11-20 00:00:00
            open,c1,processing,2017-11-11 10:00:00,,,2017-11-25 00:00:00
            none,c1,unavailable,2017-11-11 11:00:00,,,2017-11-25 00:00:00
            """,
            "order_items",
            """
            order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value
            both,1,cadeira,ana,2017-11-03 12:00:00,100.00,10.00
            both,2,cadeira,ana,2017-11-04 12:00:00,100.00,10.00
            both,3,copo,bia,2017-11-02 12:00:00,5.50,1.00
            late,1,copo,ana,2017-11-06 10:00:00,6.00,1.00
            gone,1,copo,ana,2017-11-14 10:00:00,6.00,1.00
            open,1,copo,ana,2017-11-14 10:00:00,6.00,1.00
            """,
            "order_reviews",
            """
            review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp
            r1,both,1,,"Péssimo
            mesmo",2017-11-09 00:00:00,2017-11-09 12:00:00
            r2,both,5,,Resolvido,2017-11-12 00:00:00,2017-11-12 12:00:00
            r3,late,2,Atrasou,,2017-11-21 00:00:00,2017-11-21 12:00:00
            """));

    private void write() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(
                    directory.resolve(file.getKey() + ".csv"),
                    file.getValue()
                            .replaceAll(
                                    "(?m)\\b(ana|bia|cadeira|copo|both|late|gone|open|none|r1|r2|r3)\\b",
                                    "$1-" + mark));
        }
    }

    private ImportReport run(@Nullable String until) throws IOException {
        write();
        try (Rejects rejects = new Rejects(directory.resolve("rejects.txt"))) {
            return olist.run(
                    directory, new ImportOptions(until == null ? null : LocalDateTime.parse(until)), rejects, progress);
        }
    }

    /** Adds up what it hears. */
    private static final class HeardProgress implements Progress {
        private final Map<ImportStage, Long> totals = new EnumMap<>(ImportStage.class);
        private final Map<ImportStage, Long> done = new EnumMap<>(ImportStage.class);
        private ImportStage now = ImportStage.READING;

        @Override
        public void begin(ImportStage stage, long total) {
            now = stage;
            totals.put(stage, total);
            done.put(stage, 0L);
        }

        @Override
        public void advance(long units) {
            done.merge(now, units, Long::sum);
        }
    }

    /** The exit code, and all that is said. */
    private String typed(String... words) {
        StringWriter said = new StringWriter();
        int exit = new CommandLine(beans.createBean(ImportCommand.class))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(words);
        return exit + "\n" + said;
    }

    private void pack(String file, int bytesCutOff) throws IOException {
        Path plain = directory.resolve(file + ".csv");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(plain, out);
        }
        Files.delete(plain);
        Files.write(
                directory.resolve(file + ".csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - bytesCutOff));
    }

    private List<String> rejects() throws IOException {
        return Files.readAllLines(directory.resolve("rejects.txt")).stream()
                .skip(1)
                .toList();
    }

    private SellerId seller(String name) {
        return Objects.requireNonNull(sellers.importedFrom("olist").get(name + "-" + mark));
    }

    private Order order(String name, String seller) {
        return orders.findAnywhere(name + "-" + mark).stream()
                .filter(it -> it.seller().equals(seller(seller)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> healthAt(String seller, String day) {
        Marketplace brazil = marketplaces.get(Marketplaces.BR);
        Map<String, String> rates = new TreeMap<>();
        for (Rate rate : health.of(seller(seller), Marketplaces.BR, brazil.endOf(LocalDate.parse(day)))
                .rates()) {
            rates.put(rate.metric().code(), rate.numerator() + "/" + rate.denominator());
        }
        return rates;
    }

    @Test
    void an_order_of_two_sellers_becomes_two_and_equal_items_become_one_line() throws IOException {
        run(null);

        Order ana = order("both", "ana");
        assertThat(ana.lines()).hasSize(1).first().satisfies(line -> assertThat(line.quantity())
                .isEqualTo(2));
        assertThat(ana.total().toString()).isEqualTo("BRL 220.00");
        assertThat(ana.shipBy().atZone(marketplaces.get(Marketplaces.BR).zone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2017-11-04T12:00"));
        assertThat(ana.buyerName()).isEqualTo("Customer 861eff47");
        assertThat(ana.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order("both", "bia").total().toString()).isEqualTo("BRL 6.50");
        assertThat(order("gone", "ana").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders.findAnywhere("none-" + mark)).isEmpty();
    }

    @Test
    void health_as_of_a_day_knows_what_was_known_then() throws IOException {
        run(null);

        assertThat(healthAt("ana", "2017-11-11"))
                .containsEntry("order_defect", "1/4")
                .containsEntry("late_shipment_10d", "1/2")
                .containsEntry("cancel", "1/2")
                .containsEntry("on_time_delivery", "0/0");
        assertThat(healthAt("ana", "2017-11-15"))
                .containsEntry("order_defect", "0/4")
                .containsEntry("late_shipment_10d", "2/2")
                .containsEntry("on_time_delivery", "2/3");
        assertThat(healthAt("ana", "2017-11-21")).containsEntry("order_defect", "1/4");
    }

    @Test
    void run_again_it_changes_nothing() throws IOException {
        assertThat(run(null).changes()).isPositive();
        assertThat(run(null).changes()).isZero();
    }

    @Test
    void a_history_imported_in_two_steps_is_the_history_imported_in_one() throws IOException {
        run("2017-11-09T00:00:00");
        assertThat(order("late", "ana").status()).isEqualTo(OrderStatus.UNSHIPPED);
        assertThat(orders.findAnywhere("open-" + mark)).isEmpty();
        assertThat(healthAt("ana", "2017-11-08")).containsEntry("late_shipment_10d", "1/2");

        run(null);

        assertThat(healthAt("ana", "2017-11-08")).containsEntry("late_shipment_10d", "1/2");
        assertThat(healthAt("ana", "2017-11-15"))
                .containsEntry("order_defect", "0/4")
                .containsEntry("on_time_delivery", "2/3");
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it)).isEmpty());
    }

    @Test
    void a_row_that_cannot_be_used_is_named_and_the_rest_goes_on() throws IOException {
        files.merge("order_items", """
                open,2,copo,nobody,2017-11-14 10:00:00,6.00,1.00
                open,3,copo,ana,2017-02-30 10:00:00,6.00,1.00
                open,4,copo,ana,2017-11-14 10:00:00,99999999999.99,1.00
                """, String::concat);
        files.merge("products", "x".repeat(41) + ",\n", String::concat);
        files.merge("order_reviews", "r9,open,6,,,,2017-11-21 12:00:00\n", String::concat);

        run(null);

        assertThat(rejects())
                .containsExactly(
                        "products.csv,4,product_id is no SKU of 1 to 40 visible characters: " + "x".repeat(41),
                        "order_items.csv,8,Unknown seller nobody",
                        "order_items.csv,9,shipping_limit_date is no date and time like 2017-12-31 23:59:59: "
                                + "2017-02-30 10:00:00",
                        "order_items.csv,10,price is higher than any price: 99999999999.99",
                        "order_reviews.csv,6,\"review_score is 6, not 1 to 5\"");
        assertThat(order("open", "ana").units()).isEqualTo(1);
    }

    @Test
    void an_item_that_stands_in_the_file_twice_counts_once() throws IOException {
        files.merge("order_items", "open,1,copo,ana,2017-11-14 10:00:00,6.00,1.00\n", String::concat);

        run(null);

        assertThat(rejects())
                .containsExactly("order_items.csv,8,Item 1 of order open-" + mark + " stands in the file twice");
        assertThat(order("open", "ana").units()).isEqualTo(1);
        assertThat(order("both", "ana").units()).isEqualTo(2);
    }

    @Test
    void how_far_it_is_with_its_files_is_told_in_bytes_packed_or_not() throws IOException {
        write();
        pack("orders", 0);
        long bytes = 0;
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                bytes += Files.size(file);
            }
        }

        try (Rejects rejects = new Rejects(null)) {
            olist.run(directory, new ImportOptions(null), rejects, progress);
        }

        assertThat(progress.totals).containsEntry(ImportStage.READING, bytes).containsEntry(ImportStage.ORDERS, 4L);
        assertThat(progress.done).isEqualTo(progress.totals);
    }

    @Test
    void the_command_tells_what_came_in_and_writes_what_did_not_to_a_file() throws IOException {
        files.merge("order_reviews", "r9,open,6,,,,2017-11-21 12:00:00\n", String::concat);
        write();
        Path rejected = directory.resolve("left out.csv");
        String source = directory.toString();

        assertThat(typed("--format=olist", "--until=2017-11-11T00:00:00", source, "--rejects=" + rejected))
                .startsWith("0\n")
                .contains(" 4 new orders\n", " 2 orders left out as later\n")
                .contains("1 rows were left out or came in incomplete, see " + rejected);
        assertThat(Files.readAllLines(rejected))
                .containsExactly("file,line,reason", "order_reviews.csv,6,\"review_score is 6, not 1 to 5\"");
        assertThat(typed("--format=olist", source))
                .startsWith("0\n")
                .contains(" 1 new orders\n", "; name a file by --rejects to see them.")
                .doesNotContain("Nothing has changed");
        assertThat(typed("--format=olist", source)).contains("Nothing has changed");
        assertThat(typed("--format=olist", source, "--rejects=" + directory))
                .startsWith("1\nThe rejects cannot be written to " + directory);
        assertThat(typed("--format=ebay", source)).startsWith("1\nThere is no format ebay; there are catalog, olist");
    }

    @Test
    void a_file_that_was_cut_off_is_named_with_what_to_do_and_nothing_is_imported() throws IOException {
        write();
        pack("order_reviews", 20);

        assertThat(typed("--format=olist", directory.toString()))
                .isEqualTo("1\norder_reviews.csv.gz is not complete: its packed data ends after line 0."
                        + " Copy it here once more and run the import again.\n");
        assertThat(sellers.importedFrom("olist")).doesNotContainKey("ana-" + mark);
    }

    @Test
    void a_missing_file_or_column_is_an_error_before_anything_is_written() throws IOException {
        write();
        Files.delete(directory.resolve("customers.csv"));
        assertThatThrownBy(() -> OlistFiles.in(directory))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("customers");

        files.put("customers", "customer_id\nc1\n");
        assertThatThrownBy(() -> run(null))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("customers.csv lacks the column customer_unique_id");
        assertThat(sellers.importedFrom("olist")).doesNotContainKey("ana-" + mark);
    }
}
