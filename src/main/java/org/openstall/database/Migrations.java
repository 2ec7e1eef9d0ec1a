package org.openstall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the schema of every module up to date. A module named {@code x} keeps its migrations in
 * {@code db/migration/x} and its tables, with the history of its migrations, in the schema {@code x}.
 */
public final class Migrations {
    private static final long LOCK = 0x6F70656E_7374616CL;

    private Migrations() {}

    /** Programs that start together on one database take turns. */
    public static void run(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                modules().forEach(module -> migrate(database, module));
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be reached: " + failure.getMessage(), failure);
        }
    }

    private static void migrate(DataSource database, String module) {
        Flyway.configure()
                .dataSource(database)
                .schemas(module)
                .createSchemas(true)
                .locations("classpath:db/migration/" + module)
                .load()
                .migrate();
    }

    static SortedSet<String> modules() {
        try {
            SortedSet<String> modules = new TreeSet<>();
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String[] path = script.getURL().getPath().split("/", -1);
                modules.add(path[path.length - 2]);
            }
            return modules;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
