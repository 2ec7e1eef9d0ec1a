package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

/** Of a seller who came with an import, one order of the first of June, and a bad word about it in that day's last second. */
@OpenstallTest
class HealthCommandTests {
    @TempDir
    private Path directory;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Sellers sellers;

    @Autowired
    private MarketFixture market;

    @Autowired
    private MovableClock clock;

    private final String id = "imported-" + UUID.randomUUID();
    private SellerId newcomer;

    @BeforeEach
    void order() {
        clock.stopAt(MarketFixture.MONDAY);
        SellerId seller = sellers.open(new NewSeller("Ana", "Campinas", Marketplaces.US, clock.instant(), "olist", id));
        MarketFixture.Buyer omar = market.buyer("Omar");
        Order order = market.order(omar, market.offer(seller, "LAMP", "A lamp", "20.00", 10));
        newcomer = market.seller("Mina");
        market.order(omar, market.offer(newcomer, "LAMP", "A lamp", "20.00", 10));
        clock.advance(Duration.ofHours(15).minusSeconds(1));
        market.leaveFeedback(omar, order.id(), 1, "Broken.");
    }

    private Path out() {
        return directory.resolve("health.csv");
    }

    /** The exit code, and all that is said. */
    private String typed(String... words) {
        StringWriter said = new StringWriter();
        int exit = new CommandLine(beans.createBean(HealthCommand.class))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    said.append(failure.getMessage());
                    return 1;
                })
                .execute(words);
        return exit + " " + said;
    }

    private List<String> ratesOf(String seller, String asOf) throws IOException {
        assertThat(typed("--marketplace=US", "--as-of=" + asOf, "--out=" + out()))
                .startsWith("0 ");
        List<String> lines = Files.readAllLines(out());
        assertThat(lines.getFirst()).isEqualTo("seller,metric,numerator,denominator");
        return lines.stream()
                .filter(it -> it.startsWith(seller + ","))
                .map(it -> it.substring(seller.length() + 1))
                .toList();
    }

    @Test
    void each_rate_that_has_data_is_a_line_under_the_id_that_the_seller_came_with() throws IOException {
        assertThat(ratesOf(id, "2026-06-01"))
                .contains("order_defect,1,1", "negative_feedback,1,1", "cancel,0,1")
                .noneMatch(it -> it.endsWith(",0"));
        assertThat(ratesOf(newcomer.value(), "2026-06-01")).contains("order_defect,0,1");
    }

    @Test
    void a_day_counts_to_its_end_where_the_marketplace_is_and_a_time_to_itself() throws IOException {
        assertThat(ratesOf(id, "2026-05-31")).isEmpty();
        assertThat(ratesOf(id, "2026-06-01T08:59:59")).isEmpty();
        assertThat(ratesOf(id, "2026-06-01T23:59:58")).contains("order_defect,0,1");
        assertThat(ratesOf(id, "2026-06-01")).contains("order_defect,1,1");
    }

    @Test
    void what_it_has_written_is_told() {
        assertThat(typed("--marketplace=US", "--as-of=2026-06-01", "--out=" + out()))
                .matches("0 [\\d,]+ rates of [\\d,]+ sellers as of 2026-06-0\\S+ written to " + out() + "\\R");
    }

    @Test
    void what_cannot_be_is_refused_with_what_can() {
        assertThat(typed("--marketplace=XX", "--out=" + out()))
                .startsWith("1 There is no marketplace XX; there are ")
                .contains("BR");
        assertThat(typed("--marketplace=US", "--as-of=2026-02-30", "--out=" + out()))
                .isEqualTo("1 --as-of takes a day like 2017-12-31 or a local time like 2017-12-31T18:00:00,"
                        + " not 2026-02-30");
        assertThat(typed("--marketplace=US", "--out=" + directory))
                .startsWith("1 " + directory + " cannot be written: ");
        assertThat(typed("--marketplace=US")).startsWith("2 ");
        assertThat(out()).doesNotExist();
    }
}
