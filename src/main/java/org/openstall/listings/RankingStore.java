package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
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

    /** Tells each offer that is ranked as something else than it is, and says how many there are to compare. */
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
                 order by seller_id, marketplace_id, sku
                """).query((ResultSet row) -> {
            differences.accept("SKU " + row.getString("sku") + " of seller " + row.getString("seller_id") + " in "
                    + row.getString("marketplace_id") + ": ranked as " + row.getString("ranked") + "; the offer is "
                    + row.getString("offered"));
        });
        return db.sql("select count(*) from listings.ranking").query(Long.class).single();
    }
}
