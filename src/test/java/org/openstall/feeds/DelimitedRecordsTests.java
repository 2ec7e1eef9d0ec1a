package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a quotation mark at the beginning of a cell means. */
class DelimitedRecordsTests {
    private static List<List<String>> rows(String text) throws IOException, FileRefused {
        return rows(text, ',');
    }

    private static List<List<String>> rows(String text, char delimiter) throws IOException, FileRefused {
        List<List<String>> rows = new ArrayList<>();
        try (Records records = new DelimitedRecords(new Lines(new StringReader(text)), delimiter, List.of())) {
            for (Records.Line line = records.next(); line != null; line = records.next()) {
                rows.add(line.cells());
            }
        }
        return rows;
    }

    @Test
    void a_cell_in_quotation_marks_goes_on_over_lines_until_it_is_closed() throws IOException, FileRefused {
        assertThat(rows("A,\"one\n\n\"\"two\"\", three\",1\nB,x,2"))
                .containsExactly(List.of("A", "one\n\n\"two\", three", "1"), List.of("B", "x", "2"));
        assertThat(rows("A,\"one\ntwo\",\"three\nfour\"\nB,x,2"))
                .containsExactly(List.of("A", "one\ntwo", "three\nfour"), List.of("B", "x", "2"));
    }

    @Test
    void between_tabs_a_cell_goes_on_only_over_lines_without_any() throws IOException, FileRefused {
        assertThat(rows("A\t\"one\n\ntwo\"\t1\nB\tx\t2", '\t'))
                .containsExactly(List.of("A", "one\n\ntwo", "1"), List.of("B", "x", "2"));
        assertThat(rows("A\t1\t\"one\ntwo\"\nB\t2\tx", '\t'))
                .containsExactly(List.of("A", "1", "one\ntwo"), List.of("B", "2", "x"));
        assertThat(rows("A\t\"Deluxe\nB\t\"x\"\t2\nC\n", '\t'))
                .containsExactly(List.of("A", "\"Deluxe"), List.of("B", "x", "2"), List.of("C"));
        assertThat(rows("A\t\"Deluxe\nB\tx\"\t2", '\t'))
                .containsExactly(List.of("A", "\"Deluxe"), List.of("B", "x\"", "2"));
    }

    @Test
    void a_quotation_mark_that_the_end_of_the_file_leaves_open_is_a_character() throws IOException, FileRefused {
        assertThat(rows("A,\"Deluxe,1\n\nB,x,2\nC,y,3"))
                .containsExactly(List.of("A", "\"Deluxe", "1"), List.of("B", "x", "2"), List.of("C", "y", "3"));
    }

    @Test
    void a_quotation_mark_is_not_closed_by_one_that_opens_another_cell() throws IOException, FileRefused {
        assertThat(rows("A,\"Deluxe,1\nB,\"x, y\",2"))
                .containsExactly(List.of("A", "\"Deluxe", "1"), List.of("B", "x, y", "2"));
        assertThat(rows("\"A\",\"Deluxe,1\n\"B\",\"x\",2"))
                .containsExactly(List.of("A", "\"Deluxe", "1"), List.of("B", "x", "2"));
        assertThat(rows("A,\"Deluxe,1\nB,\"Plain,2\nC,y,3"))
                .containsExactly(List.of("A", "\"Deluxe", "1"), List.of("B", "\"Plain", "2"), List.of("C", "y", "3"));
    }

    @Test
    void a_cell_over_several_lines_may_stand_before_a_quotation_mark_that_is_a_character()
            throws IOException, FileRefused {
        assertThat(rows("A,\"one\ntwo\",\"Deluxe\nB,x,2"))
                .containsExactly(List.of("A", "one\ntwo", "\"Deluxe"), List.of("B", "x", "2"));
    }

    @Test
    void a_quotation_mark_that_is_not_closed_for_longer_than_any_row_is_a_character() throws IOException, FileRefused {
        String others = "B,x,2\n".repeat(Lines.LONGEST / 2);

        List<List<String>> rows = rows("A,\"Deluxe,1\n" + others + "C,y\",3");

        assertThat(rows).hasSize(Lines.LONGEST / 2 + 2).startsWith(List.of("A", "\"Deluxe", "1"));
        assertThat(rows.getLast()).containsExactly("C", "y\"", "3");
    }

    @Test
    void inches_stay_where_they_are() throws IOException, FileRefused {
        assertThat(rows("A,Pan 12\",1\nB,\"5\" pan,2\nC,\"5\"\" pan\",3"))
                .containsExactly(
                        List.of("A", "Pan 12\"", "1"), List.of("B", "\"5\" pan", "2"), List.of("C", "5\" pan", "3"));
    }
}
