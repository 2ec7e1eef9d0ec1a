package org.openstall.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<ImportCount, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final DataSource dataSource;

    ImportStore(JdbcClient db, DataSource dataSource) {
        this.db = db;
        this.dataSource = dataSource;
    }

    /** A lock that ends with its connection, hence also with its process. */
    static final class Lock implements AutoCloseable {
        private final Connection connection;
        private final boolean held;

        private Lock(Connection connection, boolean held) {
            this.connection = connection;
            this.held = held;
        }

        boolean isHeld() {
            return held;
        }

        @Override
        public void close() {
            try (connection;
                    PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
                unlock.execute();
            } catch (SQLException failure) {
                throw new DataAccessResourceFailureException("The lock of an import could not be let go", failure);
            }
        }
    }

    /** Tries to be the only one who imports this format. */
    Lock lock(String format) {
        try {
            Connection connection = dataSource.getConnection();
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_try_advisory_lock(hashtextextended('import ' || ?, 0))")) {
                lock.setString(1, format);
                try (ResultSet row = lock.executeQuery()) {
                    return new Lock(connection, row.next() && row.getBoolean(1));
                }
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("An import could not be locked", failure);
        }
    }

    void start(UUID id, String format, String source, Instant at) {
        db.sql("""
                insert into migration.import_run
                       (run_id, format, source, state, stage, done, total, rejects, message, started_at, heard_at)
                values (:id, :format, :source, 'RUNNING', '', 0, 0, 0, '', :at, :at)
                """)
                .param("id", id)
                .param("format", format)
                .param("source", source)
                .param("at", Utc.of(at))
                .update();
    }

    void progress(UUID id, ImportStage stage, long done, long total, long rejects, Instant at) {
        db.sql("""
                update migration.import_run
                   set stage = :stage, done = :done, total = :total, rejects = :rejects, heard_at = :at
                 where run_id = :id
                """)
                .param("id", id)
                .param("stage", stage.name())
                .param("done", done)
                .param("total", total)
                .param("rejects", rejects)
                .param("at", Utc.of(at))
                .update();
    }

    void done(UUID id, Map<ImportCount, Long> counts, long rejects, Instant at) {
        db.sql("""
                update migration.import_run
                   set state = 'DONE', counts = cast(:counts as jsonb), rejects = :rejects, finished_at = :at,
                       heard_at = :at
                 where run_id = :id
                """)
                .param("id", id)
                .param("counts", JSON.writeValueAsString(counts))
                .param("rejects", rejects)
                .param("at", Utc.of(at))
                .update();
    }

    /** @param message how it failed, if that is not {@code why} */
    void failed(UUID id, @Nullable ImportFailure why, String message, long rejects, Instant at) {
        db.sql("""
                update migration.import_run
                   set state = 'FAILED', failure = :failure, about = :about, message = :message, rejects = :rejects,
                       finished_at = :at, heard_at = :at
                 where run_id = :id
                """)
                .param("id", id)
                .param("failure", why == null ? null : why.reason().name(), Types.VARCHAR)
                .param("about", why == null ? new String[0] : why.about().toArray(String[]::new))
                .param("message", message)
                .param("rejects", rejects)
                .param("at", Utc.of(at))
                .update();
    }

    /** @param silentSince a running one not heard of since then is shown as interrupted */
    Page<ImportRun> newest(Instant silentSince, @Nullable String after, int size) {
        List<ImportRun> rows = db.sql("""
                select run_id, format, source, stage, done, total, rejects, counts, failure, about, message,
                       started_at, finished_at,
                       case when state = 'RUNNING' and heard_at < :silentSince then 'INTERRUPTED' else state end
                           as state
                  from migration.import_run
                 where run_id < :after
                 order by run_id desc
                 limit :size
                """)
                .param("silentSince", Utc.of(silentSince))
                .param("after", TimeKey.parse(after, TimeKey.NEWEST).uuid())
                .param("size", size + 1)
                .query(ImportStore::run)
                .list();
        return Page.cut(rows, size, it -> new TimeKey(it.startedAt(), it.id().toString()).toString());
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        String stage = row.getString("stage");
        String failure = row.getString("failure");
        return new ImportRun(
                row.getObject("run_id", UUID.class),
                row.getString("format"),
                row.getString("source"),
                ImportRun.State.valueOf(row.getString("state")),
                stage.isEmpty() ? null : ImportStage.valueOf(stage),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("rejects"),
                JSON.readValue(row.getString("counts"), COUNTS),
                failure == null
                        ? null
                        : new ImportFailure(ImportFailure.Reason.valueOf(failure), List.of((String[])
                                row.getArray("about").getArray())),
                row.getString("message"),
                Utc.instant(row, "started_at"),
                Utc.nullable(row, "finished_at"));
    }
}
