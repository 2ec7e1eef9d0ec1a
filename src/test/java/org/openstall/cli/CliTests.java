package org.openstall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openstall.Openstall;

class CliTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void help_lists_every_command_and_the_settings() {
        assertThat(typed("--help")).isZero();
        assertThat(text(out)).contains("serve", "import", "health", "audit", "--openstall.data");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void help_on_a_command_does_not_start_the_program() {
        assertThat(typed("audit", "--help", "--spring.datasource.url=jdbc:postgresql://nowhere/x"))
                .isZero();
        assertThat(text(out)).contains("openstall audit");
    }

    @Test
    void nothing_at_all_is_answered_by_what_could_be_said() {
        assertThat(typed()).isEqualTo(2);
        assertThat(text(err)).contains("Usage: openstall");
    }

    @Test
    void an_unknown_command_is_named() {
        assertThat(typed("bogus")).isEqualTo(2);
        assertThat(text(err)).startsWith("There is no command 'bogus'.");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThat(typed("audit", "--everything")).isEqualTo(2);
        assertThat(text(err)).contains("'--everything'", "openstall audit --help");
    }

    @Test
    void what_fails_is_told_in_one_sentence() {
        assertThat(typed("audit", "--openstall.data=pom.xml")).isEqualTo(1);
        assertThat(text(err).strip()).isEqualTo("The data directory pom.xml is a file.");
    }

    @Test
    void a_command_that_needs_no_part_of_the_program_runs_without_its_database() {
        assertThat(typed(
                        "wording",
                        "--kind=condition-note",
                        "--country=US",
                        "--out=target/nowhere.csv",
                        "no-such-file.tsv",
                        "--openstall.data=pom.xml"))
                .isEqualTo(1);
        assertThat(text(err).strip()).isEqualTo("There is no file no-such-file.tsv.");
    }

    private int typed(String... words) {
        return new Cli(Openstall.class, new PrintStream(out, true), new PrintStream(err, true)).run(List.of(words));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
