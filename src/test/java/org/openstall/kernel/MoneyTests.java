package org.openstall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTests {
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Currency WON = Currency.getInstance("KRW");

    @Property
    void what_is_written_in_whole_units_reads_back_the_same(@ForAll long minor) {
        Money money = new Money(minor, DOLLAR);
        assertThat(Money.ofDecimal(money.toDecimal(), DOLLAR)).isEqualTo(money);
    }

    @Property
    void adding_and_taking_away_again_changes_nothing(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long other) {
        Money money = new Money(one, DOLLAR);
        assertThat(money.plus(new Money(other, DOLLAR)).minus(new Money(other, DOLLAR)))
                .isEqualTo(money);
    }

    @Property
    void a_fraction_is_never_off_by_more_than_half_a_unit(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long minor,
            @ForAll @IntRange(min = 1, max = 10_000) int parts) {
        long share = new Money(minor, DOLLAR).fraction(1, parts).minor();
        assertThat(Math.abs(2 * (share * parts - minor))).isLessThanOrEqualTo(parts);
    }

    @Test
    void a_half_goes_to_the_even_side() {
        assertThat(new Money(5, DOLLAR).fraction(1, 2).minor()).isEqualTo(2);
        assertThat(new Money(15, DOLLAR).fraction(1, 10).minor()).isEqualTo(2);
    }

    @Test
    void more_decimals_than_the_currency_has_are_refused() {
        assertThat(Money.ofDecimal(new BigDecimal("12.30"), DOLLAR).minor()).isEqualTo(1230);
        assertThat(Money.ofDecimal(new BigDecimal("1200"), WON).minor()).isEqualTo(1200);
        assertThatThrownBy(() -> Money.ofDecimal(new BigDecimal("1.005"), DOLLAR))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofDecimal(new BigDecimal("0.5"), WON)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currencies_do_not_mix_and_nothing_overflows_in_silence() {
        assertThatThrownBy(() -> Money.zero(DOLLAR).plus(Money.zero(WON))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, DOLLAR).plus(new Money(1, DOLLAR)))
                .isInstanceOf(ArithmeticException.class);
    }
}
