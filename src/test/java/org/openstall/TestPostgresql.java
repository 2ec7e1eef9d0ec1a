package org.openstall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.openstall.database.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL of a test run, in a directory that goes away with it, with all migrations applied. Tests
 * share it, so each makes its own sellers, products and buyers.
 */
public final class TestPostgresql {
    private static final EmbeddedPostgres SERVER = start();

    static {
        Migrations.run(dataSource());
    }

    private TestPostgresql() {}

    public static DataSource dataSource() {
        return SERVER.getPostgresDatabase();
    }

    /** For a test of one store, without the rest of the program. */
    public static JdbcClient jdbcClient() {
        return JdbcClient.create(dataSource());
    }

    /** For a test of a store that needs transactions; its connections and those of {@code jdbc} are the same. */
    public static TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            Path directory = Files.createTempDirectory("openstall-test");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory)));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(EmbeddedPostgres server, Path directory) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
