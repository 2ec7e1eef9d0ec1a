package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long it is said to take until a file is live. */
@OpenstallTest
class FileEstimatesTests {
    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private MarketFixture market;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private SellerId nadia;
    private SellerFiles files;
    private Feed running;
    private Feed queued;

    @BeforeEach
    void nadia_has_a_file_in_front_of_another_and_two_that_do_not_count() {
        nadia = market.seller("Nadia's Home");
        files = new SellerFiles(feeds, runner, nadia);
        running = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1");
        files.sent(FeedKind.INVENTORY_LOADER, "sku\tquantity", "KETTLE\t2");
        queued = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t3");
        files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t4");
    }

    @AfterEach
    void the_queue_is_empty() {
        files.runAll();
    }

    @Test
    void nothing_is_estimated_before_a_file_is_done() {
        assertThat(placed()).isEqualTo(new QueuePlace(1, null, null));
        assertThat(placed(new Over(3, FeedState.FAILED, 1_000, 1))).isEqualTo(new QueuePlace(1, null, null));
    }

    @Test
    void the_bytes_left_go_on_as_those_of_the_latest_twenty_files_did_to_the_next_full_second() {
        Over tooLongAgo = new Over(1, FeedState.DONE, 10_000_000, 1);
        Over quick = new Over(10, FeedState.DONE, 3_000, 1);
        Over slow = new Over(10, FeedState.DONE, 1_000, 3);
        Over failed = new Over(5, FeedState.FAILED, 10_000_000, 1);

        assertThat(placed(tooLongAgo, quick, slow, failed)).isEqualTo(after(Duration.ofSeconds(9)));
    }

    @Test
    void one_file_gives_a_pace_too_and_a_full_second_is_not_rounded() {
        assertThat(placed(new Over(1, FeedState.DONE, 8_501, 2))).isEqualTo(after(Duration.ofSeconds(2)));
    }

    @Test
    void files_that_took_no_time_count_as_a_tenth_of_a_second() {
        assertThat(placed(new Over(20, FeedState.DONE, 10, 0))).isEqualTo(after(Duration.ofSeconds(5)));
    }

    @Test
    void no_file_is_said_to_go_on_by_less_than_a_byte_a_second() {
        assertThat(placed(new Over(20, FeedState.DONE, 1, 10))).isEqualTo(after(Duration.ofSeconds(8_501)));
    }

    private static QueuePlace after(Duration left) {
        return new QueuePlace(1, left, null);
    }

    /** Files that came to an end, one after the other. */
    private record Over(int many, FeedState state, int bytes, int seconds) {}

    /**
     * Where the queued file of 2,501 bytes stands behind a running one of 10,000, of which 4,000 are read, if all
     * files ever over are these. Those of all sellers give the pace: so this is so only until it is told.
     */
    private QueuePlace placed(Over... all) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            db.sql("update feeds.file set state = 'CANCELLED' where state = 'DONE'")
                    .update();
            for (int i = 0; i < all.length; i++) {
                add(all[i], i);
            }
            db.sql("update feeds.file set bytes = 1000000 where seller_id = :seller and state = 'QUEUED'")
                    .param("seller", nadia.value())
                    .update();
            db.sql("update feeds.file set state = 'RUNNING', bytes = 10000, read_bytes = 4000 where file_id = :id")
                    .param("id", running.id())
                    .update();
            db.sql("update feeds.file set bytes = 2501 where file_id = :id")
                    .param("id", queued.id())
                    .update();
            return feeds.place(queued);
        }));
    }

    private void add(Over over, int hour) {
        db.sql("""
                insert into feeds.file
                       (seller_id, file_id, submission_id, marketplace_id, kind, purge, document_id, name, bytes,
                        sha256, submitted_at, submitted_by, numbers, state, started_at, finished_at)
                select :seller, gen_random_uuid(), gen_random_uuid(), :marketplace, 'PRICE_AND_QUANTITY', false,
                       gen_random_uuid(), 'inventory.txt', :bytes, '', began, 'Nadia', 'ASK', :state, began,
                       began + make_interval(secs => :seconds)
                  from generate_series(1, :many) as number
                 cross join lateral (select :monday::timestamptz + make_interval(hours => :hour, mins => number))
                                 as started (began)
                """)
                .param("seller", nadia.value())
                .param("marketplace", Marketplaces.US.value())
                .param("bytes", over.bytes())
                .param("state", over.state().name())
                .param("seconds", over.seconds())
                .param("many", over.many())
                .param("monday", Utc.of(MarketFixture.MONDAY))
                .param("hour", hour)
                .update();
    }
}
