package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units sold by day, and their sums over the last days beside each offer. {@link OfferStore#take} adds to both. */
@Repository
class SalesStore {
    static final int WEEK = 7;
    static final int MONTH = 30;

    private final JdbcClient db;
    private final Writes writes;

    SalesStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    /** Only what was counted can be taken out again. */
    void cancel(OfferKey key, int units, LocalDate day) {
        db.sql("""
                with taken_out as (
                    update listings.sales_day
                       set units = units - :units
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and sku = :sku
                       and day = :day
                    returning units)
                update listings.offer
                   set sold_week = sold_week - case when :day > sold_as_of - :week then :units else 0 end,
                       sold_month = sold_month - case when :day > sold_as_of - :month then :units else 0 end
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                   and :day > sold_as_of - :month
                   and exists (select from taken_out)
                """)
                .paramSource(parameters(key)
                        .addValue("units", units)
                        .addValue("day", day)
                        .addValue("week", WEEK)
                        .addValue("month", MONTH))
                .update();
    }

    void add(Map<OfferKey, Map<LocalDate, Integer>> days) {
        SqlParameterSource[] rows = days.entrySet().stream()
                .flatMap(offer -> offer.getValue().entrySet().stream().map(it -> parameters(offer.getKey())
                        .addValue("day", it.getKey())
                        .addValue("units", it.getValue())))
                .toArray(SqlParameterSource[]::new);
        writes.add("""
                insert into listings.sales_day (seller_id, marketplace_id, sku, day, units)
                values (:seller, :marketplace, :sku, :day, :units)
                on conflict (seller_id, marketplace_id, sku, day) do update
                   set units = sales_day.units + excluded.units
                """, rows);
    }

    Map<SalesDay, Integer> byDay(SellerId seller, MarketplaceId marketplace) {
        Map<SalesDay, Integer> units = new HashMap<>();
        db.sql("""
                select sku, day, units
                  from listings.sales_day
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and units <> 0
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query((ResultSet row) -> {
                    units.put(
                            new SalesDay(new Sku(row.getString("sku")), row.getObject("day", LocalDate.class)),
                            row.getInt("units"));
                });
        return units;
    }

    /** Tells each offer whose sums do not fit its days, and says how many there are to compare. */
    long compare(Consumer<String> differences) {
        db.sql("""
                with days as (
                    select o.seller_id, o.marketplace_id, o.sku, o.sold_week, o.sold_month,
                           coalesce(sum(s.units) filter (where s.day > o.sold_as_of - :week), 0) as week,
                           coalesce(sum(s.units), 0) as month
                      from listings.offer o
                      left join listings.sales_day s
                        on s.seller_id = o.seller_id
                       and s.marketplace_id = o.marketplace_id
                       and s.sku = o.sku
                       and s.day > o.sold_as_of - :month
                     where o.sold_as_of is not null
                     group by o.seller_id, o.marketplace_id, o.sku)
                select seller_id, marketplace_id, sku, sold_week, sold_month, week, month
                  from days
                 where (sold_week, sold_month) <> (week, month)
                 order by seller_id, marketplace_id, sku
                """).param("week", WEEK).param("month", MONTH).query((ResultSet row) -> {
            differences.accept("SKU " + row.getString("sku") + " of seller " + row.getString("seller_id") + " in "
                    + row.getString("marketplace_id") + ": kept " + row.getInt("sold_week") + " and "
                    + row.getInt("sold_month") + " units in the last 7 and 30 days; the days say " + row.getInt("week")
                    + " and " + row.getInt("month"));
        });
        return db.sql("select count(*) from listings.offer where sold_as_of is not null")
                .query(Long.class)
                .single();
    }

    private static MapSqlParameterSource parameters(OfferKey key) {
        return new MapSqlParameterSource()
                .addValue("seller", key.seller().value())
                .addValue("marketplace", key.marketplace().value())
                .addValue("sku", key.sku().value());
    }

    /** Offers whose sales were counted on an earlier day; locked, so that none is sold meanwhile. */
    List<OfferKey> lockAged(MarketplaceId marketplace, LocalDate today, int size) {
        return db.sql("""
                select seller_id, marketplace_id, sku
                  from listings.offer
                 where marketplace_id = :marketplace
                   and sold_as_of < :today
                 order by seller_id, sku
                 limit :size
                   for update skip locked
                """)
                .param("marketplace", marketplace.value())
                .param("today", today)
                .param("size", size)
                .query(SalesStore::key)
                .list();
    }

    private static OfferKey key(ResultSet row, int number) throws SQLException {
        return new OfferKey(
                new SellerId(row.getString("seller_id")),
                new MarketplaceId(row.getString("marketplace_id")),
                new Sku(row.getString("sku")));
    }

    /** Puts the sums of the windows right from the days. */
    void countAnew(List<OfferKey> keys, LocalDate today) {
        if (keys.isEmpty()) {
            return;
        }
        db.sql("""
                with wanted as (
                    select seller_id, marketplace_id, sku
                      from unnest(:sellers, :marketplaces, :skus) as wanted (seller_id, marketplace_id, sku)),
                counted as (
                    select w.seller_id, w.marketplace_id, w.sku,
                           greatest(coalesce(sum(s.units) filter (where s.day > :today - :week), 0), 0) as week,
                           greatest(coalesce(sum(s.units), 0), 0) as month
                      from wanted w
                      left join listings.sales_day s
                        on s.seller_id = w.seller_id
                       and s.marketplace_id = w.marketplace_id
                       and s.sku = w.sku
                       and s.day > :today - :month
                     group by w.seller_id, w.marketplace_id, w.sku)
                update listings.offer o
                   set sold_week = c.week, sold_month = c.month,
                       sold_as_of = case when c.month > 0 then :today end
                  from counted c
                 where o.seller_id = c.seller_id
                   and o.marketplace_id = c.marketplace_id
                   and o.sku = c.sku
                """)
                .param("sellers", keys.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param(
                        "marketplaces",
                        keys.stream().map(it -> it.marketplace().value()).toArray(String[]::new))
                .param("skus", keys.stream().map(it -> it.sku().value()).toArray(String[]::new))
                .param("today", today)
                .param("week", WEEK)
                .param("month", MONTH)
                .update();
    }
}
