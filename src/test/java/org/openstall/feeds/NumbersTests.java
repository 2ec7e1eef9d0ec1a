package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {
    private static Numbers.Reading read(NumberFormat format, String text) {
        return new Numbers(format).read(text);
    }

    private static Numbers.Reading value(String number) {
        return new Numbers.Reading.Value(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-7", "007", "123456789012345678"})
    void digits_alone_are_the_same_to_everybody(String text) {
        for (NumberFormat format : NumberFormat.values()) {
            assertThat(read(format, text)).isEqualTo(value(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12.5,12.5",
        "12.50,12.50",
        "-12.5,-12.5",
        ".5,.5",
        "-.5,-.5",
        "12.,12",
        "1.2345,1.2345",
        "1.123456789012,1.123456789012"
    })
    void a_point_before_other_than_three_digits_is_understood_without_asking(String text, String number) {
        assertThat(read(NumberFormat.ASK, text)).isEqualTo(value(number));
        assertThat(read(NumberFormat.POINT, text)).isEqualTo(value(number));
    }

    @ParameterizedTest
    @CsvSource({"1.234,1.234,1234", "12.345,12.345,12345", "-1.234,-1.234,-1234"})
    void a_point_before_three_digits_is_asked_about(String text, String toSome, String toOthers) {
        assertThat(read(NumberFormat.ASK, text)).isInstanceOf(Numbers.Reading.Ambiguous.class);
        assertThat(read(NumberFormat.POINT, text)).isEqualTo(value(toSome));
        assertThat(read(NumberFormat.COMMA, text)).isEqualTo(value(toOthers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "12.", ".5", "1.2345"})
    void who_writes_commas_does_not_mean_a_point(String text) {
        assertThat(read(NumberFormat.COMMA, text)).isInstanceOf(Numbers.Reading.NotANumber.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56|1234.56",
                "1 234.56|1234.56",
                "1’234.56|1234.56",
                "12,34,567.8|1234567.8",
                "１２３|123",
                "−5|-5"
            })
    void groups_and_wide_characters_are_read(String text, String number) {
        assertThat(read(NumberFormat.POINT, text)).isEqualTo(value(number));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_number_is_none_in_any_format(NumberFormat format) {
        for (String text : new String[] {
            "",
            "-",
            ".",
            "-.",
            "--1",
            "1-",
            "1..2",
            "1.2.3x",
            "x",
            "1e9",
            "1 2",
            "1234567890123456789",
            "1.1234567890123",
            "NaN",
            "+1"
        }) {
            assertThat(read(format, text)).as(text).isInstanceOf(Numbers.Reading.NotANumber.class);
        }
    }
}
