package org.openstall.sellerdesk;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;

/** Sends a whole list as a file for spreadsheets, stretch by stretch, however long it is. */
final class Csv {
    /** Tells spreadsheets that the file is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** How many rows to read at a time. */
    static final int STRETCH = 1_000;

    private Csv() {}

    /**
     * @param stretches gives the stretch after a key, the first for null
     * @param cells the cells of a row
     */
    static <T> void send(
            HttpServletResponse response,
            String name,
            List<String> header,
            Function<@Nullable String, Page<T>> stretches,
            Function<T, List<String>> cells)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(header);
            String after = null;
            do {
                Page<T> stretch = stretches.apply(after);
                stretch.items()
                        .forEach(it -> csv.writeRecord(
                                cells.apply(it).stream().map(Csv::defused).toList()));
                after = stretch.next();
            } while (after != null);
        }
    }

    /** A cell that a spreadsheet would run as a formula is made plain text by an apostrophe. */
    static String defused(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? '\'' + cell : cell;
    }

    /** Local time with its offset, to the second; empty for null. */
    static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : instant.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .toString();
    }
}
