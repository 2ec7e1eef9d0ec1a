package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.OpenstallTest;
import org.openstall.listings.InventoryQuery.Filter;
import org.openstall.listings.InventoryQuery.Sort;
import org.openstall.marketplaces.Marketplaces;

/** The list of all offers of a seller: what is in it, in which order, page by page. */
@OpenstallTest
class InventoryTests extends NadiasInventory {
    @Test
    void what_runs_out_first_comes_first_and_what_does_not_sell_last() {
        Offer slow = offer("SLOW", "10.00", 50);
        Offer fast = offer("FAST", "30.00", 12);
        Offer gone = offer("GONE", "20.00", 1);
        offer("UNSOLD", "5.00", 1);
        sell(slow, 1);
        sell(fast, 7);
        sell(gone, 1);

        assertThat(skus(Filter.ALL, Sort.COVER)).containsExactly("GONE", "FAST", "SLOW", "UNSOLD");
        assertThat(skus(Filter.ALL, Sort.PACE)).containsExactly("FAST", "SLOW", "GONE", "UNSOLD");
        assertThat(skus(Filter.LOW_STOCK, Sort.COVER)).containsExactly("GONE", "FAST");
        assertThat(skus(Filter.LOW_STOCK, Sort.PRICE_DOWN)).containsExactly("FAST", "GONE");
        assertThat(skus(Filter.OUT_OF_STOCK, Sort.SKU)).containsExactly("GONE");
        assertThat(skus(Filter.ALL, Sort.QUANTITY)).containsExactly("GONE", "UNSOLD", "FAST", "SLOW");
        assertThat(skus(Filter.ALL, Sort.PRICE)).containsExactly("UNSOLD", "SLOW", "GONE", "FAST");
    }

    @Test
    void a_closed_offer_neither_runs_low_nor_stands_before_those_that_sell() {
        Offer closed = offer("A-CLOSED", "10.00", 1);
        Offer fast = offer("FAST", "30.00", 12);
        sell(closed, 1);
        sell(fast, 2);
        offers.edit(closed.key(), OfferEdit.open(false), "Nadia");

        assertThat(skus(Filter.ALL, Sort.COVER)).containsExactly("FAST", "A-CLOSED");
        assertThat(skus(Filter.LOW_STOCK, Sort.COVER)).isEmpty();
        assertThat(skus(Filter.INACTIVE, Sort.PACE)).containsExactly("A-CLOSED");
        assertThat(skus(Filter.OUT_OF_STOCK, Sort.SKU)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void every_order_pages_through_all_offers_once(Sort sort) {
        for (int i = 0; i < 9; i++) {
            Offer offer = offer("SKU/" + i + " ~é", "1" + i % 3 + ".00", 5 + i % 2);
            if (i % 3 > 0) {
                sell(offer, i % 3);
            }
            clock.advance(Duration.ofMinutes(i % 2));
        }
        for (Filter filter : List.of(Filter.ALL, Filter.ACTIVE, Filter.LOW_STOCK)) {
            assertThat(paged(filter, sort, null, 2))
                    .hasSize(filter == Filter.LOW_STOCK ? 2 : 9)
                    .doesNotHaveDuplicates()
                    .isEqualTo(skus(filter, sort));
        }
    }

    @ParameterizedTest
    @EnumSource(Filter.class)
    void every_filter_goes_with_every_order(Filter filter) {
        offer("KETTLE", "10.00", 3);
        for (Sort sort : Sort.values()) {
            assertThat(skus(filter, sort).size()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "x~y", "99999999999999999999~A", "-5~", "no key at all", "9223372036854775807~Z"})
    void what_is_no_key_does_no_harm(String after) {
        offer("KETTLE", "10.00", 3);
        for (Sort sort : Sort.values()) {
            assertThat(skus(new InventoryQuery(Filter.ALL, sort, null, Set.of(), after, 10))
                            .size())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_beginning_of_a_sku_or_a_products_id_finds() {
        Offer kettle = offer("KETTLE-1", "10.00", 3);
        Offer mug = offer("MUG-1", "10.00", 3);
        offer("MUG-2", "10.00", 3);

        assertThat(skus(new InventoryQuery(Filter.ALL, "MUG", null, 10))).containsExactly("MUG-1", "MUG-2");
        assertThat(skus(new InventoryQuery(Filter.ALL, mug.product().value().toLowerCase(Locale.ROOT), null, 10)))
                .containsExactly("MUG-1");
        assertThat(skus(new InventoryQuery(Filter.ALL, Sort.COVER, "no such", Set.of(kettle.product()), null, 10)))
                .containsExactly("KETTLE-1");
        assertThat(skus(new InventoryQuery(Filter.ALL, "%", null, 10))).isEmpty();
    }

    @Test
    void quantities_get_stale_until_they_are_reviewed_one_by_one_or_all_at_once() {
        Offer kettle = offer("KETTLE", "10.00", 3);
        Offer mug = offer("MUG", "10.00", 3);
        Offer closed = offer("CLOSED", "10.00", 3);
        offers.edit(closed.key(), OfferEdit.open(false), "Nadia");
        assertThat(inventory.stale(nadia, Marketplaces.US)).isZero();

        clock.advance(Duration.ofHours(25));
        assertThat(inventory.stale(nadia, Marketplaces.US)).isEqualTo(2);
        assertThat(skus(Filter.STALE, Sort.SKU)).containsExactly("KETTLE", "MUG");

        offers.edit(mug.key(), OfferEdit.quantity(4), "Nadia");
        assertThat(skus(Filter.STALE, Sort.SKU)).containsExactly("KETTLE");
        assertThat(skus(Filter.ALL, Sort.REVIEWED)).first().isNotEqualTo("MUG");

        inventory.reviewAll(nadia, Marketplaces.US);
        assertThat(inventory.stale(nadia, Marketplaces.US)).isZero();
        assertThat(skus(Filter.STALE, Sort.REVIEWED)).isEmpty();
        assertThat(inventory.find(kettle.key()).orElseThrow())
                .returns(false, InventoryItem::stale)
                .returns(clock.instant(), InventoryItem::reviewedAt);

        clock.advance(Duration.ofHours(25));
        assertThat(skus(Filter.STALE, Sort.SKU)).containsExactly("KETTLE", "MUG");
    }
}
