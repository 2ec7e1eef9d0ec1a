package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestPostgresql;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.Page;
import org.openstall.kernel.Sku;
import org.openstall.listings.Adjustment;
import org.openstall.listings.Inventory;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** What else changes when a file goes live. */
@OpenstallTest
class PublishedFilesTests extends KettleAndLampSeller {
    @Autowired
    private Inventory inventory;

    @Autowired
    private Offers offers;

    @Autowired
    private Publications publications;

    @Autowired
    private MovableClock clock;

    @Test
    void those_who_follow_the_offers_are_told_what_has_visibly_changed() {
        long before = TestPostgresql.jdbcClient()
                .sql("select coalesce(max(number), 0) from search.change")
                .query(Long.class)
                .single();

        files.prices("sku\tprice\tquantity", "KETTLE\t\t39", "LAMP/1 é\t19\t");

        List<String> told = TestPostgresql.jdbcClient()
                .sql("select unnest(products) from search.change where number > :before")
                .param("before", before)
                .query(String.class)
                .list();

        assertThat(told).containsExactly(lamp.product().value());
    }

    @Test
    void what_files_and_people_have_changed_is_told_in_order_of_each_offer_and_of_all_together() {
        int many = 600;
        String[] rows = new String[many + 1];
        rows[0] = "sku\tprice\tquantity";
        for (int i = 0; i < many; i++) {
            market.offer(nadia, "CUP-" + i, "Cup " + i, "9.00", 5);
            rows[i + 1] = "CUP-%d\t%s\t%d".formatted(i, i % 2 == 0 ? "8.00" : "", i % 3 == 0 ? 5 : 7);
        }
        Sku cup = new Sku("CUP-4");
        OfferKey key = new OfferKey(nadia, Marketplaces.US, cup);
        offers.edit(key, OfferEdit.quantity(6), "Nadia");
        files.prices(rows);
        offers.edit(key, OfferEdit.price(Money.of(777, "USD")), "Nadia");
        files.prices("sku\tprice\tquantity", "CUP-4\t8.00\t9");

        assertThat(offers.history(key))
                .extracting(OfferChange::field, OfferChange::from, OfferChange::to, it -> it.file() != null)
                .containsExactly(
                        tuple("price", "USD 7.77", "USD 8.00", true),
                        tuple("quantity", "7", "9", true),
                        tuple("price", "USD 8.00", "USD 7.77", false),
                        tuple("price", "USD 9.00", "USD 8.00", true),
                        tuple("quantity", "6", "7", true),
                        tuple("quantity", "5", "6", false));
        assertThat(adjustments(cup, 2))
                .extracting(it -> it.from() + " to " + it.to())
                .containsExactly("7 to 9", "6 to 7", "5 to 6");
        assertThat(offers.history(new OfferKey(nadia, Marketplaces.US, new Sku("CUP-3"))))
                .isEmpty();
        List<Adjustment> all = adjustments(null, 37);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(Adjustment::at).reversed())
                .doesNotHaveDuplicates()
                .filteredOn(it -> it.file() != null)
                .hasSize(400 + 1);
    }

    @Test
    void a_file_that_says_a_quantity_has_looked_the_offer_over_even_if_it_is_the_same_one() {
        clock.advance(Duration.ofDays(3));

        files.prices("sku\tprice\tquantity", "KETTLE\t\t40", "LAMP/1 é\t19\t");

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(kettle.quantity());
        assertThat(market.find(kettle.key()).reviewedAt())
                .isEqualTo(clock.instant())
                .isAfter(kettle.reviewedAt());
        assertThat(market.find(lamp.key()).price().minor()).isEqualTo(1_900);
        assertThat(market.find(lamp.key()).reviewedAt()).isEqualTo(lamp.reviewedAt());

        clock.advance(Duration.ofDays(3));
        files.loaded("sku\tprice\tquantity", "KETTLE\t48\t", "LAMP/1 é\t\t0");

        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_800);
        assertThat(market.find(kettle.key()).reviewedAt())
                .isEqualTo(clock.instant().minus(Duration.ofDays(3)));
        assertThat(market.find(lamp.key()).reviewedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_file_without_quantities_has_looked_no_offer_over() {
        clock.advance(Duration.ofDays(3));

        files.prices("sku\tprice", "KETTLE\t48");
        files.loaded("sku\tprice", "LAMP/1 é\t19");

        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(4_800);
        assertThat(market.find(kettle.key()).reviewedAt()).isEqualTo(kettle.reviewedAt());
        assertThat(market.find(lamp.key()).price().minor()).isEqualTo(1_900);
        assertThat(market.find(lamp.key()).reviewedAt()).isEqualTo(lamp.reviewedAt());
    }

    @Test
    void each_stretch_of_a_long_file_may_say_something_else() {
        int many = 5_001;
        addKettles(many);
        String[] rows = new String[many + 1];
        rows[0] = "sku\tprice\tquantity";
        for (int i = 1; i < many; i++) {
            rows[i] = "KETTLE-%d\t8.00\t".formatted(i);
        }
        rows[many] = "KETTLE-%d\t\t7".formatted(many);

        Feed feed = files.prices(rows);

        assertThat(feed.counts()).isEqualTo(new FeedCounts(many, 0, 0, many, 0, 0, 0));
        assertThat(changes("KETTLE-1")).containsExactly("price: USD 49.90 > USD 8.00");
        assertThat(changes("KETTLE-5000")).containsExactly("price: USD 49.90 > USD 8.00");
        assertThat(changes("KETTLE-5001")).containsExactly("quantity: 40 > 7");
        assertThat(market.find(nadia, "KETTLE-1").quantity()).isEqualTo(40);
        assertThat(market.find(nadia, "KETTLE-5001").price()).isEqualTo(kettle.price());
    }

    private List<String> changes(String sku) {
        return offers.history(new OfferKey(nadia, Marketplaces.US, new Sku(sku))).stream()
                .map(it -> it.field() + ": " + it.from() + " > " + it.to())
                .toList();
    }

    @Test
    void nothing_is_published_of_a_file_some_rows_of_which_are_gone() {
        Publication publication = new Publication(UUID.randomUUID(), nadia, Marketplaces.US, "Nadia", false);
        Staged first = publications.stage(publication, List.of(quantity(1, "KETTLE", 7)));
        publications.clear(publication);
        Staged all = first.and(publications.stage(publication, List.of(quantity(2, "LAMP/1 é", 8))));

        assertThatThrownBy(() -> publications.publish(publication, all, _ -> {}))
                .isInstanceOf(LostRace.class);

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(kettle.quantity());
        assertThat(market.find(lamp.key()).quantity()).isEqualTo(lamp.quantity());
    }

    private static StagedRow quantity(int record, String sku, int quantity) {
        return StagedRow.bare(record, new Sku(sku), StagedRow.Action.EDIT, quantity);
    }

    /** All of the ledger, leafed through in pages of so many lines. */
    private List<Adjustment> adjustments(@Nullable Sku sku, int size) {
        List<Adjustment> all = new ArrayList<>();
        Page<Adjustment> page = inventory.adjustments(nadia, Marketplaces.US, sku, null, null, size);
        all.addAll(page.items());
        while (page.next() != null) {
            page = inventory.adjustments(nadia, Marketplaces.US, sku, null, page.next(), size);
            all.addAll(page.items());
        }
        return all;
    }
}
