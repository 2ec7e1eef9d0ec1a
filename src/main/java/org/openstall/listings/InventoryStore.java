package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the SKUs of one stretch of an inventory; in a large one, each way of sorting by an index of its own. */
@Repository
class InventoryStore {
    /** Keys hold instants in microseconds, as columns do; later ones are nobody's. */
    private static final long LAST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, TimeKey.NEWEST.at());

    /** The beginning of a product's id. */
    private static final Pattern PRODUCT = Pattern.compile("B0[0-9A-Z]{0,8}");

    private final JdbcClient db;

    InventoryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What offers must be to be shown; null does not matter.
     *
     * @param most their quantity, at most
     * @param reviewedBefore by themselves
     * @param cover hours that their stock does not last
     */
    record Wanted(
            @Nullable Boolean open,
            @Nullable Boolean active,
            @Nullable Integer most,
            @Nullable Instant reviewedBefore,
            @Nullable Integer cover) {}

    /**
     * What is true of a whole inventory.
     *
     * @param reviewedAt when the seller last looked all quantities over
     * @param ranked whether it is sorted by indexes; see {@link Rankings}
     */
    record Standing(@Nullable Instant reviewedAt, boolean ranked) {}

    /** What is wanted of an inventory. */
    record Selection(boolean ranked, MapSqlParameterSource parameters) {
        private String table() {
            return InventoryStore.table(ranked);
        }
    }

    /** An offer that is to be shown, and its place in the list. */
    record Found(InventoryKey key, Pace pace) {}

    /** Statements like these have another best plan for every filter: none is kept until the transaction's end. */
    void planEachAnew() {
        db.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /** How a page is sorted: by what, from where on, and which offers have a place at all. */
    enum Ordering {
        SKU("null::bigint", "sku > :afterSku", "sku", "true"),
        COVER("cover::bigint", "(cover, sku) > (:afterValue, :afterSku)", "cover, sku", SELLING),
        PACE("pace::bigint", "(pace, sku) < (:afterValue, :afterSku)", "pace desc, sku desc", SELLING),
        /** What has no place by cover or pace. */
        REST("null::bigint", "sku > :afterSku", "sku", "not (" + SELLING + ")"),
        QUANTITY("quantity::bigint", "(quantity, sku) > (:afterValue, :afterSku)", "quantity, sku", "true"),
        QUANTITY_DOWN(
                "quantity::bigint", "(quantity, sku) < (:afterValue, :afterSku)", "quantity desc, sku desc", "true"),
        PRICE("price_minor", "(price_minor, sku) > (:afterValue, :afterSku)", "price_minor, sku", "true"),
        PRICE_DOWN(
                "price_minor", "(price_minor, sku) < (:afterValue, :afterSku)", "price_minor desc, sku desc", "true"),
        REVIEWED(
                "(extract(epoch from reviewed_at) * 1000000)::bigint",
                "(reviewed_at, sku) > (:afterInstant, :afterSku)",
                "reviewed_at, sku",
                "true");

        private final String place;
        private final String after;
        private final String order;
        private final String placed;

        Ordering(String place, String after, String order, String placed) {
            this.place = place;
            this.after = after;
            this.order = order;
            this.placed = placed;
        }

        private String amongAll(String table) {
            return """
                    select sku, %s as place, sold_week, sold_month
                      from %s
                     where %s
                       and %s
                       and (%s)
                     order by %s
                     limit :size
                    """.formatted(place, table, WANTED, after, placed, order);
        }

        private String amongFew(String table) {
            return """
                    with few as materialized (
                        select sku, open, quantity, price_minor, reviewed_at, sold_as_of, sold_week, sold_month, pace,
                               cover
                          from %s
                         where %s)
                    select sku, %s as place, sold_week, sold_month
                      from few
                     where %s
                       and (%s)
                     order by %s
                     limit :size
                    """.formatted(table, WANTED, place, after, placed, order);
        }
    }

    private static final String SELLING = "sold_as_of is not null and open and pace > 0";

    private static final String WANTED = """
            seller_id = :seller
               and marketplace_id = :marketplace
               and (:open::boolean is null or open = :open)
               and (:active::boolean is null or active = :active)
               and (:most::integer is null or quantity <= :most)
               and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
               and (:cover::integer is null or (pace > 0 and cover < :cover))
               and (not :searched or sku between :prefix and :prefixEnd
                    or (:byProduct and product_id between :product and :productEnd)
                    or (:byTitle and product_id = any(:products)))""";

    /** Walks along an index, passing over what is not wanted; small inventories are sorted. */
    List<Found> amongAll(Selection selection, Ordering ordering, InventoryKey after, int size) {
        return found(ordering.amongAll(selection.table()), selection, after, size);
    }

    /** Sorts what is wanted, which an index of its own finds. */
    List<Found> amongFew(Selection selection, Ordering ordering, InventoryKey after, int size) {
        return found(ordering.amongFew(selection.table()), selection, after, size);
    }

    private List<Found> found(String sql, Selection selection, InventoryKey after, int size) {
        return db.sql(sql)
                .paramSource(new MapSqlParameterSource(selection.parameters().getValues())
                        .addValue("afterValue", after.value() == null ? 0L : after.value())
                        .addValue("afterInstant", Utc.of(instant(after)))
                        .addValue("afterSku", after.sku())
                        .addValue("size", size))
                .query(InventoryStore::found)
                .list();
    }

    /** Whether fewer than so many are wanted. */
    boolean areFewer(Selection selection, int most) {
        return db.sql("""
                select count(*) < :most
                  from (select
                          from %s
                         where %s
                         limit :most) as found
                """.formatted(selection.table(), WANTED))
                .paramSource(new MapSqlParameterSource(selection.parameters().getValues()).addValue("most", most))
                .query(Boolean.class)
                .single();
    }

    Selection select(
            SellerId seller,
            MarketplaceId marketplace,
            boolean ranked,
            Wanted wanted,
            @Nullable String prefix,
            Set<ProductId> products) {
        String begins = prefix == null ? "" : prefix;
        String productBegins = begins.toUpperCase(Locale.ROOT);
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("seller", seller.value())
                .addValue("marketplace", marketplace.value())
                .addValue("open", wanted.open())
                .addValue("active", wanted.active())
                .addValue("most", wanted.most())
                .addValue("reviewedBefore", Utc.ofNullable(wanted.reviewedBefore()))
                .addValue("cover", wanted.cover())
                .addValue("searched", prefix != null)
                .addValue("byProduct", PRODUCT.matcher(productBegins).matches())
                .addValue("byTitle", !products.isEmpty())
                .addValue("prefix", begins)
                .addValue("prefixEnd", begins + InventoryKey.LAST)
                .addValue("product", productBegins)
                .addValue("productEnd", productBegins + InventoryKey.LAST)
                .addValue("products", products.stream().map(ProductId::value).toArray(String[]::new));
        return new Selection(ranked, parameters);
    }

    private static String table(boolean ranked) {
        return ranked ? "listings.ranking" : "listings.offer";
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

    /** Stops counting after a while: beyond, nobody acts on the number. */
    int countReviewedBefore(SellerId seller, MarketplaceId marketplace, boolean ranked, Instant before, int most) {
        return db.sql("""
                select count(*)
                  from (select
                          from %s
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and reviewed_at < :before
                           and open
                         limit :most) as found
                """.formatted(table(ranked)))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("before", Utc.of(before))
                .param("most", most)
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
                select reviewed_at, ranked
                  from listings.inventory
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query((row, number) -> new Standing(Utc.nullable(row, "reviewed_at"), row.getBoolean("ranked")))
                .optional()
                .orElse(new Standing(null, false));
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
