package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Audit;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.InventoryQuery.Filter;
import org.openstall.listings.InventoryQuery.Sort;
import org.openstall.listings.InventoryStore.Ordering;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenstallTest
class InventoryTests {
    /** Nine in the morning in Los Angeles. */
    private static final Instant MORNING = Instant.parse("2026-06-01T16:00:00Z");

    @Autowired
    private Inventory inventory;

    @Autowired
    private InventoryStore store;

    @Autowired
    private Rankings rankings;

    @Autowired
    private Sales sales;

    @Autowired
    private Offers offers;

    @Autowired
    private Orders orders;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private MarketFixture market;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient db;

    private SellerId nadia;

    @BeforeEach
    void nadia_sells() {
        clock.stopAt(MORNING);
        nadia = market.seller("Nadia's Home");
    }

    private Offer offer(String sku, String price, int quantity) {
        return market.offer(nadia, sku, "Thing " + sku, price, quantity);
    }

    private Order sell(Offer offer, int times) {
        for (int i = 1; i < times; i++) {
            market.order(market.buyer("Omar"), offer);
        }
        return market.order(market.buyer("Omar"), offer);
    }

    private Pace pace(Offer offer) {
        return inventory.find(offer.key()).orElseThrow().pace();
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
        sales.ageAll();
    }

    private List<String> skus(Filter filter, Sort sort) {
        return skus(new InventoryQuery(filter, sort, null, Set.of(), null, 100));
    }

    private List<String> skus(InventoryQuery query) {
        return inventory.page(nadia, Marketplaces.US, query).items().stream()
                .map(it -> it.offer().key().sku().value())
                .toList();
    }

    private List<String> differences() {
        return audits.stream()
                .flatMap(it -> Differences.of(it).stream())
                .filter(it -> it.contains(nadia.value()))
                .toList();
    }

    @Test
    void what_sells_is_counted_by_day_and_leaves_the_windows_with_time() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sell(kettle, 3);
        days(5);
        sell(kettle, 4);

        assertThat(pace(kettle)).isEqualTo(new Pace(7, 7));

        days(2);
        assertThat(pace(kettle)).isEqualTo(new Pace(4, 7));
        days(22);
        assertThat(pace(kettle)).isEqualTo(new Pace(0, 7));
        days(1);
        assertThat(pace(kettle)).isEqualTo(new Pace(0, 4));
        days(60);
        assertThat(pace(kettle)).isEqualTo(Pace.NONE);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_cancelled_order_was_never_sold_be_it_cancelled_today_or_later() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        Order first = sell(kettle, 1);
        Order second = sell(kettle, 1);
        orders.cancel(nadia, first.id(), CancelReason.OUT_OF_STOCK);
        assertThat(pace(kettle)).isEqualTo(new Pace(1, 1));

        days(10);
        sell(kettle, 5);
        orders.cancel(nadia, second.id(), CancelReason.BUYER_REQUEST);

        assertThat(pace(kettle)).isEqualTo(new Pace(5, 5));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_day_is_that_of_the_marketplace() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        clock.stopAt(Instant.parse("2026-06-02T06:59:00Z"));
        sell(kettle, 1);
        clock.stopAt(Instant.parse("2026-06-02T07:01:00Z"));
        sell(kettle, 2);

