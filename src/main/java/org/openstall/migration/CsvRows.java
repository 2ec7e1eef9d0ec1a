package org.openstall.migration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file with a header, plain or gzipped, record by record. A record that is broken (quotes that never
 * close, too many or too few fields, bytes that are not UTF-8, NUL) is handed to the rejects, and reading goes on with
 * the next line: one bad quote never swallows the rest of the file.
 */
final class CsvRows {
    /** A record of more lines than this has a quote that nobody closed. */
    private static final int MOST_LINES = 200;

    private final Path file;
    private final List<String> columns;

    /** @throws SourceUnusable if the file cannot be read, or lacks one of the columns */
    CsvRows(Path file, List<String> required) {
        this.file = file;
        try (BufferedReader lines = open(bytes -> {})) {
            String header = lines.readLine();
            this.columns = header == null || header.isBlank() ? List.of() : fields(withoutMark(header));
        } catch (IOException | CsvParseException failure) {
            throw unreadable(0, failure);
        }
        List<String> missing =
                required.stream().filter(it -> !columns.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new SourceUnusable(
                    null,
                    ImportFailure.Reason.COLUMNS_MISSING,
                    String.valueOf(file.getFileName()),
                    String.join(", ", missing),
                    String.join(",", required));
        }
    }

    /** How large the file is, packed if it is. */
    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw unreadable(0, failure);
        }
    }

    /** About how many records there are: the lines of the file. */
    long approximateSize() {
        long lines = 0;
        try (BufferedReader reader = open(bytes -> {})) {
            while (reader.readLine() != null) {
                lines++;
            }
        } catch (IOException failure) {
            throw unreadable(lines, failure);
        }
        return Math.max(0, lines - 1);
    }

    /** @param line the last one that could be read */
    private SourceUnusable unreadable(long line, Exception failure) {
        String name = String.valueOf(file.getFileName());
        return switch (failure) {
            case EOFException cut ->
                new SourceUnusable(cut, ImportFailure.Reason.INCOMPLETE, name, Long.toString(line));
            case ZipException damage ->
                new SourceUnusable(damage, ImportFailure.Reason.DAMAGED, name, Long.toString(line));
            default ->
                new SourceUnusable(
                        failure,
                        ImportFailure.Reason.UNREADABLE,
                        name,
                        Long.toString(line),
                        String.valueOf(failure.getMessage()));
        };
    }

    /** One record by column. {@code line} is where it begins; the header is line 1. */
    record Row(Path file, long line, Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** Calls back for each record. What the callback refuses by a {@link RowRefused} is rejected like a broken one. */
    void forEach(Rejects rejects, Consumer<Row> each) {
        forEach(rejects, bytes -> {}, each);
    }

    /** @param bytesRead hears of each stretch of the file that is read, packed if it is */
    void forEach(Rejects rejects, LongConsumer bytesRead, Consumer<Row> each) {
        long line = 0;
        try (BufferedReader reader = open(bytesRead)) {
            reader.readLine();
            Deque<String> ahead = new ArrayDeque<>();
            line = 1;
            for (String first = next(ahead, reader); first != null; first = next(ahead, reader)) {
                line++;
                List<String> lines = record(first, ahead, reader);
                try {
                    each.accept(row(line, String.join("\n", lines)));
                    line += lines.size() - 1;
                } catch (BrokenRecord broken) {
                    rejects.add(file, line, broken.reason());
                    for (int i = lines.size() - 1; i > 0; i--) {
                        ahead.addFirst(lines.get(i));
                    }
                } catch (RowRefused refused) {
                    rejects.add(file, line, refused.reason());
                    line += lines.size() - 1;
                }
            }
        } catch (IOException failure) {
            throw unreadable(line, failure);
        }
    }

    /** The lines of a record: as many as it takes until every quote is closed. */
    private static List<String> record(String first, Deque<String> ahead, BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>(List.of(first));
        boolean open = hasOddQuotes(first);
        while (open && lines.size() < MOST_LINES) {
            String more = next(ahead, reader);
            if (more == null) {
                break;
            }
            lines.add(more);
            open ^= hasOddQuotes(more);
        }
        return lines;
    }

    private static @Nullable String next(Deque<String> ahead, BufferedReader reader) throws IOException {
        return ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
    }

    private static boolean hasOddQuotes(String line) {
        return (line.chars().filter(it -> it == '"').count() & 1) == 1;
    }

    private Row row(long line, String text) throws BrokenRecord {
        if (text.isBlank()) {
            throw new BrokenRecord("Empty line");
        }
        if (text.indexOf('\0') >= 0) {
            throw new BrokenRecord("Has a NUL character (U+0000), which is no text");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw new BrokenRecord("Not UTF-8: save the file in that encoding");
        }
        List<String> fields;
        try {
            fields = hasOddQuotes(text) ? List.of() : fields(text);
        } catch (CsvParseException broken) {
            fields = List.of();
        }
        if (fields.isEmpty()) {
            throw new BrokenRecord(
                    "Broken quoting: a quotation mark is not closed, or text stands beside a quoted field");
        }
        if (fields.size() != columns.size()) {
            throw new BrokenRecord(fields.size() + " fields where the header has " + columns.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), fields.get(i));
        }
        return new Row(file, line, values);
    }

    private static List<String> fields(String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            return records.size() == 1 ? records.getFirst().getFields() : List.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String withoutMark(String header) {
        return header.startsWith("\uFEFF") ? header.substring(1) : header;
    }

    private BufferedReader open(LongConsumer bytesRead) throws IOException {
        InputStream bytes = new BufferedInputStream(new Heard(Files.newInputStream(file), bytesRead), 1 << 16);
        bytes.mark(2);
        boolean gzipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return new BufferedReader(
                new InputStreamReader(
                        gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }

    /** Tells how many bytes are read. */
    private static final class Heard extends FilterInputStream {
        private final LongConsumer bytesRead;

        Heard(InputStream in, LongConsumer bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                bytesRead.accept(read);
            }
            return read;
        }
    }

    private static final class BrokenRecord extends Exception {
        private static final long serialVersionUID = 1;

        BrokenRecord(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
