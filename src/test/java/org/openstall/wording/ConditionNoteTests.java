package org.openstall.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionNoteTests {
    private static final Wording WORDING = new Wording();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no missing parts",
                "Nothing missing, nothing broken.",
                "not damaged",
                "works perfectly, no defects",
                "missing nothing",
                "No cracks, chips or missing pieces",
                "Light scratches on the lid",
                "None of the pages are torn or missing",
                "keine Kratzer, funktioniert einwandfrei",
                "Es fehlt nichts.",
                "하자 없음",
                "고장난 곳 없습니다",
                "缺件：無",
                "无缺件",
                "欠品なし",
                "破損はありません"
            })
    void what_is_denied_is_not_said(String note) {
        assertThat(check(note).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Some shelf wear, corners bumped, pages yellowed.",
                "Ex-library with the usual stamps and stickers.",
                "Highlighting and notes in the first chapters.",
                "Gebrauchsspuren, kleine Dellen, leichte Kratzer",
                "생활기스와 사용감 있습니다. 밑줄 조금 있어요.",
                "外壳有轻微划痕，书角磨损",
                "封面泛黃、書角有折痕",
                "カバーに擦れ、天に小さなシミがあります"
            })
    void wear_passes(String note) {
        assertThat(check(note).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If anything is missing or broken, please send us a message.",
                "Packed well to avoid damage in transit.",
                "Tested for dead pixels.",
                "Sollte etwas fehlen, melden Sie sich bitte.",
                "혹시 누락이나 파손이 있으면 알려 주세요.",
                "如有破损请联系平台。",
                "万が一破損がございましたらご連絡ください。"
            })
    void what_is_only_supposed_is_not_said(String note) {
        assertThat(check(note).isBlocked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing charger                         | missing-parts
            w/o charger                             | missing-parts
            HDD not incl.                           | missing-parts
            Everything except the manual            | missing-parts
            doesn't turn on                         | defective
            FOR PARTS                               | defective
            READ: no sound on left side             | defective
            b r o k e n and d3fect1ve               | damaged
            cracked screen but works                | damaged
            spine broken, pages torn                | damaged
            region 2 disc                           | differs-from-page
            different colour than pictured          | differs-from-page
            generic cable instead of the original   | differs-from-page
            demnächst defekt                        | defective
            Akku defekt                             | defective
            Netzteil fehlt                          | missing-parts
            lässt sich nicht einschalten            | defective
            충전기 미포함                              | missing-parts
            액정 깨짐                                | damaged
            전원이 안 들어와요                          | defective
            缺少充电器                               | missing-parts
            沒有附充電器                              | missing-parts
            無法開機                                 | defective
            傷有り 動作未確認                           | defective
            ジャンク品                                | defective
            付属品欠品                                | missing-parts
            """)
    void what_is_wrong_with_an_item_is_found(String note, String rule) {
        assertThat(check(note).rules()).extracting(Rule::id).contains(rule);
    }

    @Test
    void a_denial_reaches_no_further_than_its_part_of_the_sentence() {
        assertThat(marked("No scratches, screen cracked")).isEqualTo("No scratches, screen [cracked]");
        assertThat(marked("not damaged but missing charger")).isEqualTo("not damaged but [missing charger]");
        assertThat(marked("하자 없음. 충전기 없음.")).isEqualTo("하자 없음. [충전기 없음].");
        assertThat(marked("没有划痕，缺说明书")).isEqualTo("没有划痕，[缺说明书]");
        assertThat(marked("傷はありません。リモコン欠品。")).isEqualTo("傷はありません。[リモコン欠品]。");
        assertThat(marked("Keine Kratzer, Akku defekt")).isEqualTo("Keine Kratzer, Akku [defekt]");
    }

    @Test
    void missing_packaging_is_advised_against_and_missing_parts_are_refused() {
        assertThat(check("without original box").rules()).containsExactly(Rule.PACKAGING);
        assertThat(check("without original box").isBlocked()).isFalse();
        assertThat(check("without manual").rules()).containsExactly(Rule.MISSING_PARTS);
        assertThat(check("박스 없음").rules()).containsExactly(Rule.PACKAGING);
    }

    @Test
    void shipping_and_promotion_are_advised_against() {
        assertThat(check("Very good. Ships same day!").rules()).containsExactly(Rule.SHIPPING_OR_PRICE);
        assertThat(check("Very good. Please leave us a review.").rules()).containsExactly(Rule.PROMOTION);
    }

    @Test
    void all_languages_are_read_whatever_the_text_is_said_to_be_in() {
        assertThat(WORDING.check(TextKind.CONDITION_NOTE, "US", "en", "좋아요. 충전기 없음")
                        .isBlocked())
                .isTrue();
        assertThat(WORDING.check(TextKind.CONDITION_NOTE, "JP", null, "動作未確認").isBlocked())
                .isTrue();
        assertThat(WORDING.check(TextKind.CONDITION_NOTE, "DE", "de", "missing charger")
                        .isBlocked())
                .isTrue();
    }

    @Test
    void the_pieces_are_the_text() {
        Findings findings = check("Good, but no charger. 電話 0912-345-678 👍");
        assertThat(findings.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(findings.text());
        assertThat(findings.pieces())
                .filteredOn(Piece::isMarked)
                .extracting(Piece::text)
                .containsExactly("no charger", "0912-345-678");
        assertThat(check("").pieces()).isEmpty();
        assertThat(check("fine").pieces()).containsExactly(new Piece("fine", null));
    }

    @Test
    void a_country_is_a_country() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDING.check(TextKind.CONDITION_NOTE, "XX", null, "fine"))
                .withMessageContaining("XX");
    }

    private static Findings check(String note) {
        return WORDING.check(TextKind.CONDITION_NOTE, "US", null, note);
    }

    private static String marked(String note) {
        return check(note).pieces().stream()
                .map(it -> it.isMarked() ? "[" + it.text() + "]" : it.text())
                .collect(Collectors.joining());
    }
}
