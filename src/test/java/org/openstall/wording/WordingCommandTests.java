package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.kernel.CannotGoOn;
import picocli.CommandLine;

class WordingCommandTests {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findings_are_written_in_the_order_of_the_texts_and_clean_ones_not_at_all() throws IOException {
        Path file = file("b\ten\tmissing charger\na\ten\tlight scratches\nc\tko\t하자 없음. 충전기 없음\n");

        assertThat(run("US", file)).isZero();
        assertThat(written())
                .containsExactly(
                        "id,level,rule,start,end", "b,blocking,missing-parts,0,15", "c,blocking,missing-parts,7,13");
        assertThat(out.toString()).contains("3 texts checked, 2 of them blocked, 0 rows broken");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void offsets_count_code_points_as_python_does() throws IOException {
        assertThat(run("US", file("a\ten\t👍👍 no charger\n"))).isZero();
        assertThat(written()).contains("a,blocking,missing-parts,3,13");
    }

    @Test
    void a_mark_a_header_and_windows_line_ends_do_not_matter() throws IOException {
        assertThat(run("de", file("\uFEFFid\tlanguage\ttext\r\na\tde\tNetzteil fehlt\r\n\r\n")))
                .isZero();
        assertThat(written()).hasSize(2).last().isEqualTo("a,blocking,missing-parts,0,14");
    }

    @Test
    void broken_rows_are_told_and_the_rest_is_done() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("a\ten\tno charger\nonly one column\na\tb\tc\td\n\ten\tno id\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("x\tde\tf\u00FCr Bastler\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(("l\ten\t" + "x".repeat(1 << 21) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.write("z\ten\tfor parts".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(directory.resolve("texts.tsv"), bytes.toByteArray());

        assertThat(run("US", file)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        file + ", line 2 should be id, language and text, parted by two tabs, and has 0",
                        file + ", line 3 should be id, language and text, parted by two tabs, and has 3",
                        file + ", line 4 has no id",
                        file + ", line 5 is not UTF-8",
                        file + ", line 6 is longer than a million bytes");
        assertThat(written()).hasSize(3).last().isEqualTo("z,blocking,defective,0,9");
    }

    @Test
    void an_empty_file_has_no_findings() throws IOException {
        assertThat(run("US", file(""))).isZero();
        assertThat(written()).containsExactly("id,level,rule,start,end");
    }

    @Test
    void what_cannot_be_done_is_told_in_a_sentence() throws IOException {
        Path missing = directory.resolve("missing.tsv");
        assertThat(failure("condition-note", "US", missing, output())).isEqualTo("There is no file " + missing + ".");
        assertThat(failure("condition-note", "US", directory, output()))
                .isEqualTo(directory + " is a directory, not a file of texts.");
        Path file = file("a\ten\tfine\n");
        assertThat(failure("poem", "US", file, output()))
                .isEqualTo("There is no kind of text poem; there are condition-note, packing-slip-note");
        assertThat(failure("condition-note", "Atlantis", file, output()))
                .isEqualTo("There is no country Atlantis; --country takes a code like US.");
        assertThat(failure("condition-note", "US", file, file)).startsWith("--out would overwrite the texts");
        assertThat(Files.readString(file)).isEqualTo("a\ten\tfine\n");
        assertThat(failure("condition-note", "US", file, directory.resolve("nowhere/out.csv")))
                .contains("cannot be written");
    }

    private int run(String country, Path file) {
        return line().execute(
                        "--kind",
                        "condition-note",
                        "--country",
                        country,
                        "--out",
                        output().toString(),
                        file.toString());
    }

    private String failure(String kind, String country, Path file, Path to) {
        StringBuilder message = new StringBuilder();
        line().setExecutionExceptionHandler((failure, line, parsed) -> {
                    assertThat(failure).isInstanceOf(CannotGoOn.class);
                    message.append(failure.getMessage());
                    return 1;
                })
                .execute("--kind", kind, "--country", country, "--out", to.toString(), file.toString());
        return message.toString();
    }

    private CommandLine line() {
        return new CommandLine(new WordingCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("texts.tsv"), content);
    }

    private Path output() {
        return directory.resolve("out.csv");
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(output());
    }
}
