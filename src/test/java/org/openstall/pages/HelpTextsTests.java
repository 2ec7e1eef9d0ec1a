package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openstall.operatordesk.OperatorDesk;
import org.openstall.sellerdesk.SellerDesk;

/** The texts of help, and what they refer to. */
class HelpTextsTests {
    private static final List<Desk> DESKS = List.of(SellerDesk.DESK, OperatorDesk.DESK);

    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource(Language.class)
    void help_says_only_what_the_desk_says_too(Language language) {
        for (String key : helpKeys()) {
            for (String reference : references(language, key)) {
                if (!reference.startsWith(HelpPiece.POLICY) && !reference.startsWith(HelpPiece.LIMIT)) {
                    String said = reference.replaceFirst("^(=|/\\S+ )", "");
                    assertThat(texts.has(said)).as("%s in %s", said, key).isTrue();
                    assertThat(texts.pattern(language, said))
                            .as("%s in %s needs no arguments", said, key)
                            .doesNotContain("{");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void help_refers_to_the_same_in_every_language(Language language) {
        for (String key : helpKeys()) {
            assertThat(references(language, key))
                    .as("%s in %s", key, language)
                    .containsExactlyInAnyOrderElementsOf(references(Language.ENGLISH, key));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void numbers_of_help_are_nowhere_written_out_with_a_unit(Language language) {
        for (String key : helpKeys()) {
            assertThat(texts.pattern(language, key)).as(key).doesNotContainPattern("\\d+(\\.\\d+)? ?[%％]");
        }
    }

    @Test
    void every_text_of_help_is_shown_somewhere() {
        Set<String> shown = new TreeSet<>();
        for (Desk desk : DESKS) {
            for (Desk.Item item : desk.items()) {
                for (Desk.Topic topic : item.topics()) {
                    shown.addAll(keys(desk.key(topic), topic));
                }
            }
        }
        Set<String> written = helpKeys().stream()
                .filter(it -> it.matches("help\\.(seller|operator)\\..*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(written);
    }

    /** A topic whose name or section has no text is found by this, too. */
    private Set<String> keys(String title, Desk.Topic topic) {
        Set<String> keys = new TreeSet<>(List.of(title, title + ".lead"));
        for (String section : topic.sections()) {
            String heading = title + '.' + section;
            keys.add(heading);
            for (String kind : List.of(".text.", ".step.", ".point.")) {
                for (int i = 1; texts.has(heading + kind + i); i++) {
                    keys.add(heading + kind + i);
                }
            }
        }
        return keys;
    }

    @Test
    void no_two_topics_of_a_desk_and_no_two_sections_of_a_topic_have_one_name() {
        for (Desk desk : DESKS) {
            List<String> names = new ArrayList<>();
            for (Desk.Item item : desk.items()) {
                for (Desk.Topic topic : item.topics()) {
                    names.add(topic.name());
                    assertThat(topic.sections()).as(topic.name()).isNotEmpty().doesNotHaveDuplicates();
                }
            }
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    private List<String> helpKeys() {
        return texts.keys(Language.ENGLISH).stream()
                .filter(it -> it.startsWith("help."))
                .toList();
    }

    private List<String> references(Language language, String key) {
        return HelpPiece.REFERENCE
                .matcher(texts.pattern(language, key))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }
}
