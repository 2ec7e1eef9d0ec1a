package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.InventoryQuery.Filter;
import org.openstall.listings.InventoryQuery.Sort;
import org.openstall.listings.InventoryStore.Ordering;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A large inventory is sorted ahead, and nobody sees a difference. */
@OpenstallTest
class RankingsTests extends NadiasInventory {
    @Autowired
    private InventoryStore store;

    @Autowired
    private Rankings rankings;

    @Autowired
    private JdbcClient db;

    @Test
    void a_large_inventory_is_ranked_and_shows_the_same_as_before() {
        offersOfAllKinds();
        rankings.goRound(40);
        clock.advance(Duration.ofMinutes(10));
        offer("BETWEEN", "10.00", 0);
        Map<String, List<String>> before = allLists();
        assertThat(before.values()).doesNotContain(List.of());

        rankings.goRound(40);
        assertThat(allLists()).isEqualTo(before);

        offer("NEW", "9.00", 1);
        for (Sort sort : Sort.values()) {
            assertThat(skus(Filter.ALL, sort)).hasSize(42).contains("NEW", "BETWEEN");
        }
    }

    private Map<String, List<String>> allLists() {
        Map<String, List<String>> lists = new TreeMap<>();
        for (Filter filter : Filter.values()) {
            for (Sort sort : Sort.values()) {
                lists.put(filter + " by " + sort, paged(filter, sort, null, 7));
                lists.put(filter + " by " + sort + ", found", paged(filter, sort, "SKU-", 50));
            }
        }
        return lists;
    }

    @ParameterizedTest
    @EnumSource(Ordering.class)
    void what_is_rare_is_collected_and_what_is_not_is_passed_on_the_way_to_the_same_list(Ordering ordering) {
        offersOfAllKinds();
        rankings.goRound(30);
        clock.advance(Duration.ofMinutes(10));
        rankings.goRound(30);
        InventoryKey beginning = InventoryKey.beginning(ordering.isDown());
        Instant yesterday = clock.instant().minus(Duration.ofHours(24));
        Set<ProductId> one = Set.of(market.find(new OfferKey(nadia, Marketplaces.US, new Sku("SKU-7")))
                .product());

        for (InventoryStore.Selection selection : List.of(
                selection(it -> true, yesterday, null, null, Set.of()),
                selection(StockState::open, yesterday, null, "SKU-2", one),
                selection(StockState::selling, null, 400, null, Set.of()),
                selection(StockState::selling, null, 400, "SKU-1", Set.of()),
                selection(it -> !it.active(), null, null, "SKU-1", one),
                selection(it -> true, null, null, "SKU-", one))) {
            List<InventoryStore.Found> collected = store.find(selection, ordering, beginning, 100, 1_000);

            assertThat(store.find(selection, ordering, beginning, 100, 1)).isEqualTo(collected);
            assertThat(store.find(selection, ordering, beginning, 100, 5)).isEqualTo(collected);
            assertThat(store.find(selection, ordering, beginning, 3, 5))
                    .isEqualTo(collected.stream().limit(3).toList());
        }
    }

    private InventoryStore.Selection selection(
            Predicate<StockState> states,
            @Nullable Instant reviewedBefore,
            @Nullable Integer cover,
            @Nullable String sought,
            Set<ProductId> products) {
        return new InventoryStore.Selection(
                nadia, Marketplaces.US, true, states, reviewedBefore, cover, sought, products);
    }

    /** Forty, with many of the same price and quantity; some closed, taken off, sold out, selling, not reviewed for long. */
    private void offersOfAllKinds() {
        for (int i = 0; i < 40; i++) {
            Offer offer = offer("SKU-" + i, "1" + i % 3 + ".00", 2 + i % 4);
            int sold = i % 5 == 0 ? offer.quantity() : i % 3;
            if (sold > 0) {
                sell(offer, sold);
            }
            if (i % 7 == 1) {
                offers.edit(offer.key(), OfferEdit.open(false), "Nadia");
            }
            if (i % 11 < 2) {
                offers.takeOff(offer.key(), "A copy", "Iris");
            }
            if (i == 20) {
                clock.advance(Duration.ofHours(30));
            }
        }
    }

    @Test
    void whatever_happens_to_an_offer_of_a_large_inventory_shows_in_every_order() {
        Offer sold = offer("SOLD", "10.00", 5);
        Offer edited = offer("EDITED", "11.00", 6);
        Offer closed = offer("CLOSED", "12.00", 7);
        rankings.goRound(2);
        clock.advance(Duration.ofMinutes(10));
        rankings.goRound(2);

        sell(sold, 4);
        offers.edit(closed.key(), OfferEdit.open(false), "Nadia");
        offers.edit(edited.key(), OfferEdit.price(Money.of(2_000, "USD")), "Nadia");
        offers.edit(edited.key(), OfferEdit.quantity(0), "Nadia");

        assertThat(skus(Filter.ALL, Sort.QUANTITY)).containsExactly("EDITED", "SOLD", "CLOSED");
        assertThat(skus(Filter.ALL, Sort.PRICE)).containsExactly("SOLD", "CLOSED", "EDITED");
        assertThat(skus(Filter.ALL, Sort.PACE)).startsWith("SOLD");
        assertThat(skus(Filter.INACTIVE, Sort.SKU)).containsExactly("CLOSED");
        assertThat(skus(Filter.OUT_OF_STOCK, Sort.SKU)).containsExactly("EDITED");
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_audit_names_an_offer_that_is_ranked_wrongly() {
        for (String sku : List.of("KETTLE", "LAMP", "TEAPOT")) {
            offer(sku, "10.00", 5);
        }
        rankings.goRound(2);
        clock.advance(Duration.ofMinutes(10));
        rankings.goRound(2);
        rankKettle(4);

        assertThat(differences()).singleElement().asString().contains("KETTLE", nadia.value());

        rankKettle(5);
        assertThat(differences()).isEmpty();
    }

    private void rankKettle(int quantity) {
        db.sql("update listings.ranking set quantity = :quantity where sku = 'KETTLE' and seller_id = :seller")
                .param("quantity", quantity)
                .param("seller", nadia.value())
                .update();
    }
}
