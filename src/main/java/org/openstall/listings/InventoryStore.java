package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** Finds the SKUs of one stretch of an inventory, each way of sorting by an index of its own. */
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

    /** An offer that is to be shown, and its place in the list. */
    record Found(InventoryKey key, Pace pace) {}

    /** Statements like these have another best plan for every filter: none is kept until the transaction's end. */
    void planEachAnew() {
        db.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    List<Found> bySku(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, null::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku > :afterSku
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    /** Those that do not sell, or of which nobody buys anything while they are closed. */
    List<Found> rest(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, null::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku > :afterSku
                   and (pace = 0 or not open)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    /**
     * Those that run low, which are few among many, in any order: an index of the order would lead past all the others.
     *
     * @param sort what {@code place} is; falls where the name ends with DOWN
     */
    List<Found> runningLow(MapSqlParameterSource wanted, InventoryQuery.Sort sort, InventoryKey after, int size) {
        return db.sql("""
                with low as materialized (
                    select sku, sold_week, sold_month,
                           case :sort
                           when 'QUANTITY' then quantity
                           when 'QUANTITY_DOWN' then -quantity
                           when 'PRICE' then price_minor
                           when 'PRICE_DOWN' then -price_minor
                           when 'REVIEWED' then (extract(epoch from reviewed_at) * 1000000)::bigint
                           else 0
                           end as place
                      from listings.offer
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and pace > 0
                       and cover < :cover
                       and open
                       and (not :searched or sku between :prefix and :prefixEnd
                            or (:byProduct and product_id between :product and :productEnd)
                            or (:byTitle and product_id = any(:products))))
                select sku, place, sold_week, sold_month
                  from low
                 where (place, sku) > (:afterValue, :afterSku)
                 order by place, sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size).addValue("sort", sort.name()))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byCover(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, cover::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (cover, sku) > (:afterValue, :afterSku)
                   and pace > 0
                   and open
                   and (:open::boolean is null or :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or cover < :cover)
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by cover, sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byPace(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, pace::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (pace, sku) < (:afterValue, :afterSku)
                   and pace > 0
                   and open
                   and (:open::boolean is null or :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or cover < :cover)
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by pace desc, sku desc
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byQuantity(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, quantity::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (quantity, sku) > (:afterValue, :afterSku)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by quantity, sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byQuantityDown(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, quantity::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (quantity, sku) < (:afterValue, :afterSku)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by quantity desc, sku desc
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byPrice(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, price_minor as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (price_minor, sku) > (:afterValue, :afterSku)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by price_minor, sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byPriceDown(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, price_minor as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (price_minor, sku) < (:afterValue, :afterSku)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by price_minor desc, sku desc
                 limit :size
                """)
                .paramSource(paged(wanted, after, size))
                .query(InventoryStore::found)
                .list();
    }

    List<Found> byReview(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return db.sql("""
                select sku, (extract(epoch from reviewed_at) * 1000000)::bigint as place, sold_week, sold_month
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (reviewed_at, sku) > (:afterInstant, :afterSku)
                   and (:open::boolean is null or open = :open)
                   and (:active::boolean is null or active = :active)
                   and (:most::integer is null or quantity <= :most)
                   and (:reviewedBefore::timestamptz is null or reviewed_at < :reviewedBefore)
                   and (:cover::integer is null or (pace > 0 and cover < :cover))
                   and (not :searched or sku between :prefix and :prefixEnd
                        or (:byProduct and product_id between :product and :productEnd)
                        or (:byTitle and product_id = any(:products)))
                 order by reviewed_at, sku
                 limit :size
                """)
                .paramSource(paged(wanted, after, size).addValue("afterInstant", Utc.of(instant(after))))
                .query(InventoryStore::found)
                .list();
    }

    MapSqlParameterSource wanted(
            SellerId seller,
            MarketplaceId marketplace,
            Wanted wanted,
            @Nullable String prefix,
            List<ProductId> products) {
        String begins = prefix == null ? "" : prefix;
        String productBegins = begins.toUpperCase(Locale.ROOT);
        return new MapSqlParameterSource()
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
    }

    private static MapSqlParameterSource paged(MapSqlParameterSource wanted, InventoryKey after, int size) {
        return new MapSqlParameterSource(wanted.getValues())
                .addValue("afterValue", after.value() == null ? 0L : after.value())
                .addValue("afterSku", after.sku())
                .addValue("size", size);
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
    int countReviewedBefore(SellerId seller, MarketplaceId marketplace, Instant before, int most) {
        return db.sql("""
                select count(*)
                  from (select
                          from listings.offer
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and reviewed_at < :before
                           and open
                         limit :most) as found
                """)
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

    Optional<Instant> reviewedAt(SellerId seller, MarketplaceId marketplace) {
        return db.sql("""
                select reviewed_at
                  from listings.review
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query((row, number) -> Utc.instant(row, "reviewed_at"))
                .optional();
    }

    void saveReview(SellerId seller, MarketplaceId marketplace, Instant now) {
        db.sql("""
                insert into listings.review (seller_id, marketplace_id, reviewed_at)
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
