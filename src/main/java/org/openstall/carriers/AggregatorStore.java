package org.openstall.carriers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AggregatorStore {
    private final JdbcClient db;

    AggregatorStore(JdbcClient db) {
        this.db = db;
    }

    /** False if there is one of that id. */
    boolean add(Aggregator aggregator, String keyHash) {
        return db.sql("""
                        insert into carriers.aggregator
                               (aggregator_id, name, key_beginning, key_hash, created_at, created_by)
                        values (:id, :name, :beginning, :hash, :at, :by)
                        on conflict (aggregator_id) do nothing
                        """)
                        .param("id", aggregator.id())
                        .param("name", aggregator.name())
                        .param("beginning", aggregator.keyBeginning())
                        .param("hash", keyHash)
                        .param("at", Utc.of(aggregator.createdAt()))
                        .param("by", aggregator.createdBy())
                        .update()
                == 1;
    }

    List<Aggregator> all() {
        return db.sql("""
                select aggregator_id, name, key_beginning, created_at, created_by, last_used_at, revoked_at, revoked_by
                  from carriers.aggregator
                 order by revoked_at is not null, lower(name), aggregator_id
                """).query(AggregatorStore::aggregator).list();
    }

    Optional<Aggregator> withHash(String keyHash) {
        return db.sql("""
                select aggregator_id, name, key_beginning, created_at, created_by, last_used_at, revoked_at, revoked_by
                  from carriers.aggregator
                 where key_hash = :hash
                """)
                .param("hash", keyHash)
                .query(AggregatorStore::aggregator)
                .optional();
    }

    /** False if there is none of that id. */
    boolean revoke(UUID id, Instant at, String by) {
        return db.sql("""
                        update carriers.aggregator
                           set revoked_at = coalesce(revoked_at, :at),
                               revoked_by = coalesce(revoked_by, :by)
                         where aggregator_id = :id
                        """)
                        .param("id", id)
                        .param("at", Utc.of(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void used(UUID id, Instant at) {
        db.sql("update carriers.aggregator set last_used_at = :at where aggregator_id = :id")
                .param("id", id)
                .param("at", Utc.of(at))
                .update();
    }

    private static Aggregator aggregator(ResultSet row, int number) throws SQLException {
        return new Aggregator(
                row.getObject("aggregator_id", UUID.class),
                row.getString("name"),
                row.getString("key_beginning"),
                Utc.instant(row, "created_at"),
                row.getString("created_by"),
                Utc.nullable(row, "last_used_at"),
                Utc.nullable(row, "revoked_at"),
                row.getString("revoked_by"));
    }
}
