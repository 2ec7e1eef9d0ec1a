package org.openstall.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, however they end, and never holds more than {@value #LONGEST} characters of one. */
final class Lines implements Closeable {
    static final int LONGEST = 100_000;

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int end;
    private long number;
    private boolean afterReturn;
    private boolean cut;

    Lines(Reader in) {
        this.in = in;
    }

    /** A line without its end; if it was cut, only its beginning. */
    record Line(String text, boolean cut) {
        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** The next line, or null. */
    @Nullable
    Line next() throws IOException, FileRefused {
        line.setLength(0);
        cut = false;
        boolean any = false;
        while (true) {
            if (position == end) {
                end = in.read(buffer, 0, buffer.length);
                position = 0;
                if (end < 0) {
                    end = 0;
                    return any ? finished() : null;
                }
            }
            if (afterReturn && buffer[position] == '\n') {
                position++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            any = true;
            int from = position;
            while (position < end && buffer[position] > '\r') {
                position++;
            }
            keep(from);
            if (position < end) {
                char character = buffer[position++];
                switch (character) {
                    case '\n' -> {
                        return finished();
                    }
                    case '\r' -> {
                        afterReturn = true;
                        return finished();
                    }
                    case 0 -> throw new FileRefused(Failure.NUL_BYTES, number + 1);
                    default -> keep(position - 1);
                }
            }
        }
    }

    private void keep(int from) {
        int length = Math.min(position - from, LONGEST - line.length());
        line.append(buffer, from, length);
        cut |= length < position - from;
    }

    private Line finished() {
        number++;
        return new Line(line.toString(), cut);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
