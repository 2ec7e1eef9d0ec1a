package org.openstall.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which products have changed, for every node to read. What was committed between two looks is known exactly, whatever
 * the order in which transactions began and ended, as a look remembers which transactions it saw.
 */
@Repository
class ChangeStore {
    /** A node that was out of reach for half of it can no longer be sure to find all changes. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient db;
    private final Writes writes;

    ChangeStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    /**
     * A look at the changes.
     *
     * @param snapshot PostgreSQL's own account of the transactions seen
     * @param at by the database's clock, as nodes come and go in real time whatever the marketplace's clock says
     */
    record Look(String snapshot, Instant at) {
        private static Look read(ResultSet row) throws SQLException {
            return new Look(row.getString("snapshot"), row.getTimestamp("at").toInstant());
        }
    }

    /**
     * What one look has seen and an earlier one had not.
     *
     * @param complete false if changes may be missing: too much time has passed, or the database is an older one
     */
    record News(Look look, boolean complete, Map<MarketplaceId, Set<ProductId>> changed) {}

    /** Becomes known with the transaction, if there is one. */
    void add(MarketplaceId marketplace, Collection<ProductId> products) {
        writes.add(
                "insert into search.change (marketplace_id, products) values (:marketplace, :products)",
                new MapSqlParameterSource("marketplace", marketplace.value())
                        .addValue(
                                "products",
                                products.stream()
                                        .map(ProductId::value)
                                        .distinct()
                                        .toArray(String[]::new)));
    }

    /** Where a node begins that is about to compare everything. */
    Look look() {
        return db.sql("select pg_current_snapshot()::text as snapshot, clock_timestamp() as at")
                .query((row, _) -> Look.read(row))
                .single();
    }

    News since(Look last) {
        Map<MarketplaceId, Set<ProductId>> changed = new LinkedHashMap<>();
        List<News> rows = db.sql("""
                select pg_current_snapshot()::text as snapshot, clock_timestamp() as at,
                       pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(:seen::pg_snapshot) as older,
                       c.marketplace_id, c.products
                  from (select) as once
                  left join search.change c
                    on c.written_by >= pg_snapshot_xmin(:seen::pg_snapshot)
                   and not pg_visible_in_snapshot(c.written_by, :seen::pg_snapshot)
                """)
                .param("seen", last.snapshot())
                .query((row, _) -> {
                    Look look = Look.read(row);
                    String marketplace = row.getString("marketplace_id");
                    if (marketplace != null) {
                        Set<ProductId> products =
                                changed.computeIfAbsent(new MarketplaceId(marketplace), _ -> new LinkedHashSet<>());
                        for (String product :
                                (String[]) row.getArray("products").getArray()) {
                            products.add(new ProductId(product));
                        }
                    }
                    boolean late = look.at().isAfter(last.at().plus(KEPT.dividedBy(2)));
                    return new News(look, !late && !row.getBoolean("older"), changed);
                })
                .list();
        return rows.getFirst();
    }

    /** Says how many are gone. */
    int forgetOld() {
        return db.sql("delete from search.change where written_at < clock_timestamp() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }
}
