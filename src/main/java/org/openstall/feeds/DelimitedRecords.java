package org.openstall.feeds;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells between tabs, commas or semicolons. A cell may stand in quotation marks, as spreadsheets write it, and then go on
 * over several lines; between tabs only over lines without any, as nobody types one into a cell. A quotation mark that is
 * never closed, with a delimiter or the end of a line behind that, is just a character: sellers write inches with it.
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
            return new Line(split(first.text(), delimiter), true);
        }
        String text = first.text();
        return Line.of(split(text.indexOf('"') < 0 ? text : joined(text), delimiter));
    }

    /** A line and those over which its cells go on; what is read ahead in vain is put back. */
    private String joined(String first) throws IOException, FileRefused {
        StringBuilder whole = new StringBuilder(first);
        int closed = whole.length();
        Deque<Lines.Line> sinceClosed = new ArrayDeque<>();
        boolean open = isOpen(first, 0);
        while (open) {
            Lines.Line line = line();
            if (line == null) {
                break;
            }
            sinceClosed.addLast(line);
            String text = line.text();
            whole.append('\n').append(text);
            int close = line.cut() || whole.length() > Lines.LONGEST ? -1 : closing(text, 0, delimiter);
            if (delimiter == '\t' && text.lastIndexOf(delimiter, close - 1) >= 0) {
                close = -1;
            }
            if (close >= 0 && close < text.length()) {
                closed = whole.length();
                sinceClosed.clear();
            }
            open = close == text.length() || (close >= 0 && isOpen(text, close + 2));
        }
        while (!sinceClosed.isEmpty()) {
            readAhead.addFirst(sinceClosed.removeLast());
        }
        return whole.substring(0, closed);
    }

    /** Whether of the cells from {@code start} on the last may go on in the next line. */
    private boolean isOpen(String line, int start) {
        int cell = start;
        while (cell < line.length()) {
            int close = line.charAt(cell) == '"' ? closing(line, cell + 1, delimiter) : -1;
            if (close == line.length()) {
                return true;
            }
            int stop = close >= 0 ? close + 1 : line.indexOf(delimiter, cell);
            if (stop < 0) {
                return false;
            }
            cell = stop + 1;
        }
        return false;
    }

    private static boolean isDoubled(String text, int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == '"';
    }

    static List<String> split(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        while (true) {
            int close = start < line.length() && line.charAt(start) == '"' ? closing(line, start + 1, delimiter) : -1;
            if (close >= 0 && close < line.length()) {
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

    /**
     * Where a quotation mark before {@code from} is closed, with a delimiter or nothing behind it; the line's length if
     * nothing in it closes it; -1 if it cannot be closed any more, because another one follows that is not doubled.
     */
    private static int closing(String line, int from, char delimiter) {
        for (int i = line.indexOf('"', from); i >= 0; i = line.indexOf('"', i + 1)) {
            if (isDoubled(line, i)) {
                i++;
            } else {
                return i + 1 == line.length() || line.charAt(i + 1) == delimiter ? i : -1;
            }
        }
        return line.length();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
