package org.openstall.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Who runs the PostgreSQL of a data directory, as written into it for others to read. */
record Holder(long process, int port, @Nullable String address) {
    private static final String FILE = "running.properties";

    static Optional<Holder> readFrom(Path data) throws IOException {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(FILE))) {
            text.load(reader);
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
        return Optional.of(new Holder(
                Long.parseLong(text.getProperty("process")),
                Integer.parseInt(text.getProperty("postgresql.port")),
                text.getProperty("address")));
    }

    void writeTo(Path data) throws IOException {
        Properties text = new Properties();
        text.setProperty("process", Long.toString(process));
        text.setProperty("postgresql.port", Integer.toString(port));
        if (address != null) {
            text.setProperty("address", address);
        }
        Path unfinished = data.resolve(FILE + ".new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            text.store(writer, "Written while Openstall runs on this directory");
        }
        Files.move(unfinished, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void removeFrom(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }

    @Override
    public String toString() {
        return "process " + process + (address == null ? "" : ", " + address);
    }
}
