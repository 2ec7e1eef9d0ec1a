package org.openstall.feeds;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells between tabs, commas or semicolons. A cell may stand in quotation marks, as spreadsheets write it; between
 * commas and semicolons it may then go on over several lines. A quotation mark that is never closed is just a
 * character: sellers write inches with it.
 */
final class DelimitedRecords implements Records {
    private final Lines lines;
    private final char delimiter;
    private final Deque<Lines.Line> readAhead = new ArrayDeque<>();

    /** @param readAhead lines that were read already to find out about the delimiter */
    DelimitedRecords(Lines lines, char delimiter, List<Lines.Line> readAhead) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.readAhead.addAll(readAhead);
    }

    @Override
    public @Nullable Line next() throws IOException, FileRefused {
        for (Lines.Line line = line(); line != null; line = line()) {
            if (!line.isBlank()) {
                Line record = record(line);
                if (!record.isBlank()) {
                    return record;
                }
            }
        }
        return null;
    }

    private Lines.@Nullable Line line() throws IOException, FileRefused {
        return readAhead.isEmpty() ? lines.next() : readAhead.removeFirst();
    }

    private Line record(Lines.Line first) throws IOException, FileRefused {
        if (first.cut()) {
            return Line.TOO_LONG;
        }
        String text = first.text();
        if (delimiter == '\t' || text.indexOf('"') < 0 || isClosed(text, delimiter)) {
            return Line.of(split(text, delimiter));
        }
        StringBuilder whole = new StringBuilder(text);
        for (Lines.Line line = line(); line != null; line = line()) {
            whole.append('\n').append(line.text());
            if (line.cut() || whole.length() > Lines.LONGEST) {
                return Line.TOO_LONG;
            }
            if (line.text().indexOf('"') >= 0 && isClosed(whole, delimiter)) {
                break;
            }
        }
        return Line.of(split(whole.toString(), delimiter));
    }

    private static boolean isClosed(CharSequence text, char delimiter) {
        boolean quoted = false;
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted) {
                quoted = character != '"' || isDoubled(text, i);
                i += character == '"' && quoted ? 1 : 0;
            } else {
                quoted = character == '"' && atStart;
                atStart = character == delimiter;
            }
        }
        return !quoted;
    }

    private static boolean isDoubled(CharSequence text, int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == '"';
    }

    static List<String> split(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (true) {
            int close = start < line.length() && line.charAt(start) == '"' ? closing(line, start, delimiter) : -1;
            if (close >= 0) {
                cells.add(line.substring(start + 1, close).replace("\"\"", "\""));
                if (close + 1 >= line.length()) {
                    return cells;
                }
                start = close + 2;
            } else {
                int stop = line.indexOf(delimiter, start);
                if (stop < 0) {
                    cells.add(line.substring(start));
                    return cells;
                }
                cells.add(line.substring(start, stop));
                start = stop + 1;
            }
        }
    }

    /** Where the quotation mark at {@code open} is closed, with a delimiter or nothing behind it; or -1. */
    private static int closing(String line, int open, char delimiter) {
        for (int i = line.indexOf('"', open + 1); i >= 0; i = line.indexOf('"', i + 1)) {
            if (isDoubled(line, i)) {
                i++;
            } else if (i + 1 == line.length() || line.charAt(i + 1) == delimiter) {
                return i;
            } else {
                return -1;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
