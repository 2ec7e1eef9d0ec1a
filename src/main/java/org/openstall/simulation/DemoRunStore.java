package org.openstall.simulation;

import java.time.Instant;
import java.util.Optional;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DemoRunStore {
    private final JdbcClient db;

    DemoRunStore(JdbcClient db) {
        this.db = db;
    }

    Optional<DemoRun> find(MarketplaceId marketplace) {
        return db.sql("""
                select seed, begins_at, ends_at, lived_until
                  from simulation.demo_run
                 where marketplace_id = :marketplace
                """)
                .param("marketplace", marketplace.value())
                .query((row, number) -> new DemoRun(
                        row.getLong("seed"),
                        Utc.instant(row, "begins_at"),
                        Utc.instant(row, "ends_at"),
                        Utc.instant(row, "lived_until")))
                .optional();
    }

    void begin(MarketplaceId marketplace, DemoRun run) {
        db.sql("""
                insert into simulation.demo_run (marketplace_id, seed, begins_at, ends_at, lived_until)
                values (:marketplace, :seed, :begins, :ends, :livedUntil)
                """)
                .param("marketplace", marketplace.value())
                .param("seed", run.seed())
                .param("begins", Utc.of(run.begins()))
                .param("ends", Utc.of(run.ends()))
                .param("livedUntil", Utc.of(run.livedUntil()))
                .update();
    }

    void livedUntil(MarketplaceId marketplace, Instant instant) {
        int rows = db.sql("""
                update simulation.demo_run
                   set lived_until = :instant
                 where marketplace_id = :marketplace
                   and lived_until < :instant
                """)
                .param("marketplace", marketplace.value())
                .param("instant", Utc.of(instant))
                .update();
        LostRace.unlessOne(rows, "Somebody else has lived until " + instant);
    }
}
