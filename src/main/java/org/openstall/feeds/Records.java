package org.openstall.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a table, as cells. */
interface Records extends Closeable {

    /** The next line that is not empty, or null at the end. */
    @Nullable
    Line next() throws IOException, FileRefused;

    /** Cells of a line; only those it begins with if it was longer than any line of such a file. */
    record Line(List<String> cells, boolean isTooLong) {
        static Line of(List<String> cells) {
            return new Line(cells, false);
        }

        boolean isBlank() {
            for (String cell : cells) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return !isTooLong;
        }
    }
}