        assertThat(sales.byDay(nadia, Marketplaces.US))
                .containsEntry(new SalesDay(new Sku("KETTLE"), LocalDate.parse("2026-06-01")), 1)
                .containsEntry(new SalesDay(new Sku("KETTLE"), LocalDate.parse("2026-06-02")), 2);
    }

    @Test
    void the_past_that_is_brought_in_counts_as_far_as_it_is_recent() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sales.record(List.of(
                new Sale(kettle.key(), 2, MORNING.minus(Duration.ofDays(3))),
                new Sale(kettle.key(), 3, MORNING.minus(Duration.ofDays(20))),
                new Sale(kettle.key(), 5, MORNING.minus(Duration.ofDays(200))),
                new Sale(new OfferKey(nadia, Marketplaces.US, new Sku("GONE")), 1, MORNING)));

        assertThat(pace(kettle)).isEqualTo(new Pace(2, 5));
        assertThat(sales.byDay(nadia, Marketplaces.US)).hasSize(4);
    }

    @Test
    void the_audit_names_what_was_miscounted() {
        Offer kettle = offer("KETTLE", "10.00", 100);
        sell(kettle, 2);
        db.sql("update listings.sales_day set units = 5 where seller_id = :seller")
                .param("seller", nadia.value())
                .update();

        assertThat(differences())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("KETTLE", "5 units counted", "orders say 2"))
                .anySatisfy(it -> assertThat(it).contains("kept 2 and 2 units", "the days say 5 and 5"));
        db.sql("update listings.sales_day set units = 2 where seller_id = :seller")
                .param("seller", nadia.value())
                .update();
    }

    @Test
    void the_faster_of_week_and_month_tells_how_long_the_stock_lasts() {
        Pace rush = new Pace(14, 14);
        Pace steady = new Pace(0, 60);

        assertThat(rush.perDay()).isEqualByComparingTo(new BigDecimal("2.0"));
        assertThat(rush.daysOfCover(5)).isEqualTo(2);
        assertThat(steady.perDay()).isEqualByComparingTo(new BigDecimal("2.0"));
        assertThat(steady.perWeek()).isEqualTo(14);
        assertThat(new Pace(0, 1).perDay()).isEqualByComparingTo(new BigDecimal("0.03"));
        assertThat(Pace.NONE.daysOfCover(5)).isNull();
        assertThat(new Pace(0, 1).daysOfCover(1_000_000)).isEqualTo(30_000_000);
    }

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

    private List<String> paged(Filter filter, Sort sort, @Nullable String prefix, int size) {
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            Page<InventoryItem> page = inventory.page(
                    nadia, Marketplaces.US, new InventoryQuery(filter, sort, prefix, Set.of(), after, size));
            page.items().forEach(it -> paged.add(it.offer().key().sku().value()));
            after = page.next();
        } while (after != null);
        return paged;
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

    private Page<Adjustment> adjustments(
            @Nullable String sku, @Nullable AdjustmentReason reason, @Nullable String after, int size) {
        return inventory.adjustments(nadia, Marketplaces.US, sku == null ? null : new Sku(sku), reason, after, size);
    }

    private void setQuantity(Offer offer, int quantity, Reason reason) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(offers.edit(offer.key(), OfferEdit.quantity(quantity), reason, "Nadia"))
                .isInstanceOf(EditResult.Edited.class);
    }

    @Test
    void every_change_of_quantity_but_by_sales_is_in_the_ledger_with_its_reason() {
        Offer kettle = offer("KETTLE", "10.00", 10);
        Order order = sell(kettle, 2);
        orders.cancel(nadia, order.id(), CancelReason.WRONG_PRICE);
        setQuantity(kettle, 8, new Reason(AdjustmentReason.DAMAGED, "Fell off the shelf"));
        clock.advance(Duration.ofMinutes(1));
        offers.edit(kettle.key(), OfferEdit.quantity(20), "Nadia");
        offers.edit(kettle.key(), OfferEdit.price(Money.of(900, "USD")), "Nadia");

        assertThat(adjustments(null, null, null, 10).items())
                .extracting(Adjustment::from, Adjustment::to, Adjustment::reason, Adjustment::by)
                .containsExactly(
                        tuple(8, 20, Reason.COUNTED, "Nadia"),
                        tuple(9, 8, new Reason(AdjustmentReason.DAMAGED, "Fell off the shelf"), "Nadia"));
    }

    @Test
    void an_offer_that_is_listed_brings_its_stock() {
        OfferKey key = new OfferKey(nadia, Marketplaces.US, new Sku("USED"));
        Offer kettle = offer("KETTLE", "10.00", 10);
        offers.list(
                new NewOffer(key, kettle.product(), Condition.USED_GOOD, Terms.of(kettle.price(), 7), true), "Nadia");

        assertThat(adjustments("USED", null, null, 10).items())
                .extracting(Adjustment::from, Adjustment::to, it -> it.reason().code())
                .containsExactly(tuple(0, 7, AdjustmentReason.LISTED));
    }

    @Test
    void the_ledger_is_filtered_and_paged() {
        Offer kettle = offer("KETTLE", "10.00", 10);
        Offer mug = offer("MUG_1 é", "10.00", 10);
        for (int i = 1; i <= 5; i++) {
            setQuantity(kettle, i, new Reason(AdjustmentReason.LOST, ""));
            setQuantity(mug, i, Reason.COUNTED);
        }

        assertThat(adjustments("MUG_1 é", null, null, 10).items()).hasSize(5);
        assertThat(adjustments(null, AdjustmentReason.LOST, null, 10).items())
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.sku()).isEqualTo(new Sku("KETTLE")));
        assertThat(adjustments("MUG_1 é", AdjustmentReason.LOST, null, 10).items())
                .isEmpty();
        List<Integer> paged = new ArrayList<>();
        String after = null;
        do {
            Page<Adjustment> page = adjustments(null, null, after, 3);
            page.items().forEach(it -> paged.add(it.to()));
            after = page.next();
        } while (after != null);
        assertThat(paged).containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
        assertThat(adjustments(null, null, "2026-01-01T00:00:00Z_nonsense", 3).items())
                .isEmpty();
        assertThat(adjustments(null, null, "nonsense", 3).items()).hasSize(3);
    }
}
