package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the SKUs of one stretch of an inventory. A small one is sorted when asked for. A large one is walked along the
 * index of its order, in each state apart, so that no filter by state passes over what it does not show. What is to review
 * or begins like a SKU may lie anywhere in another order: where it is rare, it is collected and sorted, and so is what
 * runs low.
 */
@Repository
class InventoryStore {
    /** Keys hold instants in microseconds, as columns do; later ones are nobody's. */
    private static final long LAST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, TimeKey.NEWEST.at());

    /** What is as rare as this is faster sorted than found along the way. */
    private static final int FEW = 10_000;

    private static final int ALL_STATES = StockState.where(it -> true).size();

    private final JdbcClient db;

    InventoryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which of a seller's offers to show; null does not matter.
     *
     * @param ranked see {@link Standing}
     * @param reviewedBefore by themselves
     * @param cover hours that their stock does not last
     * @param sought the beginning of a SKU, or a product's id
     * @param products products that are meant by that, too
     */
    record Selection(
            SellerId seller,
            MarketplaceId marketplace,
            boolean ranked,
            Predicate<StockState> states,
            @Nullable Instant reviewedBefore,
            @Nullable Integer cover,
            @Nullable String sought,
            Set<ProductId> products) {}

    /**
     * What is true of a whole inventory.
     *
     * @param reviewedAt when the seller last looked all quantities over
     * @param ranked whether it is sorted by indexes; see {@link Rankings}
     * @param behind whether they have yet to follow what a file has changed
     */
    record Standing(@Nullable Instant reviewedAt, boolean ranked, boolean behind) {}

    /** An offer that is to be shown, and its place in the list. */
    record Found(InventoryKey key, Pace pace) {}

    /** Statements like these have another best plan for every filter: none is kept until the transaction's end. */
    void planEachAnew() {
        db.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /** How a page is sorted, within the same value by SKU. */
    enum Ordering {
        SKU("", "null::bigint", false),
        COVER("cover", "cover::bigint", false),
        PACE("pace", "pace::bigint", true),
        /** What has no place by cover or pace. */
        REST("", "null::bigint", false),
        QUANTITY("quantity", "quantity::bigint", false),
        QUANTITY_DOWN("quantity", "quantity::bigint", true),
        PRICE("price_minor", "price_minor", false),
        PRICE_DOWN("price_minor", "price_minor", true),
        REVIEWED("reviewed_at", "(extract(epoch from reviewed_at) * 1000000)::bigint", false);

        private final String column;
        private final String place;
        private final boolean down;

        Ordering(String column, String place, boolean down) {
            this.column = column;
            this.place = place;
            this.down = down;
        }

        boolean isDown() {
            return down;
        }

        private boolean has(StockState state) {
            return switch (this) {
                case COVER, PACE -> state.selling();
                case REST -> !state.selling();
                default -> true;
            };
        }

        /** Whether what is wanted lies together in this order, within each state. */
        private boolean leadsTo(Selection selection) {
            return (selection.reviewedBefore() == null || this == REVIEWED)
                    && (selection.cover() == null || this == COVER)
                    && (selection.sought() == null || column.isEmpty());
        }

        private String sortingSql(Selection selection) {
            return """
                    select sku, %s as place, sold_week, sold_month
                      from %s
                     where %s
                       and state = any(:states)
                       and (%s or %s)
                       and %s
                     order by %s
                     limit :size
                    """.formatted(place, table(selection), WANTED, BEGINS, MEANT, after(), by(column));
        }

        private String walkingSql(Selection selection) {
            // The "offset" has what is rare be looked for by an index of what is wanted, not along that of the order.
            return """
                    select *
                      from (select walked.*
                              from unnest(:walked::smallint[]) as one(number)
                             cross join lateral (
                                   select sku, %s as place, sold_week, sold_month
                                     from listings.ranking
                                    where %s
                                      and %s
                                      and state = number
                                      and %s
                                    order by %s
                                    limit :size) as walked
                            union
                           (select sku, %s, sold_week, sold_month
                              from (select sku, quantity, price_minor, reviewed_at, sold_week, sold_month, pace, cover
                                      from listings.ranking
                                     where %s
                                       and %s
                                    offset 0) as collected
                             where %s
                             order by %s
                             limit :size)) as found
                     order by %s
                     limit :size
                    """.formatted(
                    place,
                    WANTED,
                    BEGINS,
                    after(),
                    by(column),
                    place,
                    WANTED,
                    selection.sought() == null
                            ? "state = any(:rare)"
                            : "(state = any(:rare) and " + BEGINS + " or state = any(:states) and " + MEANT + ")",
                    after(),
                    by(column),
                    by(column.isEmpty() ? "" : "place"));
        }

        private String after() {
            if (column.isEmpty()) {
                return "sku > :afterSku";
            }
            return "(%s, sku) %s (:after%s, :afterSku)"
                    .formatted(column, down ? "<" : ">", this == REVIEWED ? "Instant" : "Value");
        }

        private String by(String first) {
            String direction = down ? " desc" : "";
            return first.isEmpty() ? "sku" : first + direction + ", sku" + direction;
        }
    }

    /** That a state is so high or higher leads to the indexes of what sells. */
    private static final String WANTED = """
            seller_id = :seller
               and marketplace_id = :marketplace
               and state >= :least::smallint
               and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
               and (:cover::integer is null or cover < :cover)""";

    private static final String BEGINS = "(not :searched or sku between :sought and :soughtEnd)";
    private static final String MEANT = "product_id = any(:products)";

    List<Found> find(Selection selection, Ordering ordering, InventoryKey after, int size) {
        return find(selection, ordering, after, size, FEW);
    }

    /** @param few as many as that are not rare any more */
    List<Found> find(Selection selection, Ordering ordering, InventoryKey after, int size, int few) {
        List<Integer> states = numbers(it -> selection.states().test(it) && ordering.has(it));
        if (states.isEmpty()) {
            return List.of();
        }
        List<Integer> rare = selection.ranked() ? rare(selection, ordering, states, few) : List.of();
        // All of an inventory by SKU is in the order of the primary key.
        boolean sorted = ordering == Ordering.SKU && selection.sought() == null && states.size() == ALL_STATES;
        return db.sql(selection.ranked() && !sorted ? ordering.walkingSql(selection) : ordering.sortingSql(selection))
                .paramSource(parameters(selection, states)
                        .addValue("rare", array(rare))
                        .addValue(
                                "walked",
                                array(states.stream()
                                        .filter(it -> !rare.contains(it))
                                        .toList()))
                        .addValue("afterValue", after.value() == null ? 0L : after.value())
                        .addValue("afterInstant", Utc.of(instant(after)))
                        .addValue("afterSku", after.sku())
                        .addValue("size", size))
                .query(InventoryStore::found)
                .list();
    }

    /** The states that are not walked, as what is wanted of them is rare and lies anywhere. What runs low always is. */
    private List<Integer> rare(Selection selection, Ordering ordering, List<Integer> states, int few) {
        if (ordering.leadsTo(selection)) {
            return List.of();
        }
        if (selection.cover() != null) {
            return states;
        }
        return db.sql("""
                select number
                  from (select number, sum(offers) over (order by offers, number) as together
                          from unnest(:states::smallint[]) as one(number)
                         cross join lateral (
                               select count(*) as offers
                                 from (select
                                         from listings.ranking
                                        where %s
                                          and %s
                                          and state = number
                                        limit :few) as wanted) as counted) as rarest
                 where together < :few
                """.formatted(WANTED, BEGINS))
                .paramSource(parameters(selection, states).addValue("few", few))
                .query(Integer.class)
                .list();
    }

    private static List<Integer> numbers(Predicate<StockState> states) {
        return StockState.where(states).stream().map(StockState::number).toList();
    }

    private static Integer[] array(List<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }

    private static MapSqlParameterSource parameters(Selection selection, List<Integer> states) {
        String sought = selection.sought() == null ? "" : selection.sought();
        return new MapSqlParameterSource()
                .addValue("seller", selection.seller().value())
                .addValue("marketplace", selection.marketplace().value())
                .addValue("states", array(states))
                .addValue("least", Collections.min(states))
                .addValue("reviewedBefore", Utc.ofNullable(selection.reviewedBefore()))
                .addValue("cover", selection.cover())
                .addValue("searched", selection.sought() != null)
                .addValue("sought", sought)
                .addValue("soughtEnd", sought + InventoryKey.LAST)
                .addValue(
                        "products",
                        Stream.concat(
                                        Stream.of(sought.toUpperCase(Locale.ROOT)),
                                        selection.products().stream().map(ProductId::value))
                                .toArray(String[]::new));
    }

    /** Large inventories have a table for this, with an index for each order. */
    private static String table(Selection selection) {
        return selection.ranked() ? "listings.ranking" : """
                (select *, listings.stock_state(open, active, quantity, pace) as state
                   from listings.offer) as offer""";
    }

    private static Instant instant(InventoryKey key) {
        long micros = key.value() == null ? 0 : Math.clamp(key.value(), 0, LAST_MICROS);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new InventoryKey(row.getObject("place", Long.class), row.getString("sku")),
                new Pace(row.getInt("sold_week"), row.getInt("sold_month")));
    }

    /** Counts what is wanted; stops after a while, where nobody acts on the number. */
    int count(Selection selection, int most) {
        return db.sql("""
                select count(*)
                  from (select
                          from %s
                         where %s
                           and state = any(:states)
                         limit :most) as found
                """.formatted(table(selection), WANTED))
                .paramSource(parameters(selection, numbers(selection.states())).addValue("most", most))
                .query(Integer.class)
                .single();
    }

    Optional<Pace> pace(OfferKey key) {
        return db.sql("""
                select sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                """)
                .param("seller", key.seller().value())
                .param("marketplace", key.marketplace().value())
                .param("sku", key.sku().value())
                .query((row, number) -> new Pace(row.getInt("sold_week"), row.getInt("sold_month")))
                .optional();
    }

    Standing standing(SellerId seller, MarketplaceId marketplace) {
        return db.sql("""
                select reviewed_at, ranked, ranked and unranked_file is not null as behind
                  from listings.inventory
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query((row, number) -> new Standing(
                        Utc.nullable(row, "reviewed_at"), row.getBoolean("ranked"), row.getBoolean("behind")))
                .optional()
                .orElse(new Standing(null, false, false));
    }

    void saveReview(SellerId seller, MarketplaceId marketplace, Instant now) {
        db.sql("""
                insert into listings.inventory (seller_id, marketplace_id, reviewed_at)
                values (:seller, :marketplace, :now)
                on conflict (seller_id, marketplace_id) do update
                   set reviewed_at = excluded.reviewed_at
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("now", Utc.of(now))
                .update();
    }
}
