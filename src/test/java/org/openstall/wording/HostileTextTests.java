package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class HostileTextTests {
    private static final Wording WORDING = new Wording();
    private static final int LONG = 20_000;

    /** Ten times the longest note; anything much worse than linear would not come to an end. */
    @Test
    void long_texts_of_words_that_matter_come_to_an_end() {
        for (String unit : List.of(
                "no ",
                "no broken or ",
                "missing ",
                "not no never without ",
                "if broken ",
                "different ",
                "charger and ",
                "a@",
                "a.",
                "www.",
                "1-",
                "0 ",
                "공일",
                "零",
                "dot com ",
                "@",
                ". com ",
                "(",
                "w w ",
                "x.x.x.x ",
                "/",
                "없",
                "하자 및 ",
                "无",
                "没有缺",
                "欠品や",
                "なし",
                "nicht ",
                "kein Riss oder ",
                "a\u0301\u0301\u0301",
                "\u200B",
                "ﷺ",
                "𝐛𝐫𝐨𝐤𝐞𝐧 ",
                "㎏",
                "😀",
                "\uD800",
                "ㅋ",
                "ー",
                "\t",
                "…",
                "dot ",
                "co kr ",
                "b r o k e n ")) {
            String text = unit.repeat(LONG / unit.length());
            assertThat(WORDING.check(TextKind.CONDITION_NOTE, "US", null, text).text())
                    .isEqualTo(text);
        }
    }

    @Test
    void mixtures_of_words_that_matter_keep_their_offsets() {
        List<String> words = List.of(
                "no", "missing", "charger", "not", "damaged", ",", ".", "or", "and", "works", "충전기", "없음", "하자", "缺",
                "充电器", "无", "破損", "なし", "ohne", "Kabel", "kaputt", "www", "dot", "com", "@", "010", "2345", "ﷺ", "é",
                "e\u0301", "ß", "ＡＢＣ", "\u200B", "👍", "½", "－", "(", ")", "ﾃﾞｨｽｸ", "欠品", "İ", "Ⅷ", "①", "\uD83D");
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            holds(random.ints(1 + random.nextInt(30), 0, words.size())
                    .mapToObj(words::get)
                    .collect(Collectors.joining(random.nextBoolean() ? " " : "")));
        }
    }

    @Property(tries = 500)
    void any_text_keeps_its_offsets(@ForAll @StringLength(max = 200) String text) {
        holds(text);
    }

    private static void holds(String text) {
        Findings findings = WORDING.check(TextKind.CONDITION_NOTE, "US", null, text);
        int done = 0;
        for (Finding finding : findings.all()) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(done);
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(finding.words());
            done = finding.end();
        }
        assertThat(findings.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
