package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class PriceAndQuantityFilesTests extends KettleAndLampSeller {
    @Autowired
    private Offers offers;

    @Test
    void prices_and_quantities_go_live_and_the_history_says_by_which_file() {
        Feed feed = files.prices(
                "sku\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price\tquantity\thandling-time",
                "KETTLE\t44.50\t40\t60\t38\t3",
                "LAMP/1 é\t\t\t\t0\t");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(feed.encoding()).isEqualTo("UTF-8");
        assertThat(feed.format()).isEqualTo("TSV");
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_450);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(market.find(kettle.key()).handlingDays()).isEqualTo(3);
        assertThat(market.find(lamp.key()).price()).isEqualTo(lamp.price());
        assertThat(market.find(lamp.key()).quantity()).isZero();
        assertThat(offers.history(kettle.key()))
                .allSatisfy(it -> assertThat(it.file()).isEqualTo(feed.id()))
                .extracting(it -> it.field() + ": " + it.from() + " > " + it.to())
                .containsExactly(
                        "price: USD 49.90 > USD 44.50",
                        "minimum:  > USD 40.00",
                        "maximum:  > USD 60.00",
                        "quantity: 40 > 38",
                        "handling:  > 3");
    }

    @Test
    void a_refused_row_keeps_no_other_from_going_live_and_each_is_named_with_its_reason() {
        offers.edit(
                lamp.key(),
                new OfferEdit(null, new PriceLimits(Money.of(1_500, "USD"), null), null, null, null, null, null),
                "Nadia");

        Feed feed = files.prices(
                "sku\tprice\tquantity\thandling-time",
                "KETTLE\t44.50\t38\t",
                "NO-SUCH\t1\t1\t",
                "LAMP/1 é\t14.99\t\t",
                "KETTLE-0\t0\t\t",
                "KETTLE-1\t-1\t\t",
                "KETTLE-2\t1000000000\t\t",
                "KETTLE-3\tcheap\t\t",
                "KETTLE-4\t1.23456\t\t",
                "KETTLE-5\t\t1000001\t",
                "KETTLE-6\t\t-3\t",
                "KETTLE-7\t\t1.5\t",
                "KETTLE-8\t\t\t31",
                "\t5\t\t",
                "LAMP💡\t5\t\t",
                "12345678901234567890123456789012345678901\t5\t\t",
                "KETTLE\t\t\t",
                "KETTLE\t1\t1\t1\textra");

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(market.find(lamp.key()).price()).isEqualTo(lamp.price());
        assertThat(feed.counts()).isEqualTo(new FeedCounts(17, 15, 1, 1, 0, 0, 0));
        assertThat(files.findings(feed))
                .containsExactly(
                        "2 NO-SUCH UNKNOWN_SKU",
                        "3 LAMP/1 é PRICE_BELOW_MINIMUM",
                        "4 KETTLE-0 NOT_POSITIVE",
                        "5 KETTLE-1 NOT_POSITIVE",
                        "6 KETTLE-2 PRICE_TOO_HIGH",
                        "7 KETTLE-3 NOT_A_NUMBER",
                        "8 KETTLE-4 TOO_FINE",
                        "9 KETTLE-5 QUANTITY_TOO_HIGH",
                        "10 KETTLE-6 QUANTITY_NEGATIVE",
                        "11 KETTLE-7 QUANTITY_NOT_WHOLE",
                        "12 KETTLE-8 HANDLING_OUT_OF_RANGE",
                        "13  SKU_MISSING",
                        "14 LAMP💡 SKU_INVALID",
                        "15 12345678901234567890123456789012345678901 SKU_INVALID",
                        "17 KETTLE TOO_MANY_CELLS",
                        "16 KETTLE NOTHING_SAID");
    }

    @Test
    void of_several_rows_about_one_sku_the_last_counts() {
        Feed feed = files.prices("sku\tquantity", "KETTLE\t1", "LAMP/1 é\t7", "KETTLE\t2", "KETTLE\t3");

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(3);
        assertThat(feed.counts()).isEqualTo(new FeedCounts(4, 0, 2, 2, 0, 0, 0));
        assertThat(files.findings(feed)).containsExactly("1 KETTLE SUPERSEDED", "3 KETTLE SUPERSEDED");
        assertThat(feeds.issues(feed, null, 1).items().getFirst().arguments()).containsExactly("4");
    }

    @Test
    void full_width_digits_are_digits() {
        files.prices("sku\tprice\tquantity", "KETTLE\t１２．５０\t１２３");

        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(1_250);
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(123);
    }

    @Test
    void what_is_two_numbers_in_two_countries_is_asked_about_and_nothing_is_guessed() {
        Feed asked = files.prices("sku;price;quantity", "KETTLE;1.234,56;10", "LAMP/1 é;19,90;1.000");

        assertThat(asked.question()).isEqualTo(Question.NUMBERS);
        assertThat(asked.reasonArguments()).containsExactly("1", "price", "1.234,56");
        assertThat(market.find(kettle.key())).isEqualTo(kettle);

        feeds.answer(asked, NumberFormat.COMMA);
        Feed done = files.run(asked);

        assertThat(done.state()).isEqualTo(FeedState.DONE);
        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(123_456);
        assertThat(market.find(lamp.key()).price().minor()).isEqualTo(1_990);
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(1_000);
    }
}
