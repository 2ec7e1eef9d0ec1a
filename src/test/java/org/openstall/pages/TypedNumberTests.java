package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "49.90|49.90",
                " 7 |7",
                "12.|12",
                ".5|0.5",
                "1,000|1000",
                "12,345,678.25|12345678.25",
                "12,5|12.5",
                "12,50|12.50",
                "0,125|0.125",
                ",75|0.75",
                "999999999999999|999999999999999",
            })
    void a_comma_groups_thousands_where_it_can_and_is_a_decimal_sign_where_it_cannot(String typed, String number) {
        assertThat(TypedNumber.read(typed, 2))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                ",",
                "-5",
                "+5",
                "1e9",
                "ten",
                "1,00,000",
                "1,0000,000",
                "1.000,50",
                "1234,567",
                "1 000",
                "1,000,000,000,000,000,000",
                "9999999999999999"
            })
    void what_could_mean_two_things_or_nothing_is_no_number(String typed) {
        assertThat(TypedNumber.read(typed, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"49,00", "4,9", "0,125", "10,00,000"})
    void where_no_decimals_make_sense_a_comma_only_groups(String typed) {
        assertThat(TypedNumber.read(typed, 0)).isEmpty();
        assertThat(TypedNumber.read("49,000", 0)).contains(new BigDecimal("49000"));
    }
}
