package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.Openstall;
import org.openstall.database.EmbeddedPostgresql;
import org.openstall.database.Migrations;
import org.openstall.database.PostgresqlSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real processes, a real database and a mail server that takes a mail and says nothing. */
class MailCrashTests {
    @TempDir
    private Path directory;

    @Test
    void a_program_killed_before_it_hears_that_a_mail_was_taken_sends_the_same_mail_again() throws Exception {
        PostgresqlSettings settings = new PostgresqlSettings("target/postgresql", false, null, Map.of("fsync", "off"));
        try (EmbeddedPostgresql server =
                EmbeddedPostgresql.open(directory.resolve("data").toString(), settings)) {
            DriverManagerDataSource source =
                    new DriverManagerDataSource(server.url(), server.username(), server.password());
            Migrations.run(source);
            JdbcClient db = JdbcClient.create(source);
            sellAndWrite(db);
            List<String> first;
            try (ScriptedSmtp silent = new ScriptedSmtp(Map.of(".", ScriptedSmtp.SILENCE))) {
                runUntil(server, silent.port(), () -> !silent.heads().isEmpty());
                first = silent.messageIds();
            }
            assertThat(state(db)).isEqualTo("WAITING 1");

            // As if so long had passed that nobody can be at it any more.
            db.sql("update notifications.mail set due_at = timestamptz '2026-01-01 00:00:00Z'")
                    .update();
            try (ScriptedSmtp willing = new ScriptedSmtp(Map.of())) {
                runUntil(server, willing.port(), () -> state(db).startsWith("SENT"));
                assertThat(willing.messageIds()).hasSize(1).isEqualTo(first);
            }
            assertThat(state(db)).isEqualTo("SENT 2");
        }
    }

    private static String state(JdbcClient db) {
        return db.sql("select state || ' ' || attempts from notifications.mail")
                .query(String.class)
                .single();
    }

    private static void sellAndWrite(JdbcClient db) {
        db.sql("""
                insert into sellers.seller (seller_id, name, place, since)
                values ('A0123456789ABC', 'Nadia', 'Portland', timestamptz '2026-01-01 00:00:00Z');
                insert into ordering.orders
                       (seller_id, order_id, marketplace_id, buyer_id, buyer_name, status, ordered_at, ship_by,
                        promised_by, ship_to, currency, items_minor, shipping_minor)
                values ('A0123456789ABC', '111-1111111-1111111', 'ATVPDKIKX0DER',
                        '01890000-0000-7000-8000-000000000001', 'Omar', 'UNSHIPPED',
                        timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-01-03 00:00:00Z',
                        timestamptz '2026-01-09 00:00:00Z',
                        '{"name":"Omar","line1":"12 Alder St","line2":"","city":"Portland","region":"OR",
                          "postalCode":"97205","country":"US","phone":""}', 'USD', 4990, 499);
                insert into ordering.order_line
                       (seller_id, order_id, line, sku, product_id, title, quantity, price_minor)
                values ('A0123456789ABC', '111-1111111-1111111', 1, 'KETTLE', 'B012345678', 'Kettle', 1, 4990);
                insert into notifications.mail
                       (seller_id, mail_id, mailbox, kind, marketplace_id, order_id, package, address, language,
                        created_at, state, due_at)
                values ('A0123456789ABC', '01890000-0000-7000-8000-000000000002', 'A0123456789ABC', 'SALE',
                        'ATVPDKIKX0DER', '111-1111111-1111111', 0, 'nadia@people.example', 'en',
                        timestamptz '2026-01-01 00:00:00Z', 'WAITING', timestamptz '2026-01-01 00:00:00Z')
                """).update();
    }

    /** Runs the server against a mail server, and kills it as soon as something is so. */
    private void runUntil(EmbeddedPostgresql database, int mailPort, BooleanSupplier something)
            throws IOException, InterruptedException {
        Path errors = directory.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Openstall.class.getName(),
                        "serve",
                        "--server.port=0",
                        "--openstall.demo=false",
                        "--openstall.data=" + directory.resolve("other"),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mailPort,
                        "--db-scheduler.heartbeat-interval=1s")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || something.getAsBoolean());
        assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
        process.destroyForcibly().waitFor();
    }
}
