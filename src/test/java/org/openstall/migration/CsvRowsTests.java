package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.kernel.CannotGoOn;

class CsvRowsTests {
    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("rows.csv"), text);
    }

    private List<String> read(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Rejects rejects = new Rejects(directory.resolve("rejects.csv"))) {
            new CsvRows(file, List.of("id", "text"))
                    .forEach(rejects, row -> rows.add(row.line() + ":" + row.get("id") + "=" + row.get("text")));
        }
        return rows;
    }

    private List<String> rejects() throws IOException {
        return Files.readAllLines(directory.resolve("rejects.csv"));
    }

    @Test
    void a_quoted_field_may_hold_lines_commas_and_quotes() throws IOException {
        assertThat(read(file("id,text\na,\"one, \"\"two\"\"\nthree\"\nb,four\n")))
                .containsExactly("2:a=one, \"two\"\nthree", "4:b=four");
    }

    @Test
    void columns_may_come_in_any_order_and_a_byte_order_mark_is_no_part_of_the_first() throws IOException {
        assertThat(read(file("\uFEFFtext,more,id\nx,y,a\n"))).containsExactly("2:a=x");
    }

    @Test
    void a_quote_that_never_closes_costs_its_own_line_alone() throws IOException {
        assertThat(read(file("id,text\na,\"broken\nb,good\nc,good\n"))).containsExactly("3:b=good", "4:c=good");
        assertThat(rejects()).hasSize(2).last().asString().startsWith("rows.csv,2,\"Broken quoting");
    }

    @Test
    void a_quote_that_closes_in_a_later_row_costs_its_own_line_alone() throws IOException {
        assertThat(read(file("id,text\na,\"broken\nb,\"good, too\"\nc,good\n")))
                .containsExactly("3:b=good, too", "4:c=good");
    }

    @Test
    void a_row_with_another_number_of_fields_is_rejected_with_both_numbers() throws IOException {
        assertThat(read(file("id,text\na,b,c\nd,e\n"))).containsExactly("3:d=e");
        assertThat(rejects()).last().isEqualTo("rows.csv,2,3 fields where the header has 2");
    }

    @Test
    void a_row_in_another_encoding_is_rejected() throws IOException {
        Path file = directory.resolve("rows.csv");
        Files.write(file, "id,text\na,São Paulo\nb,ok\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(file)).containsExactly("3:b=ok");
        assertThat(rejects()).last().asString().contains("Not UTF-8");
    }

    @Test
    void a_gzipped_file_is_read_whatever_it_is_called() throws IOException {
        Path file = directory.resolve("rows.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,text\na,b\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(file)).containsExactly("2:a=b");
    }

    @Test
    void packed_data_that_was_cut_off_or_is_damaged_is_told_with_the_last_line_that_could_be_read() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            Random random = new Random(7);
            out.write("id,text\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write(("a," + random.nextLong() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = packed.toByteArray();
        Path file = directory.resolve("rows.csv.gz");

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageMatching("rows.csv.gz is not complete: its packed data ends after line 2\\d{4}\\."
                        + " Copy it here once more and run the import again\\.");
        assertThatThrownBy(() -> new CsvRows(file, List.of("id")).approximateSize())
                .hasMessageContaining("rows.csv.gz is not complete");

        Files.write(file, Arrays.copyOf(whole, 5));
        assertThatThrownBy(() -> read(file)).hasMessageContaining("rows.csv.gz is not complete");

        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 1_000, (byte) 0xff);
        Files.write(file, whole);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("rows.csv.gz is damaged");
    }

    @Test
    void a_missing_column_and_an_empty_file_are_named_before_anything_is_read() throws IOException {
        assertThatThrownBy(() -> read(file("id,words\na,b\n")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("rows.csv lacks the column text");
        assertThatThrownBy(() -> read(file(""))).isInstanceOf(CannotGoOn.class).hasMessageContaining("id, text");
    }
}
