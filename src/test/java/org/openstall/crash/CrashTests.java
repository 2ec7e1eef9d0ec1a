package org.openstall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.Openstall;
import org.openstall.database.EmbeddedPostgresql;
import org.openstall.database.PostgresqlSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Real processes on a database of their own, which outlives them. */
class CrashTests {
    private static final int ORDERS = 6_000;
    private static final int ROWS = 50_000;

    @TempDir
    private Path directory;

    private EmbeddedPostgresql server;
    private JdbcClient db;

    @BeforeEach
    void start() {
        server = EmbeddedPostgresql.open(
                data(), new PostgresqlSettings("target/postgresql", false, null, Map.of("fsync", "off")));
        db = JdbcClient.create(
                new SingleConnectionDataSource(server.url(), server.username(), server.password(), true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private Process launch(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        command.add("--openstall.data=" + data());
        command.add("--openstall.postgresql.programs=target/postgresql");
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
    }

    /** Runs a command of the program to its end and returns all it said. */
    private String run(String... args) throws IOException, InterruptedException {
        Process process = launch(Openstall.class, args);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(said + Files.readString(directory.resolve("errors.txt")))
                .isZero();
        return said;
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Test
    void an_import_killed_in_the_middle_and_run_again_is_complete_and_has_nothing_twice()
            throws IOException, InterruptedException {
        Path history = Files.createDirectory(directory.resolve("history"));
        writeHistory(history);
        run("audit");
        Process process = launch(Openstall.class, "import", "--format", "olist", history.toString());
        while (count("select count(*) from ordering.orders") == 0 && process.isAlive()) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
        assertThat(count("select count(*) from ordering.orders")).isBetween(1L, ORDERS - 1L);

        assertThat(run("import", "--format", "olist", history.toString())).contains("new orders");
        assertThat(run("import", "--format", "olist", history.toString())).contains("Nothing has changed");

        assertThat(count("select count(*) from ordering.orders")).isEqualTo(ORDERS);
        assertThat(count("select count(*) from fulfilment.package")).isEqualTo(ORDERS);
        assertThat(count("select count(*) from feedback.feedback")).isEqualTo(ORDERS);
        assertThat(count("select sum(orders) from health.tally")).isEqualTo(ORDERS);
        run("audit");
    }

    private static void writeHistory(Path history) throws IOException {
        Files.writeString(
                history.resolve("sellers.csv"),
                "seller_id,seller_zip_code_prefix,seller_city,seller_state\nana,1,campinas,SP\nbia,1,campinas,SP\n");
        Files.writeString(history.resolve("products.csv"), "product_id,product_category_name\ncopo,\n");
        Files.writeString(
                history.resolve("product_category_name_translation.csv"),
                "product_category_name,product_category_name_english\n");
        StringBuilder customers = new StringBuilder(
                "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n");
        StringBuilder orders = new StringBuilder("order_id,customer_id,order_status,order_purchase_timestamp,"
                + "order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n");
        StringBuilder items = new StringBuilder(
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n");
        StringBuilder reviews = new StringBuilder("review_id,order_id,review_score,review_comment_title,"
                + "review_comment_message,review_creation_date,review_answer_timestamp\n");
        for (int i = 0; i < ORDERS; i++) {
            int day = 1 + i % 28;
            customers.append("c%d,u%d,1,franca,SP\n".formatted(i, i));
            orders.append(
                    "o%d,c%d,delivered,2017-10-%02d 10:00:00,2017-11-01 10:00:00,2017-11-05 10:00:00,2017-11-08 00:00:00\n"
                            .formatted(i, i, day));
            items.append("o%d,1,copo,%s,2017-11-02 10:00:00,5.00,1.00\n".formatted(i, i % 3 == 0 ? "ana" : "bia"));
            reviews.append("r%d,o%d,%d,,,,2017-11-09 10:00:00\n".formatted(i, i, 1 + i % 5));
        }
        Files.writeString(history.resolve("customers.csv"), customers);
        Files.writeString(history.resolve("orders.csv"), orders);
        Files.writeString(history.resolve("order_items.csv"), items);
        Files.writeString(history.resolve("order_reviews.csv"), reviews);
    }

    @Test
    void checkouts_killed_in_the_middle_lose_nothing_that_was_acknowledged_and_double_nothing_sent_again()
            throws IOException, InterruptedException {
        run("audit");
        String seller = "A0123456789ABC";
        db.sql("""
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                        open, opened_at, reviewed_at)
                values (:seller, 'ATVPDKIKX0DER', 'LAMP', 'B012345678', 'NEW', 2000, 'USD', 100000, true,
                        timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-01-01 00:00:00Z')
                """).param("seller", seller).update();
        Map<String, String> begun = new LinkedHashMap<>();
        Map<String, String> acknowledged = new HashMap<>();
        Process process = launch(CheckoutLoop.class, seller, "LAMP", "loop");
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("begin")) {
                    begun.put(words[2], words[1]);
                } else {
                    assertThat(words[0]).as(line).isEqualTo("placed");
                    acknowledged.put(words[1], words[2]);
                }
                if (acknowledged.size() == 60) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60);
        run("audit");

        Process again = launch(CheckoutLoop.class, seller, "LAMP", "again");
        try (Writer lines = again.outputWriter()) {
            for (Map.Entry<String, String> checkout : begun.entrySet()) {
                lines.write(checkout.getValue() + " " + checkout.getKey() + "\n");
            }
        }
        Map<String, String> answered = new HashMap<>();
        again.inputReader().lines().map(it -> it.split(" ", -1)).forEach(it -> answered.put(it[1], it[2]));
        assertThat(again.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(answered).hasSameSizeAs(begun).containsAllEntriesOf(acknowledged);
        assertThat(count("select count(*) from ordering.orders")).isEqualTo(begun.size());
        assertThat(count("select quantity from listings.offer")).isEqualTo(100_000 - begun.size());
        run("audit");
    }

    @Test
    void an_inventory_file_killed_at_each_of_its_stages_is_published_once() throws IOException, InterruptedException {
        run("audit");
        String seller = "A0123456789ABC";
        db.sql("""
                insert into sellers.seller (seller_id, name, place, since)
                values (:seller, 'Nadia', 'Portland', timestamptz '2026-01-01 00:00:00Z');
                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values (:seller, 'ATVPDKIKX0DER', 'ACTIVE', timestamptz '2026-01-01 00:00:00Z');
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                        open, opened_at, reviewed_at)
                select :seller, 'ATVPDKIKX0DER', 'S-' || i, 'B012345678', 'NEW', 2000, 'USD', 1, true,
                       timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-01-01 00:00:00Z'
                  from generate_series(1, :rows) as i
                """).param("seller", seller).param("rows", ROWS).update();
        queueFile(seller);

        String running = "select count(*) from feeds.file where state = 'RUNNING'";
        String staged = "select count(*) from listings.staged_offer";
        String done = "select count(*) from feeds.file where state = 'DONE'";
        killWhen(running);
        assertThat(count("select count(*) from listings.offer where quantity = 7"))
                .isZero();
        killWhen(staged);
        long live = count("select count(*) from listings.offer where quantity = 7");
        assertThat(live).isIn(0L, (long) ROWS);
        killWhen(done);

        assertThat(count("select count(*) from listings.offer where quantity = 7"))
                .isEqualTo(ROWS);
        assertThat(count("select coalesce(sum(cardinality(skus)), 0) from listings.offer_change"))
                .isEqualTo(ROWS);
        assertThat(count("select records from feeds.file")).isEqualTo(ROWS);
    }

    private void queueFile(String seller) throws IOException {
        UUID document = UUID.randomUUID();
        Path file = directory.resolve("data/documents").resolve(seller).resolve(document.toString());
        Files.createDirectories(file.getParent());
        StringBuilder rows = new StringBuilder("sku\tquantity\n");
        for (int i = 1; i <= ROWS; i++) {
            rows.append("S-").append(i).append("\t7\n");
        }
        Files.writeString(file, rows);
        db.sql("""
                insert into documents.document (seller_id, document_id, name, bytes, sha256, stored_at)
                values (:seller, :document, 'file.txt', :bytes, '', timestamptz '2026-01-01 00:00:00Z');
                insert into feeds.file
                       (seller_id, file_id, submission_id, marketplace_id, kind, purge, document_id, name, bytes,
                        sha256, submitted_at, submitted_by, numbers, state)
                values (:seller, :document, :document, 'ATVPDKIKX0DER', 'PRICE_AND_QUANTITY', false, :document,
                        'file.txt', :bytes, '', timestamptz '2026-01-01 00:00:00Z', 'Nadia', 'ASK', 'QUEUED')
                """)
                .param("seller", seller)
                .param("document", document)
                .param("bytes", rows.length())
                .update();
    }

    /** Starts the program, and kills it as soon as there is something. */
    private void killWhen(String something) throws IOException, InterruptedException {
        Process process = launch(
                Openstall.class,
                "serve",
                "--server.port=0",
                "--openstall.demo=false",
                "--spring.datasource.url=" + server.url(),
                "--spring.datasource.username=" + server.username(),
                "--spring.datasource.password=" + server.password(),
                "--db-scheduler.heartbeat-interval=1s");
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || count(something) > 0);
        assertThat(process.isAlive())
                .as(Files.readString(directory.resolve("errors.txt")))
                .isTrue();
        process.destroyForcibly().waitFor();
    }
}
