package org.openstall.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.SheetText;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list as a file for spreadsheets: what the link of {@code parts/csv.jte} downloads. */
public final class Csv {
    /** Tells spreadsheets that the file is in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static ResponseEntity<byte[]> file(String name, List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(SheetText::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** How many rows {@link #stream} reads at a time. */
    public static final int STRETCH = 1_000;

    /**
     * Sends a list of any length, stretch by stretch.
     *
     * @param stretches gives the stretch after a key, the first for null
     * @param cells the cells of a row
     */
    public static <T> void stream(
            HttpServletResponse response,
            String name,
            List<String> header,
            Function<@Nullable String, Page<T>> stretches,
            Function<T, List<String>> cells)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            String after = null;
            do {
                Page<T> stretch = stretches.apply(after);
                stretch.items()
                        .forEach(it -> csv.writeRecord(cells.apply(it).stream()
                                .map(SheetText::harmless)
                                .toList()));
                after = stretch.next();
            } while (after != null);
        }
    }

    /** A time with its offset, to the second; empty for null. */
    public static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? ""
                : instant.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .toString();
    }
}
