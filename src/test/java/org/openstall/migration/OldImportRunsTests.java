package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs that were written down in English, before they could be told in every language. */
class OldImportRunsTests {
    private final String[] place = Arrays.stream(TestPostgresql.propertiesOfNewDatabase("old_imports"))
            .map(it -> it.substring(it.indexOf('=') + 1))
            .toArray(String[]::new);
    private final DriverManagerDataSource database = new DriverManagerDataSource(place[0], place[1], place[2]);
    private final JdbcClient db = JdbcClient.create(database);

    private void migrateTo(MigrationVersion version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("migration")
                .createSchemas(true)
                .locations("classpath:db/migration/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void wasWritten(String source, String state, String stage, String message) {
        db.sql("""
                insert into migration.import_run
                       (run_id, format, source, state, stage, done, total, rejects, message, started_at, heard_at)
                values (gen_random_uuid(), 'olist', :source, :state, :stage, 1, 2, 3, :message, now(), now())
                """)
                .param("source", source)
                .param("state", state)
                .param("stage", stage)
                .param("message", message)
                .update();
    }

    private String isKept(String source) {
        return db.sql("""
                select concat_ws(' | ', stage, counts, message)
                  from migration.import_run
                 where source = :source
                """).param("source", source).query(String.class).single();
    }

    @Test
    void they_are_told_by_name_and_number_from_now_on() {
        migrateTo(MigrationVersion.fromVersion("1"));
        wasWritten("done", "DONE", "Orders", "    1,234 new sellers\n1,000,000 orders left out as later");
        wasWritten("nothing", "DONE", "", "");
        wasWritten("failed", "FAILED", "Reading files", "orders.csv lacks 1 column");

        migrateTo(MigrationVersion.LATEST);

        assertThat(isKept("done")).isEqualTo("ORDERS | {\"NEW_SELLERS\": 1234, \"LATER_ORDERS\": 1000000} | ");
        assertThat(isKept("nothing")).isEqualTo(" | {} | ");
        assertThat(isKept("failed")).isEqualTo("READING | {} | orders.csv lacks 1 column");
    }
}
