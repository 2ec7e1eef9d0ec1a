package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openstall.feeds.SellerFiles.failure;
import static org.openstall.feeds.SellerFiles.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.Offers;
import org.springframework.beans.factory.annotation.Autowired;

/** From a file's arrival until its turn has come. */
@OpenstallTest
class FeedQueueTests {
    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private Offers offers;

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
    void the_same_submission_is_one_file_and_the_same_file_sent_anew_is_told() throws IOException {
        NewFeed submission = files.submission(FeedKind.PRICE_AND_QUANTITY);
        byte[] content = text("sku\tquantity", "KETTLE\t5");

        UUID first = feeds.submit(submission, "a.txt", new ByteArrayInputStream(content));
        assertThat(feeds.submit(submission, "a.txt", new ByteArrayInputStream(content)))
                .isEqualTo(first);
        files.runAll();
        Feed again = files.prices(content);

        assertThat(again.id()).isNotEqualTo(first);
        assertThat(feeds.twin(again))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(first));
        assertThat(offers.history(kettle.key())).hasSize(1);
    }

    @Test
    void files_of_one_kind_go_in_order_and_one_can_be_taken_back_while_it_waits() {
        Feed first = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1");
        Feed second = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t2");
        Feed third = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t3");

        assertThat(feeds.place(third).ahead()).isEqualTo(2);
        feeds.cancel(third);
        files.runAll();

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(2);
        assertThat(feeds.get(nadia, first.id()).finishedAt())
                .isBeforeOrEqualTo(feeds.get(nadia, second.id()).finishedAt());
        assertThat(feeds.get(nadia, third.id()).state()).isEqualTo(FeedState.CANCELLED);
        assertThatThrownBy(() -> feeds.cancel(second)).isInstanceOf(LostRace.class);
    }

    @Test
    void a_file_with_a_question_holds_up_those_behind_it() {
        Feed asked = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tprice", "KETTLE\t1,234");
        Feed next = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tprice", "KETTLE\t5");

        assertThat(files.run(next).state()).isEqualTo(FeedState.QUEUED);
        assertThat(feeds.place(next)).isEqualTo(new QueuePlace(1, null, asked.id()));
        feeds.answer(feeds.get(nadia, asked.id()), NumberFormat.POINT);
        assertThat(feeds.place(next).asked()).isNull();
        assertThat(files.run(next).state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(500);
        assertThat(offers.history(kettle.key())).extracting(OfferChange::to).containsExactly("USD 5.00", "USD 1234.00");
    }

    @Test
    void a_sellers_second_file_waits_for_the_first_of_another_who_came_later() {
        files.runAll();
        SellerId noel = market.seller("Noel's");
        SellerFiles his = new SellerFiles(feeds, runner, noel);
        List<Feed> sent = List.of(
                files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1"),
                files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t2"),
                files.sent(FeedKind.INVENTORY_LOADER, "sku\tquantity", "KETTLE\t3"),
                his.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "POT\t1"),
                his.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "POT\t2"));

        assertThat(taken(sent, 1)).isEqualTo(0);
        assertThat(taken(sent, 1)).isEqualTo(3);
        assertThat(taken(sent, 1)).isEqualTo(1);
        assertThat(taken(sent, 1)).isEqualTo(4);
        assertThat(taken(sent, 1)).isEqualTo(2);
        assertThat(runner.next(1, () -> false)).isFalse();
    }

    @Test
    void while_a_sellers_file_runs_the_other_worker_takes_those_of_others_first_and_none_of_its_kind() {
        files.runAll();
        SellerId noel = market.seller("Noel's");
        SellerFiles his = new SellerFiles(feeds, runner, noel);
        List<Feed> sent = List.of(
                files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1"),
                files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t2"),
                files.sent(FeedKind.INVENTORY_LOADER, "sku\tquantity", "KETTLE\t3"),
                his.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "POT\t1"),
                his.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "POT\t2"));
        List<Integer> takenMeanwhile = new ArrayList<>();

        runner.next(1, () -> {
            for (int i = 0; i < 4; i++) {
                takenMeanwhile.add(taken(sent, 2));
            }
            takenMeanwhile.add(states(sent).indexOf(FeedState.RUNNING));
            return false;
        });

        assertThat(takenMeanwhile).containsExactly(3, 4, 2, -1, 0);
        assertThat(states(sent).getFirst()).isEqualTo(FeedState.DONE);
        assertThat(taken(sent, 2)).isEqualTo(1);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(2);
    }

    @Test
    void a_seller_with_files_of_many_kinds_leaves_a_worker_to_the_others() {
        files.runAll();
        SellerId noel = market.seller("Noel's");
        SellerFiles his = new SellerFiles(feeds, runner, noel);
        List<Feed> sent = List.of(
                files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1"),
                files.sent(FeedKind.INVENTORY_LOADER, "sku\tquantity", "KETTLE\t3"),
                files.sent(FeedKind.PAGE_TEMPLATE, "sku\tquantity", "KETTLE\t5"),
                his.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "POT\t1"));
        List<Integer> takenMeanwhile = new ArrayList<>();
        List<FeedState> meanwhile = new ArrayList<>();

        runner.next(1, () -> {
            if (takenMeanwhile.isEmpty()) {
                takenMeanwhile.add(taken(sent, 2));
                runner.next(2, () -> {
                    if (takenMeanwhile.size() == 1) {
                        meanwhile.addAll(states(sent));
                        takenMeanwhile.add(taken(sent, FeedWorkers.LAST));
                    }
                    return false;
                });
            }
            return false;
        });

        assertThat(takenMeanwhile).containsExactly(3, -1);
        assertThat(meanwhile).containsExactly(FeedState.RUNNING, FeedState.RUNNING, FeedState.QUEUED, FeedState.DONE);
        assertThat(taken(sent, FeedWorkers.LAST)).isEqualTo(2);
    }

    /** Which of the files a worker runs to its end next, or -1 if none. */
    private int taken(List<Feed> sent, int worker) {
        List<FeedState> before = states(sent);
        runner.next(worker, () -> false);
        List<FeedState> after = states(sent);
        return IntStream.range(0, sent.size())
                .filter(it -> before.get(it) != FeedState.DONE && after.get(it) == FeedState.DONE)
                .findFirst()
                .orElse(-1);
    }

    private List<FeedState> states(List<Feed> sent) {
        return sent.stream().map(it -> feeds.get(it.seller(), it.id()).state()).toList();
    }

    @Test
    void what_a_worker_has_left_unfinished_is_begun_again() {
        Feed feed = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t1");
        runner.next(SellerFiles.WORKER, () -> true);
        TestPostgresql.jdbcClient()
                .sql("update feeds.file set state = 'RUNNING', worker = 77 where file_id = :id")
                .param("id", feed.id())
                .update();

        runner.begin(77);

        assertThat(files.run(feed).state()).isEqualTo(FeedState.DONE);
    }

    @Test
    void a_file_of_a_seller_deactivated_while_it_waited_changes_nothing() {
        Feed feed = files.sent(FeedKind.PRICE_AND_QUANTITY, "sku\tquantity", "KETTLE\t5");
        TestPostgresql.jdbcClient()
                .sql("update sellers.presence set standing = 'DEACTIVATED' where seller_id = :seller")
                .param("seller", nadia.value())
                .update();

        assertThat(failure(files.run(feed))).isEqualTo(Failure.SELLER_BLOCKED);
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @Test
    void another_sellers_file_is_not_there() {
        Feed feed = files.prices("sku\tquantity", "KETTLE\t1");
        SellerId noel = market.seller("Noel's");

        assertThatThrownBy(() -> feeds.get(noel, feed.id())).isInstanceOf(NotYours.class);
    }
}
