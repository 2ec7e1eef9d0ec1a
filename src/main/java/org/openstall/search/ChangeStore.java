package org.openstall.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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

    /** Products in a row, and about as many in a stretch: so that memory stays small. */
    private static final int STRETCH = 1_000;

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
    record News(Look look, boolean complete, List<Stretch> changed) {}

    /** Some of what has changed; a file that changes a million products is never read as a whole. */
    record Stretch(MarketplaceId marketplace, List<Long> numbers) {}

    private record Row(Look look, boolean older, @Nullable String marketplace, long number, int products) {}

    /** Becomes known with the transaction, if there is one. */
    void add(MarketplaceId marketplace, Collection<ProductId> products) {
        List<String> all = products.stream().map(ProductId::value).distinct().toList();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STRETCH) {
            List<String> stretch = all.subList(from, Math.min(from + STRETCH, all.size()));
            rows.add(new MapSqlParameterSource("marketplace", marketplace.value())
                    .addValue("products", stretch.toArray(String[]::new)));
        }
        writes.add(
                "insert into search.change (marketplace_id, products) values (:marketplace, :products)",
                rows.toArray(SqlParameterSource[]::new));
    }

    /** Where a node begins that is about to compare everything. */
    Look look() {
        return db.sql("select pg_current_snapshot()::text as snapshot, clock_timestamp() as at")
                .query((row, _) -> Look.read(row))
                .single();
    }

    News since(Look last) {
        List<Row> rows = db.sql("""
                select pg_current_snapshot()::text as snapshot, clock_timestamp() as at,
                       pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(:seen::pg_snapshot) as older,
                       c.marketplace_id, c.number, cardinality(c.products) as products
                  from (select) as once
                  left join search.change c
                    on c.written_by >= pg_snapshot_xmin(:seen::pg_snapshot)
                   and not pg_visible_in_snapshot(c.written_by, :seen::pg_snapshot)
                 order by c.marketplace_id, c.number
                """)
                .param("seen", last.snapshot())
                .query((row, _) -> new Row(
                        Look.read(row),
                        row.getBoolean("older"),
                        row.getString("marketplace_id"),
                        row.getLong("number"),
                        row.getInt("products")))
                .list();
        Look look = rows.getFirst().look();
        boolean late = look.at().isAfter(last.at().plus(KEPT.dividedBy(2)));
        return new News(look, !late && !rows.getFirst().older(), stretches(rows));
    }

    private static List<Stretch> stretches(List<Row> rows) {
        List<Stretch> stretches = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        int products = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.marketplace() != null) {
                numbers.add(row.number());
                products += row.products();
                boolean last = i + 1 == rows.size()
                        || !row.marketplace().equals(rows.get(i + 1).marketplace());
                if (last || products >= STRETCH) {
                    stretches.add(new Stretch(new MarketplaceId(row.marketplace()), List.copyOf(numbers)));
                    numbers.clear();
                    products = 0;
                }
            }
        }
        return stretches;
    }

    /** Each product once; nothing if some of it has been forgotten meanwhile. */
    Optional<List<ProductId>> products(Stretch stretch) {
        List<List<String>> rows = db.sql("select products from search.change where number = any(:numbers)")
                .param("numbers", stretch.numbers().toArray(Long[]::new))
                .query((row, _) -> List.of((String[]) row.getArray("products").getArray()))
                .list();
        return rows.size() < stretch.numbers().size()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(List::stream)
                        .distinct()
                        .map(ProductId::new)
                        .toList());
    }

    /** Says how many are gone. */
    int forgetOld() {
        return db.sql("delete from search.change where written_at < clock_timestamp() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }
}
