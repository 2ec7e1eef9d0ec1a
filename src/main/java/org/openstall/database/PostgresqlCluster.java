package org.openstall.database;

import static java.util.Map.entry;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openstall.kernel.CannotGoOn;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * The files of one PostgreSQL and the programs that make, start and stop it. Whoever calls holds the lock on the
 * data directory, so that nobody else does the same.
 */
final class PostgresqlCluster {
    static final String USER = "postgres";

    /** Written into {@code postgresql.conf} once, where the operator may change them. */
    private static final Map<String, String> FIRST_SETTINGS = Map.ofEntries(
            entry("max_connections", "100"),
            entry("shared_buffers", buffers() + "MB"),
            entry("work_mem", "16MB"),
            // Room for what a large file writes while the disk catches up.
            entry("wal_buffers", "64MB"),
            entry("min_wal_size", "512MB"),
            entry("max_wal_size", "2GB"),
            // What fills and empties all day is tidied up before it is found slowly.
            entry("autovacuum_naptime", "15s"),
            entry("random_page_cost", "1.1"),
            entry("checkpoint_timeout", "15min"),
            entry("jit", "off"),
            entry("timezone", "UTC"),
            entry("logging_collector", "on"),
            entry("log_filename", "postgresql-%a.log"),
            entry("log_truncate_on_rotation", "on"),
            entry("log_timezone", "UTC"));

    private final Path programs;
    private final Path files;
    private final Path passwordFile;
    private final Path startLog;
    private final Map<String, String> settings;

    PostgresqlCluster(Path data, Path programs, Map<String, String> settings) {
        this.programs = programs;
        this.files = data.resolve("postgres");
        this.passwordFile = data.resolve("postgres.password");
        this.startLog = data.resolve("postgres.log");
        this.settings = settings;
    }

    /** Starts it, made new if need be, and returns the port it listens at. */
    int start() throws IOException {
        if (!Files.exists(files)) {
            create();
        }
        stopOrphan();
        int port = freePort();
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=600",
                "--silent",
                "--pgdata=" + files,
                "--log=" + startLog,
                "--options=" + options(port));
        return port;
    }

    void stop() throws IOException {
        run("pg_ctl", "stop", "--wait", "--timeout=120", "--silent", "--mode=fast", "--pgdata=" + files);
    }

    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /** Everything is made aside and moved last, so that a start that is killed leaves nothing half made. */
    private void create() throws IOException {
        Path unfinished = files.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished, ownerOnly("rwx------"));
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, ownerOnly("rw-------"));
        Files.writeString(passwordFile, password);
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=simple"));
        FIRST_SETTINGS.forEach((name, value) -> arguments.add("--set=" + name + "=" + value));
        if ("off".equals(settings.get("fsync"))) {
            arguments.add("--no-sync");
        }
        run("initdb", arguments.toArray(String[]::new));
        Files.move(unfinished, files);
    }

    /** An eighth of this machine's or container's memory, within what a small and a large shop have use for; in MiB. */
    private static long buffers() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(DataSize.ofBytes(machine.getTotalMemorySize()).toMegabytes() / 8, 128, 1_024);
    }

    private String options(int port) {
        return Stream.concat(
                        Stream.of("-p " + port, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories="),
                        settings.entrySet().stream().map(it -> "-c " + it.getKey() + "=" + it.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** A PostgreSQL whose Openstall was killed is still running; one that was killed too left its file behind. */
    private void stopOrphan() throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(pid -> Long.parseLong(pid.strip()))
                .flatMap(ProcessHandle::of);
        if (process.filter(this::isOurs).isPresent()) {
            stop();
        } else if (process.isPresent()) {
            // The number now belongs to another program, which PostgreSQL would take for itself.
            Files.delete(pidFile);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().startsWith("postgres"))
                .isPresent();
        // Windows does not tell the arguments.
        return postgres
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(files.toString()))
                        .orElse(true);
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("openstall", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_MESSAGES", "C");
            int exit = start(builder).waitFor();
            if (exit != 0 && isRoot() && lastLine(output).startsWith("unshare")) {
                throw notAsRoot(new IOException(lastLine(output).strip()));
            }
            if (exit != 0) {
                throw new CannotGoOn("PostgreSQL under " + files + " failed (" + program + " ended with " + exit + "): "
                        + lastLine(output) + lastLine(startLog));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted while waiting for PostgreSQL.", interruption);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException failure) {
            if (isRoot()) {
                throw notAsRoot(failure);
            }
            throw failure;
        }
    }

    private static CannotGoOn notAsRoot(IOException cause) {
        return new CannotGoOn(
                "PostgreSQL does not run as root, and root may not give it a user of its own here ("
                        + cause.getMessage()
                        + "). Start Openstall as another user, or name a server by --spring.datasource.url.",
                cause);
    }

    private static String lastLine(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        return Files.readAllLines(log).stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(line -> line.strip() + " ")
                .orElse("");
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
