package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.SheetText;

class CsvTests {
    @Test
    void cells_are_quoted_where_they_must_be_and_the_file_says_that_it_is_utf8() {
        byte[] file = Csv.file("list.csv", List.of("name", "note"), List.of(List.of("나디아, Inc.", "says \"hi\"")))
                .getBody();
        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFname,note\r\n\"나디아, Inc.\",\"says \"\"hi\"\"\"\r\n");
    }

    @Test
    void a_name_that_would_be_a_formula_is_only_text() {
        assertThat(SheetText.harmless("=HYPERLINK(\"http://evil\")")).startsWith("'=");
        assertThat(SheetText.harmless("+cmd")).isEqualTo("'+cmd");
        assertThat(SheetText.harmless("-2.5")).isEqualTo("-2.5");
        assertThat(SheetText.harmless("Nadia’s")).isEqualTo("Nadia’s");
    }
}
