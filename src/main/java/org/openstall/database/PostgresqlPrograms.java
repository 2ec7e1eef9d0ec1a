package org.openstall.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.openstall.kernel.CannotGoOn;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this machine, which come along as an archive and are unpacked once. */
final class PostgresqlPrograms {
    private static final Pattern JAR = Pattern.compile("([^/!]+)\\.jar!?/[^/]+$");

    private PostgresqlPrograms() {}

    /**
     * The directory with {@code bin}, under a name that tells version and machine. Programs of other versions are
     * left alone, as one of them may still be running.
     */
    static Path unpackedUnder(Path directory) throws IOException {
        String name = archiveName();
        URL archive = PostgresqlPrograms.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new CannotGoOn("No PostgreSQL comes along for this machine (" + name
                    + "); name a server with --spring.datasource.url=jdbc:postgresql://HOST/DATABASE.");
        }
        Matcher jar = JAR.matcher(archive.toString());
        Path home = directory.resolve(jar.find() ? jar.group(1) : "postgresql");
        if (!Files.isDirectory(home)) {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempDirectory(directory, "unpacking");
            try (InputStream content = archive.openStream()) {
                unpack(content, unfinished);
                Files.move(unfinished, home);
            } catch (IOException failure) {
                FileSystemUtils.deleteRecursively(unfinished);
                // Another program may have been quicker with the same.
                if (!Files.isDirectory(home)) {
                    throw failure;
                }
            }
        }
        return home;
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        if (system.startsWith("windows")) {
            return "postgres-windows-x86_64.txz";
        }
        if (system.startsWith("mac")) {
            return "postgres-darwin-" + processor + ".txz";
        }
        return "postgres-linux-" + processor + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "")
                + ".txz";
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }
}
