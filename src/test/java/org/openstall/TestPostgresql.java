package org.openstall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.openstall.database.EmbeddedPostgresql;
import org.openstall.database.Migrations;
import org.openstall.database.PostgresqlSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL of a test run, in a directory that goes away with it, with all migrations applied. Tests
 * share it, so each makes its own sellers, products and buyers.
 */
public final class TestPostgresql {
    /** Settings for a database that nobody will miss. */
    static final Map<String, String> FORGETFUL = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "max_connections", "200");

    private static final EmbeddedPostgresql SERVER = start();

    static {
        Migrations.run(dataSource());
    }

    private TestPostgresql() {}

    public static DataSource dataSource() {
        return new DriverManagerDataSource(SERVER.url(), SERVER.username(), SERVER.password());
    }

    /** For a test of one store, without the rest of the program. */
    public static JdbcClient jdbcClient() {
        return JdbcClient.create(dataSource());
    }

    /** For a test of a store that needs transactions; its connections and those of {@code jdbc} are the same. */
    public static TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Returns as soon as something waits for a lock of the caller's transaction, or the other is done and did not have to. */
    public static void letItCome(Future<?> other, JdbcClient db) {
        letThemCome(List.of(other), db);
    }

    /** The same with several: each of them waits or is done. */
    public static void letThemCome(List<? extends Future<?>> others, JdbcClient db) {
        while (others.stream().filter(it -> !it.isDone()).count()
                > db.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()) {
            Thread.onSpinWait();
        }
    }

    /** What the program needs to find it, as {@code name=value}. */
    public static String[] properties() {
        return properties(SERVER.url());
    }

    /** The same for an empty database of its own, for a test that wants all of it. */
    public static String[] propertiesOfNewDatabase(String name) {
        jdbcClient().sql("create database " + name).update();
        return properties(SERVER.url().replaceFirst("/[a-z]+(?=\\?|$)", "/" + name));
    }

    private static String[] properties(String url) {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + SERVER.username(),
            "spring.datasource.password=" + SERVER.password()
        };
    }

    private static EmbeddedPostgresql start() {
        try {
            Path directory = Files.createTempDirectory("openstall-test");
            EmbeddedPostgresql server = EmbeddedPostgresql.open(
                    directory.toString(), new PostgresqlSettings("target/postgresql", false, null, FORGETFUL));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory)));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(EmbeddedPostgresql server, Path directory) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
