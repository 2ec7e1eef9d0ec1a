package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well notes are judged that people have labelled, by language. Keeps the tables in docs/wording.md what the
 * program says; run with -Dwording=write to write them anew.
 */
class NoteSetsTests {
    private static final Path SETS = Path.of("src/test/resources/wording");
    private static final Path PAGE = Path.of("docs/wording.md");
    private static final Wording WORDING = new Wording();

    private record Note(String id, String language, Set<String> labels, String text) {
        boolean isToBeBlocked() {
            return labels.stream().noneMatch(it -> it.equals("clean") || it.equals("advisory"));
        }

        Findings findings() {
            return WORDING.check(TextKind.CONDITION_NOTE, "US", language, text);
        }
    }

    private static final class Score {
        private int notes;
        private int toBlock;
        private int found;
        private int rightRule;
        private int falsely;

        void count(Note note) {
            Findings findings = note.findings();
            notes++;
            if (note.isToBeBlocked()) {
                toBlock++;
                found += findings.isBlocked() ? 1 : 0;
                rightRule += findings.rules().stream().map(Rule::id).anyMatch(note.labels()::contains) ? 1 : 0;
            } else {
                falsely += findings.isBlocked() ? 1 : 0;
            }
        }

        double precision() {
            return (double) found / (found + falsely);
        }

        double recall() {
            return (double) found / toBlock;
        }

        String row(String language) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %.3f | %.3f | %.3f |%n",
                    language,
                    notes,
                    toBlock,
                    found,
                    falsely,
                    precision(),
                    recall(),
                    (double) rightRule / toBlock);
        }
    }

    @Test
    void labelled_notes_are_judged_as_people_would() throws IOException {
        scores("labelled").forEach((language, score) -> {
            assertThat(score.precision()).as("precision of %s", language).isGreaterThanOrEqualTo(0.95);
            assertThat(score.recall()).as("recall of %s", language).isGreaterThanOrEqualTo(0.90);
        });
    }

    @Test
    void the_labelled_set_is_large_and_half_clean_in_every_language() throws IOException {
        Map<String, Score> scores = scores("labelled");

        assertThat(scores.keySet()).containsExactly("de", "en", "ja", "ko", "zh-CN", "zh-TW");
        scores.values().forEach(score -> {
            assertThat(score.notes).isGreaterThanOrEqualTo(60);
            assertThat((double) score.toBlock / score.notes).isBetween(0.4, 0.7);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"labelled", "held-out"})
    void the_page_tells_the_true_figures(String set) throws IOException {
        StringBuilder table = new StringBuilder("""
                | language | notes | to be blocked | found | blocked falsely | precision | recall | right rule |
                |---|---|---|---|---|---|---|---|
                """);
        scores(set).forEach((language, score) -> table.append(score.row(language)));
        String page = Files.readString(PAGE);
        String begin = "<!-- " + set + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        if ("write".equals(System.getProperty("wording"))) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to))
                .as("Out of date: run mvn test -Dtest=NoteSetsTests -Dwording=write")
                .isEqualTo(table.toString());
    }

    private static Map<String, Score> scores(String set) throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        for (Note note : notes(set)) {
            scores.computeIfAbsent(note.language(), it -> new Score()).count(note);
        }
        return scores;
    }

    private static List<Note> notes(String set) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (String line :
                Files.readAllLines(SETS.resolve(set + ".tsv")).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(4);
            notes.add(new Note(columns[0], columns[1], Set.of(columns[2].split(",", -1)), columns[3]));
        }
        assertThat(notes.stream().map(Note::id)).doesNotHaveDuplicates();
        assertThat(notes.stream().map(Note::text)).doesNotHaveDuplicates();
        return notes;
    }
}
