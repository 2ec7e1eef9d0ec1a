package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtinTests {

    @ParameterizedTest
    @CsvSource({
        "036000291452,   00036000291452, 036000291452",
        "0036000291452,  00036000291452, 036000291452",
        "4006381333931,  04006381333931, 4006381333931",
        "73513537,       00000073513537, 73513537",
        "0-306-40615-2,  09780306406157, 9780306406157",
        "080442957X,     09780804429573, 9780804429573",
        "978 0306406157, 09780306406157, 9780306406157",
        "10012345678902, 10012345678902, 10012345678902"
    })
    void every_form_of_a_code_becomes_one(String written, String canonical, String printed) {
        Gtin gtin = new Gtin(canonical);
        assertThat(Gtin.read(written)).isEqualTo(gtin);
        assertThat(gtin.printed()).isEqualTo(printed);
        assertThat(Gtin.read(gtin.printed())).isEqualTo(gtin);
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932, CHECK_DIGIT",
        "0306406153,    CHECK_DIGIT",
        "12345,         LENGTH",
        "12345678901,   LENGTH",
        "'',            NOT_DIGITS",
        "40063813339A1, NOT_DIGITS",
        "X306406152,    NOT_DIGITS",
        "0000000000000, ALL_ZEROS",
        "0000000000,    ALL_ZEROS"
    })
    void a_refusal_says_why(String written, GtinRefusal reason) {
        assertThat(Gtin.read(written)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932,  1",
        "4-006381-33393 2, 1",
        "４００６３８１３３３９３２, 1",
        "036000291453,   2",
        "0306406153,     2",
        "0804429571,     X"
    })
    void a_wrong_check_digit_is_told_with_the_one_expected(String written, char expected) {
        assertThat(Gtin.read(written)).isEqualTo(GtinRefusal.CHECK_DIGIT);
        assertThat(Gtin.corrected(written)).endsWith(String.valueOf(expected));
        assertThat(Gtin.read(Gtin.corrected(written))).isInstanceOf(Gtin.class);
    }

    @Test
    void full_width_digits_and_dashes_of_any_kind_are_read() {
        assertThat(Gtin.read("９７８－０－３０６－４０６１５－７")).isEqualTo(Gtin.read("9780306406157"));
        assertThat(Gtin.read("978\u22120\u2014306\u300040615\u20117")).isEqualTo(Gtin.read("0306406152"));
    }

    @Test
    void digits_of_other_scripts_are_refused() {
        assertThat(Gtin.read("٤٠٠٦٣٨١٣٣٣٩٣١")).isEqualTo(GtinRefusal.NOT_DIGITS);
    }

    @Property
    void one_mistyped_digit_is_always_noticed(
            @ForAll @LongRange(min = 1, max = 999_999_999_999L) long body,
            @ForAll @IntRange(max = 12) int position,
            @ForAll @IntRange(min = 1, max = 9) int mistake) {
        String code = valid(body);
        char wrong = (char) ('0' + (code.charAt(position) - '0' + mistake) % 10);
        assertThat(Gtin.read(code.substring(0, position) + wrong + code.substring(position + 1)))
                .isIn(GtinRefusal.CHECK_DIGIT, GtinRefusal.ALL_ZEROS);
    }

    private static String valid(long body) {
        for (int check = 0; check <= 9; check++) {
            String code = "%012d%d".formatted(body, check);
            if (Gtin.read(code) instanceof Gtin) {
                return code;
            }
        }
        throw new AssertionError("No check digit fits " + body);
    }
}
