package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.Audit;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.InventoryQuery.Filter;
import org.openstall.listings.InventoryQuery.Sort;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that change a large inventory: its lists follow at once, or in a moment if many offers changed. */
@OpenstallTest
class RankedFilesTests extends KettleAndLampSeller {
    @Autowired
    private Inventory inventory;

    @Autowired
    private Offers offers;

    @Autowired
    private ListingReports reports;

    @Autowired
    private List<Audit> audits;

    @BeforeEach
    void her_inventory_counts_as_large() {
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
    }

    @Test
    void the_lists_follow_a_short_file_at_once() {
        files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta",
                "KETTLE\t\t\t15\t\t\t",
                "LAMP/1 é\t\t\t\t\t\tx");

        assertThat(isBehind()).isFalse();
        assertThat(byPrice(Filter.ALL)).containsExactly("KETTLE", "USED-1");
        assertThat(rankedOtherwise()).isEmpty();
    }

    @Test
    void the_lists_follow_a_file_that_closes_others_in_a_moment_and_an_edit_meanwhile_at_once() {
        files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta");

        purge(2, "sku\tprice\tquantity", "USED-1\t10\t0");
        assertThat(isBehind()).isTrue();
        assertThat(byPrice(Filter.INACTIVE)).isEmpty();
        offers.edit(lamp.key(), OfferEdit.open(true), "Nadia");
        assertThat(byPrice(Filter.ALL)).containsExactly("LAMP/1 é", "USED-1", "KETTLE");

        inventory.catchUp(nadia, Marketplaces.US);

        assertThat(isBehind()).isFalse();
        assertThat(byPrice(Filter.ALL)).containsExactly("USED-1", "LAMP/1 é", "KETTLE");
        assertThat(byPrice(Filter.INACTIVE)).containsExactly("KETTLE");
        assertThat(byPrice(Filter.OUT_OF_STOCK)).containsExactly("USED-1");
        assertThat(rankedOtherwise()).isEmpty();
    }

    @Test
    void the_lists_follow_a_file_of_thousands_which_the_audit_and_reports_wait_for() throws IOException {
        int many = 5_001;
        addKettles(many);
        String[] rows = new String[many + 1];
        rows[0] = "sku\tprice\tquantity";
        for (int i = 1; i <= many; i++) {
            rows[i] = "KETTLE-%d\t%d\t0".formatted(i, 20_000 - i);
        }

        files.prices(rows);
        assertThat(isBehind()).isTrue();
        assertThat(byPrice(Filter.ALL)).containsExactly("LAMP/1 é", "KETTLE", "KETTLE-1");

        assertThat(rankedOtherwise()).isEmpty();
        assertThat(isBehind()).isFalse();
        assertThat(byPrice(Filter.OUT_OF_STOCK)).containsExactly("KETTLE-5001", "KETTLE-5000", "KETTLE-4999");

        purge(5_002, "sku\tprice\tquantity", "KETTLE-7\t10\t1");
        StringBuilder report = new StringBuilder();
        reports.write(ListingReport.ACTIVE, nadia, market.us(), report);
        assertThat(report.toString().lines().skip(1)).singleElement().asString().contains("KETTLE-7\t");
    }

    @Test
    void the_lists_come_back_for_an_offer_that_somebody_is_changing_and_wait_for_nobody() {
        purge(1, "sku\tprice\tquantity", "KETTLE\t10\t1");

        DataSource dataSource = TestPostgresql.dataSource();
        TestPostgresql.transactions(dataSource).executeWithoutResult(locked -> {
            JdbcClient.create(dataSource)
                    .sql("select sku from listings.offer where seller_id = :seller and sku = 'KETTLE' for update")
                    .param("seller", nadia.value())
                    .query(String.class)
                    .single();
            catchUpElsewhere();
        });
        assertThat(isBehind()).isTrue();
        assertThat(byPrice(Filter.INACTIVE)).containsExactly("LAMP/1 é");
        assertThat(byPrice(Filter.ALL)).containsExactly("LAMP/1 é", "KETTLE");

        catchUpElsewhere();
        assertThat(isBehind()).isFalse();
        assertThat(byPrice(Filter.ALL)).containsExactly("KETTLE", "LAMP/1 é");
    }

    /** As on another node: what this thread has begun is not seen. */
    private void catchUpElsewhere() {
        CompletableFuture.runAsync(this::rankedOtherwise)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private void purge(int closures, String... rows) {
        Feed purge = files.run(files.purging(rows));
        feeds.agree(purge, closures);
        assertThat(files.run(purge).state()).isEqualTo(FeedState.DONE);
    }

    private boolean isBehind() {
        return inventory.isBehind(nadia, Marketplaces.US);
    }

    private List<String> byPrice(Filter filter) {
        return inventory
                .page(nadia, Marketplaces.US, new InventoryQuery(filter, Sort.PRICE, null, Set.of(), null, 3))
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
}
