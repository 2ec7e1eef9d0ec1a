package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RankingStore {
    private final JdbcClient db;

    RankingStore(JdbcClient db) {
        this.db = db;
    }

    /** The inventory of a seller that is ranked or to be so. */
    record Ranking(SellerId seller, MarketplaceId marketplace) {}

    /** Inventories with more offers that nobody has begun to rank. */
    List<Ranking> larger(int offers) {
        return db.sql("""
                select seller_id, marketplace_id
                  from listings.offer o
                 group by seller_id, marketplace_id
                having count(*) > :offers
                   and not exists (select
                                     from listings.inventory i
                                    where i.seller_id = o.seller_id
                                      and i.marketplace_id = o.marketplace_id
                                      and i.ranking_since is not null)
                 order by seller_id, marketplace_id
                """).param("offers", offers).query(RankingStore::ranking).list();
    }

    List<Ranking> begunBefore(Instant before) {
        return db.sql("""
                select seller_id, marketplace_id
                  from listings.inventory
                 where ranking_since < :before
                   and not ranked
                 order by seller_id, marketplace_id
                """)
                .param("before", Utc.of(before))
                .query(RankingStore::ranking)
                .list();
    }

    private static Ranking ranking(ResultSet row, int number) throws SQLException {
        return new Ranking(
                new SellerId(row.getString("seller_id")), new MarketplaceId(row.getString("marketplace_id")));
    }

    void begin(Ranking ranking, Instant now) {
        db.sql("""
                insert into listings.inventory (seller_id, marketplace_id, ranking_since)
                values (:seller, :marketplace, :now)
                on conflict (seller_id, marketplace_id) do update
                   set ranking_since = excluded.ranking_since
                 where inventory.ranking_since is null
                """)
                .param("seller", ranking.seller().value())
                .param("marketplace", ranking.marketplace().value())
                .param("now", Utc.of(now))
                .update();
    }

    /** Ranks the next offers, and says which was the last of them; nothing if there are no more. */
    Optional<Sku> rank(Ranking ranking, @Nullable Sku after, int size) {
        return db.sql("""
                with next as materialized (
                    select sku
                      from listings.offer
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and sku > :after
                     order by sku
                     limit :size
                       for update),
                ranking as (
                    update listings.offer o
                       set ranked = true
                      from next
                     where o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.sku = next.sku
                       and not o.ranked)
                select sku
                  from next
                 order by sku desc
                 limit 1
                """)
                .param("seller", ranking.seller().value())
                .param("marketplace", ranking.marketplace().value())
                .param("after", after == null ? "" : after.value())
                .param("size", size)
                .query((row, number) -> new Sku(row.getString("sku")))
                .optional();
    }

    void end(Ranking ranking) {
        db.sql("""
                update listings.inventory
                   set ranked = true
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", ranking.seller().value())
                .param("marketplace", ranking.marketplace().value())
                .update();
    }

    /** Whether the trigger that ranks offers one by one leaves those of this transaction to {@link #mend}. */
    void rankLater(boolean later) {
        db.sql("select set_config('openstall.ranks_later', :later, true)")
                .param("later", Boolean.toString(later))
                .query(String.class)
                .single();
    }

    /** Notes that a file has changed what its seller's rankings have yet to follow, if he has any. */
    void fallBehind(Ranking ranking, UUID file) {
        db.sql("""
                update listings.inventory
                   set unranked_file = :file
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and ranking_since is not null
                """)
                .param("file", file)
                .param("seller", ranking.seller().value())
                .param("marketplace", ranking.marketplace().value())
                .update();
    }

    /** A ranking that is behind its offers since the publication of a file, or of others before that. */
    record Behind(Ranking ranking, UUID file) {}

    List<Behind> behind() {
        return db.sql("""
                select seller_id, marketplace_id, unranked_file
                  from listings.inventory
                 where unranked_file is not null
                 order by seller_id, marketplace_id
                """).query(RankingStore::read).list();
    }

    Optional<Behind> behind(Ranking ranking) {
        return db.sql("""
                select seller_id, marketplace_id, unranked_file
                  from listings.inventory
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and unranked_file is not null
                """)
                .param("seller", ranking.seller().value())
                .param("marketplace", ranking.marketplace().value())
                .query(RankingStore::read)
                .optional();
    }

    private static Behind read(ResultSet row, int number) throws SQLException {
        return new Behind(ranking(row, number), row.getObject("unranked_file", UUID.class));
    }

    /**
     * Some offers in order of their SKUs, compared with their ranking.
     *
     * @param last of them
     * @param whole whether all are now ranked as what they are; some may be locked by somebody who changes them
     */
    record Stretch(Sku last, boolean whole) {}

    /**
     * Ranks those of the next offers that are not ranked as what they are; nothing if there are no more. It may be called
     * at any time, by several at once, too, but not in a transaction, which would keep the offers locked.
     */
    Optional<Stretch> mend(Ranking ranking, @Nullable Sku after, int size) {
        MapSqlParameterSource stretch = new MapSqlParameterSource()
                .addValue("seller", ranking.seller().value())
                .addValue("marketplace", ranking.marketplace().value())
                .addValue("after", after == null ? "" : after.value())
                .addValue("size", size);
        Optional<Sku> last = db.sql("""
                select max(sku) as sku
                  from (select sku
                          from listings.offer
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and sku > :after
                         order by sku
                         limit :size) as next
                having count(*) > 0
                """)
                .paramSource(stretch)
                .query((row, number) -> new Sku(row.getString("sku")))
                .optional();
        return last.map(it -> new Stretch(it, mend(stretch.addValue("last", it.value()))));
    }

    private boolean mend(MapSqlParameterSource stretch) {
        List<String> unranked =
                db.sql("""
                select o.sku
                  from listings.offer o
                  left join listings.ranking r on r.seller_id = :seller
                                              and r.marketplace_id = :marketplace
                                              and r.sku = o.sku
                                              and r.sku > :after
                                              and r.sku <= :last
                 where o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.sku > :after
                   and o.sku <= :last
                   and o.ranked
                   and (o.product_id, o.open, o.active, o.quantity, o.price_minor, o.reviewed_at, o.sold_as_of,
                        o.sold_week, o.sold_month)
                       is distinct from
                       (r.product_id, r.open, r.active, r.quantity, r.price_minor, r.reviewed_at, r.sold_as_of,
                        r.sold_week, r.sold_month)
                """).paramSource(stretch).query(String.class).list();
        return unranked.isEmpty()
                || rank(stretch.addValue("unranked", unranked.toArray(String[]::new))) == unranked.size();
    }

    /**
     * Locks the offers meanwhile: what somebody changes in one of them is ranked before this or after it. Who is at it
     * already is not waited for, as others would have to wait with it.
     */
    private int rank(MapSqlParameterSource stretch) {
        return db.sql("""
                insert into listings.ranking
                       (seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at,
                        sold_as_of, sold_week, sold_month, pace, cover)
                select seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at,
                       sold_as_of, sold_week, sold_month, pace, cover
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = any(:unranked)
                 order by sku
                   for share skip locked
                    on conflict (seller_id, marketplace_id, sku) do update
                   set product_id = excluded.product_id,
                       open = excluded.open,
                       active = excluded.active,
                       quantity = excluded.quantity,
                       price_minor = excluded.price_minor,
                       reviewed_at = excluded.reviewed_at,
                       sold_as_of = excluded.sold_as_of,
                       sold_week = excluded.sold_week,
                       sold_month = excluded.sold_month,
                       pace = excluded.pace,
                       cover = excluded.cover
                """).paramSource(stretch).update();
    }

    /** Notes that no file is left to follow, unless another one has come meanwhile. */
    void endCatchingUp(Behind behind) {
        db.sql("""
                update listings.inventory
                   set unranked_file = null
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and unranked_file = :file
                """)
                .param("seller", behind.ranking().seller().value())
                .param("marketplace", behind.ranking().marketplace().value())
                .param("file", behind.file())
                .update();
    }

    /**
     * Tells each offer that is ranked as something else than it is, but for inventories that are just behind a file, and
     * says how many there are to compare.
     */
    long compare(Consumer<String> differences) {
        db.sql("""
                with offer as (
                    select seller_id, marketplace_id, sku, product_id, open, active, quantity, price_minor, reviewed_at,
                           sold_as_of, sold_week, sold_month, pace, cover,
                           listings.stock_state(open, active, quantity, pace) as state
                      from listings.offer
                     where ranked)
                select seller_id, marketplace_id, sku, offer as offered, ranking as ranked
                  from offer
                  full join listings.ranking using (seller_id, marketplace_id, sku)
                 where offer is distinct from ranking
                   and (seller_id, marketplace_id) not in (select seller_id, marketplace_id
                                                             from listings.inventory
                                                            where unranked_file is not null)
                 order by seller_id, marketplace_id, sku
                """).query((ResultSet row) -> {
            differences.accept("SKU " + row.getString("sku") + " of seller " + row.getString("seller_id") + " in "
                    + row.getString("marketplace_id") + ": ranked as " + row.getString("ranked") + "; the offer is "
                    + row.getString("offered"));
        });
        return db.sql("select count(*) from listings.ranking").query(Long.class).single();
    }
}
