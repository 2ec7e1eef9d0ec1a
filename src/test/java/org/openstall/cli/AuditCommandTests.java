package org.openstall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.Openstall;
import org.openstall.TestPostgresql;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.kernel.Audit;
import org.openstall.listings.Offer;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beside a program that goes on, in a database of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandTests {
    private static final int BUYERS = 4;
    private static final int ORDERS = 200;

    private String[] database;
    private ConfigurableApplicationContext program;
    private MarketFixture market;
    private JdbcClient db;

    @BeforeAll
    void start(@TempDir Path data) {
        database = Stream.concat(
                        Stream.of(TestPostgresql.propertiesOfNewDatabase("audited")),
                        Stream.of("openstall.timers.enabled=false", "openstall.data=" + data))
                .toArray(String[]::new);
        program = new SpringApplicationBuilder(Openstall.class, MarketFixture.class)
                .properties(database)
                .properties("server.port=0", "management.health.db-scheduler.enabled=false")
                .run();
        market = program.getBean(MarketFixture.class);
        db = program.getBean(JdbcClient.class);
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void what_happens_meanwhile_is_no_difference() throws Exception {
        List<Audit> audits =
                program.getBeanProvider(Audit.class).orderedStream().toList();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger bought = new AtomicInteger();
        List<String> differences = new ArrayList<>();
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                Offer lamp = market.offer(market.seller("Nadia"), "LAMP", "A lamp", "20.00", 100_000);
                all.add(buyers.submit(() -> {
                    while (!over.get()) {
                        buy(lamp, bought.incrementAndGet());
                    }
                }));
            }
            while (bought.get() < ORDERS && all.stream().noneMatch(Future::isDone)) {
                audits.forEach(it -> differences.addAll(Differences.of(it)));
            }
            over.set(true);
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(differences).isEmpty();
    }

    /** Every third order is cancelled; all others arrive, and are not as described. */
    private void buy(Offer lamp, int number) {
        MarketFixture.Buyer omar = market.buyer("Omar");
        Order order = market.order(omar, lamp);
        if (number % 3 == 0) {
            program.getBean(Orders.class).cancel(order.seller(), order.id(), CancelReason.OUT_OF_STOCK);
        } else {
            market.ship(order);
            market.deliver(order);
            FeedbackDesk feedback = program.getBean(FeedbackDesk.class);
            feedback.leave(omar.id(), order.id(), 1, new Feedback.Answers(true, false, true), "Not blue.");
            if (number % 3 == 1) {
                feedback.remove(omar.id(), order.id());
            }
        }
    }

    @Test
    void the_exit_code_says_whether_a_number_differs() {
        Offer kettle = market.offer(market.seller("Mina"), "KETTLE", "A kettle", "30.00", 10);
        Order order = market.order(market.buyer("Omar"), kettle);

        assertThat(audit()).startsWith("exit 0\n").contains("Ledger and payments: ", "checked, no difference");

        spoil(order, 1);
        assertThat(audit())
                .startsWith("exit 1\n")
                .contains("  Payment of order " + order.id())
                .contains("checked, 1 difference\n");

        spoil(order, -1);
        assertThat(audit()).startsWith("exit 0\n");
    }

    private void spoil(Order order, int cents) {
        db.sql("update payments.payment set amount_minor = amount_minor + :cents where order_id = :order")
                .param("cents", cents)
                .param("order", order.id().value())
                .update();
    }

    private String audit() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> typed = new ArrayList<>(List.of("audit"));
        Stream.of(database).map("--"::concat).forEach(typed::add);
        int exit = new Cli(Openstall.class, new PrintStream(out, true), new PrintStream(out, true)).run(typed);
        return "exit " + exit + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
