package org.openstall.migration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;

/** Rows that were left out, each with its file, line and reason; also as a CSV file where one is wanted. */
final class Rejects implements Closeable {
    private final @Nullable CsvWriter out;
    private long count;

    /** @throws CannotGoOn if the file cannot be written */
    Rejects(@Nullable Path file) {
        try {
            this.out = file == null ? null : CsvWriter.builder().build(Files.newBufferedWriter(file));
        } catch (IOException failure) {
            throw new CannotGoOn("The rejects cannot be written to " + file + ": " + failure.getMessage(), failure);
        }
        if (out != null) {
            out.writeRecord("file", "line", "reason");
        }
    }

    void add(Path file, long line, String reason) {
        count++;
        if (out != null) {
            out.writeRecord(String.valueOf(file.getFileName()), Long.toString(line), reason);
        }
    }

    long count() {
        return count;
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException failure) {
            throw new CannotGoOn("The rejects cannot be written to their end: " + failure.getMessage(), failure);
        }
    }
}
