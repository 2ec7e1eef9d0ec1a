package org.openstall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;

/**
 * The PostgreSQL under a data directory. The first program to open a directory starts it and, on closing, stops it;
 * a second one either joins the first or is refused. If the first was killed, the next one finds the PostgreSQL it
 * left behind, lets it shut down in order and starts it again.
 */
public final class EmbeddedPostgresql implements DatabaseServer {
    private static final int TRIES = 600;

    private final Path data;
    private final PostgresqlCluster cluster;
    private final PostgresqlSettings settings;
    private final int port;

    /** The lock on the directory; null for one that joined, which holds {@link #guest} instead. */
    private final @Nullable ProcessLock owner;

    private final @Nullable ProcessLock guest;

    private EmbeddedPostgresql(
            Path data,
            PostgresqlCluster cluster,
            PostgresqlSettings settings,
            int port,
            @Nullable ProcessLock owner,
            @Nullable ProcessLock guest) {
        this.data = data;
        this.cluster = cluster;
        this.settings = settings;
        this.port = port;
        this.owner = owner;
        this.guest = guest;
    }

    /** Refuses with {@link CannotGoOn} if another program has the directory and this one is not to join it. */
    public static EmbeddedPostgresql open(String directory, PostgresqlSettings settings) {
        try {
            Path data = Files.createDirectories(Path.of(directory)).toRealPath();
            if (settings.template() != null) {
                begin(data, Path.of(settings.template()));
            }
            Path programs = PostgresqlPrograms.unpackedUnder(
                    settings.programs() == null
                            ? data
                            : Path.of(settings.programs()).toAbsolutePath());
            PostgresqlCluster cluster = new PostgresqlCluster(data, programs, settings.settings());
            return open(data, cluster, settings);
        } catch (InvalidPathException failure) {
            throw new CannotGoOn("The data directory " + directory + " has no valid name here.", failure);
        } catch (FileAlreadyExistsException failure) {
            throw new CannotGoOn("The data directory " + directory + " is a file.", failure);
        } catch (IOException failure) {
            throw new CannotGoOn("The data directory " + directory + " cannot be used: " + failure, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted while waiting for PostgreSQL.", interruption);
        }
    }

    private static void begin(Path data, Path template) throws IOException {
        Optional<ProcessLock> lock = ProcessLock.tryExclusive(lockFile(data));
        if (lock.isEmpty()) {
            return;
        }
        try {
            DataTemplate.copy(template, data);
        } finally {
            lock.get().close();
        }
    }

    private static EmbeddedPostgresql open(Path data, PostgresqlCluster cluster, PostgresqlSettings settings)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<ProcessLock> lock = ProcessLock.tryExclusive(lockFile(data));
            if (lock.isPresent()) {
                return own(data, cluster, settings, lock.get());
            }
            if (!settings.shared()) {
                throw held(data);
            }
            Optional<Holder> holder = Holder.readFrom(data);
            if (holder.isPresent()) {
                Optional<EmbeddedPostgresql> joined = join(data, cluster, settings, holder.get());
                if (joined.isPresent()) {
                    return joined.get();
                }
            }
            // The other is starting or stopping.
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new CannotGoOn("Openstall is already running on " + data + ", but its PostgreSQL does not answer.");
    }

    /** Refuses early what {@link #open} would refuse after much work has been done. */
    public static void refuseIfHeld(String directory) {
        try {
            Path data = Path.of(directory);
            Path file = lockFile(data);
            if (!Files.exists(file)) {
                return;
            }
            Optional<ProcessLock> lock = ProcessLock.tryExclusive(file);
            if (lock.isEmpty()) {
                throw held(data.toRealPath());
            }
            lock.get().close();
        } catch (InvalidPathException | IOException unusable) {
            // What is wrong with the directory comes out when it is opened.
            return;
        }
    }

    private static CannotGoOn held(Path data) throws IOException {
        return new CannotGoOn("Openstall is already running on " + data
                + Holder.readFrom(data).map(it -> " (" + it + ")").orElse("")
                + "; stop it first, or choose another directory with --openstall.data=DIR.");
    }

    private static Path lockFile(Path data) {
        return data.resolve("openstall.lock");
    }

    private static EmbeddedPostgresql own(
            Path data, PostgresqlCluster cluster, PostgresqlSettings settings, ProcessLock lock) throws IOException {
        try {
            Holder.removeFrom(data);
            EmbeddedPostgresql server = new EmbeddedPostgresql(data, cluster, settings, cluster.start(), lock, null);
            server.announce(null);
            return server;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static Optional<EmbeddedPostgresql> join(
            Path data, PostgresqlCluster cluster, PostgresqlSettings settings, Holder holder) throws IOException {
        ProcessLock guest = ProcessLock.shared(guests(data));
        EmbeddedPostgresql server = new EmbeddedPostgresql(data, cluster, settings, holder.port(), null, guest);
        if (server.answers()) {
            return Optional.of(server);
        }
        guest.close();
        return Optional.empty();
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), username(), password())) {
            return connection.isValid(10);
        } catch (SQLException noAnswer) {
            return false;
        }
    }

    private static Path guests(Path data) {
        return data.resolve("guests.lock");
    }

    /** Tells others who want the directory at what address this program answers. */
    public void announce(@Nullable String address) {
        if (owner == null) {
            return;
        }
        try {
            new Holder(ProcessHandle.current().pid(), port, address).writeTo(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String username() {
        return PostgresqlCluster.USER;
    }

    @Override
    public String password() {
        try {
            return cluster.password();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops PostgreSQL if this program started it; a command first lets those finish that joined it. */
    @Override
    public void close() {
        try {
            if (guest != null) {
                guest.close();
            }
            if (owner == null) {
                return;
            }
            try (owner) {
                if (settings.shared()) {
                    ProcessLock.exclusive(guests(data)).close();
                }
                Holder.removeFrom(data);
                cluster.stop();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
