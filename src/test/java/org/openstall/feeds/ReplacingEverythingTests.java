package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferStatus;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that replace a seller's whole inventory: what they close, and what they do not. */
@OpenstallTest
class ReplacingEverythingTests extends KettleAndLampSeller {
    @Autowired
    private Offers offers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    private final ExecutorService meanwhile = Executors.newSingleThreadExecutor();
    private Offer mug;

    @BeforeEach
    void nadia_sells_a_mug_too() {
        mug = market.offer(nadia, "MUG", "Mug", "9.00", 1);
    }

    @AfterEach
    void end() {
        meanwhile.shutdown();
    }

    @Test
    void an_offer_stays_open_whose_row_does_not_fit_it() {
        offers.edit(
                lamp.key(),
                new OfferEdit(null, new PriceLimits(Money.of(1_500, "USD"), null), null, null, null, null, null),
                "Nadia");

        Feed asked = files.run(files.purging("sku\tprice", "KETTLE\t41", "LAMP/1 é\t14.99"));
        assertThat(asked.reasonArguments()).containsExactly("1");
        feeds.agree(asked, 1);
        Feed done = files.run(asked);

        assertThat(done.counts()).isEqualTo(new FeedCounts(2, 1, 0, 1, 0, 0, 1));
        assertThat(files.findings(done)).containsExactly("2 LAMP/1 é PRICE_BELOW_MINIMUM");
        assertThat(market.find(lamp.key()).status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(market.find(lamp.key()).price()).isEqualTo(lamp.price());
        assertThat(market.find(mug.key()).status()).isEqualTo(OfferStatus.INACTIVE);
    }

    @Test
    void an_offer_stays_as_it_is_whose_row_is_refused_for_itself_and_an_earlier_row_of_it_still_counts() {
        List<Offer> others = List.of(
                market.offer(nadia, "PAN", "Pan", "9.00", 1),
                market.offer(nadia, "POT", "Pot", "9.00", 1),
                market.offer(nadia, "JUG", "Jug", "9.00", 1));

        Feed done = files.run(files.purging(
                "sku\tprice\tproduct-id\tproduct-id-type\titem-note",
                "KETTLE\t41\t\t\t",
                "LAMP/1 é\tcheap\t\t\t",
                "MUG\t8\t\t\tWorks, but the charger is missing",
                "PAN\t8\tB0ZZZZZZZZ\t1\t",
                "POT\t8\t\t\t\tone cell too many",
                "JUG\t8\t\t\t" + "x".repeat(Lines.LONGEST),
                "NO-SUCH\tcheap\t\t\t",
                "KETTLE\tcheap\t\t\t"));

        assertThat(done.state()).isEqualTo(FeedState.DONE);
        assertThat(done.counts()).isEqualTo(new FeedCounts(8, 7, 0, 1, 0, 0, 0));
        assertThat(files.findings(done))
                .containsExactly(
                        "2 LAMP/1 é NOT_A_NUMBER",
                        "3 MUG NOTE_REFUSED",
                        "4 PAN PRODUCT_UNKNOWN",
                        "5 POT TOO_MANY_CELLS",
                        "6 JUG ROW_TOO_LONG",
                        "7 NO-SUCH NOT_A_NUMBER",
                        "8 KETTLE NOT_A_NUMBER");
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_100);
        assertThat(market.find(lamp.key())).isEqualTo(lamp);
        assertThat(market.find(mug.key())).isEqualTo(mug);
        assertThat(others).allSatisfy(it -> assertThat(market.find(it.key())).isEqualTo(it));
    }

    @Test
    void an_offer_that_is_listed_at_the_very_moment_of_publishing_is_asked_about_and_nothing_is_closed_before()
            throws ExecutionException, InterruptedException {
        Feed asked = files.run(files.purging("sku\tprice", "KETTLE\t41"));
        feeds.agree(asked, 2);

        Future<?> running = transaction.execute(status -> {
            db.sql("select sku from listings.offer where seller_id = :seller for update")
                    .param("seller", nadia.value())
                    .query(String.class)
                    .list();
            Future<?> other = meanwhile.submit(files::runAll);
            TestPostgresql.letItCome(other, db);
            market.offer(nadia, "PAN", "Pan", "9.00", 1);
            return other;
        });
        running.get();

        Feed again = feeds.get(nadia, asked.id());
        assertThat(again.question()).isEqualTo(Question.PURGE);
        assertThat(again.reasonArguments()).containsExactly("3");
        assertThat(files.findings(again)).isEmpty();
        assertThat(List.of(market.find(kettle.key()), market.find(lamp.key()), market.find(mug.key())))
                .containsExactly(kettle, lamp, mug);
        assertThat(market.find(nadia, "PAN").status()).isEqualTo(OfferStatus.ACTIVE);

        feeds.agree(again, 3);
        assertThat(files.run(again).counts()).isEqualTo(new FeedCounts(1, 0, 0, 1, 0, 0, 3));
        assertThat(market.find(nadia, "PAN").status()).isEqualTo(OfferStatus.INACTIVE);
    }
}
