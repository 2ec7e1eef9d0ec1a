package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;
import org.openstall.listings.Suppression;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator stops a seller at the very moment at which a file of his is published. */
@OpenstallTest
class StoppingWhilePublishingTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private Publications publications;

    @Autowired
    private Offers offers;

    @Autowired
    private Sellers sellers;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private final ExecutorService meanwhile = Executors.newSingleThreadExecutor();
    private SellerId nadia;
    private Offer kettle;

    @BeforeEach
    void nadia_sells_a_kettle() {
        nadia = market.seller("Nadia's Home");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 40);
    }

    @AfterEach
    void end() {
        meanwhile.shutdown();
    }

    private void stop() {
        sellers.changeStanding(nadia, Marketplaces.US, Standing.ACTIVE, Standing.DEACTIVATED, "Fraud", "Iris");
    }

    @Test
    void who_is_stopped_while_his_file_is_published_has_nothing_on_sale_afterwards()
            throws ExecutionException, InterruptedException {
        Publication publication = new Publication(UUID.randomUUID(), nadia, Marketplaces.US, "Nadia", false);
        Staged staged = publications.stage(
                publication,
                List.of(new StagedRow(
                        1,
                        new Sku("NEW-ONE"),
                        StagedRow.Action.PUT,
                        kettle.product(),
                        Condition.NEW,
                        null,
                        4_100L,
                        null,
                        null,
                        5,
                        null,
                        null,
                        null,
                        null,
                        null)));

        Future<?> stopping = transaction.execute(status -> {
            publications.publish(publication, staged, refused -> {
                throw new AssertionError(refused);
            });
            Future<?> other = meanwhile.submit(this::stop);
            TestPostgresql.letItCome(other, db);
            return other;
        });
        stopping.get();

        assertThat(List.of("KETTLE", "NEW-ONE"))
                .allSatisfy(
                        it -> assertThat(market.find(nadia, it).suppressions()).containsExactly(Suppression.STANDING));
        assertThat(offers.count(Marketplaces.US, kettle.product())).isZero();
    }

    @Test
    void a_file_that_comes_to_publishing_while_its_seller_is_stopped_lists_nothing_and_says_why()
            throws ExecutionException, InterruptedException {
        UUID file = new SellerFiles(feeds, runner, nadia)
                .sent(
                        FeedKind.INVENTORY_LOADER,
                        "sku\tproduct-id\tproduct-id-type\tprice\titem-condition\tquantity\tadd-delete",
                        "NEW-ONE\t" + kettle.product() + "\t1\t41.00\t11\t5\ta")
                .id();

        Future<?> running = transaction.execute(status -> {
            stop();
            Future<?> other = meanwhile.submit(() -> runner.next(SellerFiles.WORKER, () -> false));
            TestPostgresql.letItCome(other, db);
            return other;
        });
        running.get();

        assertThat(feeds.get(nadia, file).state()).isEqualTo(FeedState.QUEUED);
        while (runner.next(SellerFiles.WORKER, () -> false)) {
            assertThat(feeds.get(nadia, file).attempt()).isLessThan(5);
        }
        assertThat(feeds.get(nadia, file).failure()).isEqualTo(Failure.SELLER_BLOCKED);
        assertThat(offers.find(new OfferKey(nadia, Marketplaces.US, new Sku("NEW-ONE"))))
                .isEmpty();
        assertThat(offers.count(Marketplaces.US, kettle.product())).isZero();
    }
}
