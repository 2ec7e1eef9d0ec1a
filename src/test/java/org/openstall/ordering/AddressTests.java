package org.openstall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AddressTests {
    @Test
    void every_part_is_one_line_whatever_was_pasted() {
        Address pasted = new Address(
                " Omar\r\nHaddad\t", "12 Alder St\u2028", "Apt\u0007 4", "Portland", "OR", "97205\n", "US", "");

        assertThat(pasted)
                .isEqualTo(new Address("Omar Haddad", "12 Alder St", "Apt 4", "Portland", "OR", "97205", "US", ""));
        assertThat(pasted.problems()).isEmpty();
    }

    @Test
    void letters_and_marks_of_all_scripts_stay_as_they_are() {
        Address seoul = new Address("김민준", "테헤란로 152", "강남파이낸스센터 23층", "서울특별시", "", "06236", "KR", "");

        assertThat(new Address("محمد عبد الله", "شارع الملك\u200f 7", "", "الرياض", "", "11564", "SA", "").line1())
                .contains("\u200f");
        assertThat(seoul.line2()).isEqualTo("강남파이낸스센터 23층");
        assertThat(seoul.problems()).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_million_blanks_are_read_in_one_go() {
        String blanks = " ".repeat(1_000_000);

        Address endless =
                new Address("Omar" + blanks + "Haddad" + blanks + "\u0007", "1", "", "Reno", "NV", "89501", "US", "");

        assertThat(endless.problems()).containsExactly(Address.Problem.TOO_LONG);
    }

    @Test
    void a_part_of_control_characters_alone_is_missing() {
        assertThat(new Address("\u0007\n", "1 Main St", "", "Reno", "NV", "89501", "US", "").problems())
                .containsExactly(Address.Problem.NAME);
    }

    @Test
    void a_postal_code_of_signs_alone_is_missing() {
        for (String signs : List.of("", "-", ".", "〒")) {
            assertThat(new Address("Omar", "1 Snow Ln", "", "Anchorage", "", signs, "US", "").problems())
                    .as(signs)
                    .containsExactly(Address.Problem.POSTAL_CODE);
        }
        assertThat(new Address("Omar", "1 Snow Ln", "", "Anchorage", "", "９９５０１", "US", "").problems())
                .isEmpty();
    }
}
