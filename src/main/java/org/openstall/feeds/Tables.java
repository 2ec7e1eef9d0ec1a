package org.openstall.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens files as tables: finds encoding, delimiter and header. */
final class Tables {
    private static final char[] DELIMITERS = {'\t', ',', ';'};

    private Tables() {}

    /** @param key the column without which rows cannot be told apart: what makes a sheet of a workbook the one */
    static Table open(FeedFile file, Column key, Set<Column> used, @Nullable String encoding)
            throws IOException, FileRefused {
        return file.packing() == FeedFile.Packing.SPREADSHEET
                ? SheetRecords.open(file.path(), key, used)
                : openText(file, used, encoding);
    }

    private static Table openText(FeedFile file, Set<Column> used, @Nullable String choice)
            throws IOException, FileRefused {
        Encoding encoding;
        try (InputStream in = file.open()) {
            encoding = Encoding.of(in, choice);
        }
        InputStream in = file.open();
        try {
            in.skipNBytes(encoding.markBytes());
            Reader reader = new InputStreamReader(in, encoding.charset());
            return delimited(file, new Lines(reader), used, encoding);
        } catch (IOException | FileRefused | RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    private static Table delimited(FeedFile file, Lines lines, Set<Column> used, Encoding encoding)
            throws IOException, FileRefused {
        List<Lines.Line> first = new ArrayList<>();
        for (int i = 0; i < Header.LINES; i++) {
            Lines.Line line = lines.next();
            if (line == null) {
                break;
            }
            first.add(line);
        }
        if (first.stream().allMatch(Lines.Line::isBlank)) {
            throw new FileRefused(Failure.EMPTY);
        }
        char best = DELIMITERS[0];
        int bestLine = -1;
        Header header = null;
        for (char delimiter : DELIMITERS) {
            List<Header> candidates = first.stream()
                    .map(it -> Header.of(DelimitedRecords.split(it.text(), delimiter), used))
                    .toList();
            int at = Header.indexOfBest(candidates);
            if (at >= 0
                    && (header == null
                            || candidates.get(at).places().size()
                                    > header.places().size())) {
                best = delimiter;
                bestLine = at;
                header = candidates.get(at);
            }
        }
        if (header == null) {
            throw new FileRefused(Failure.NO_HEADER, beginning(first.getFirst().text()));
        }
        Records records = new DelimitedRecords(lines, best, first.subList(bestLine + 1, first.size()));
        String format = best == '\t' ? "TSV" : best == ',' ? "CSV" : "CSV (;)";
        return new Table(header, records, encoding.charset().name(), file.describe(format));
    }

    private static String beginning(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
