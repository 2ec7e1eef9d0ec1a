package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.Audit;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Publications;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** What else changes when a file goes live. */
@OpenstallTest
class PublishedFilesTests extends KettleAndLampSeller {
    @Autowired
    private Inventory inventory;

    @Autowired
    private Publications publications;

    @Autowired
    private List<Audit> audits;

    @Test
    void those_who_follow_the_offers_are_told_what_has_visibly_changed() {
        files.prices("sku\tprice\tquantity", "KETTLE\t\t39", "LAMP/1 é\t19\t");

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

        files.loaded(
                "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                "USED-1\t" + kettle.product() + "\t1\t30\t3\t1\ta",
                "KETTLE\t\t\t15\t\t\t",
                "LAMP/1 é\t\t\t\t\t\tx");

        assertThat(byPrice(InventoryQuery.Filter.ALL)).containsExactly("KETTLE", "USED-1");
        assertThat(rankedOtherwise()).isEmpty();

        Feed purge = files.run(files.purging("sku\tprice\tquantity", "USED-1\t10\t0"));
        feeds.agree(purge, 1);
        purge = files.run(purge);

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
}
