package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.Money;

class FormatsTests {
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant EVENING = Instant.parse("2026-11-22T03:05:00Z");

    private final Formats english = new Formats(Locale.US, LOS_ANGELES);
    private final Formats korean = new Formats(Locale.KOREA, LOS_ANGELES);
    private final Formats chinese = new Formats(Locale.TAIWAN, LOS_ANGELES);

    @Test
    void money_follows_the_language_and_its_own_decimals() {
        assertThat(english.money(Money.of(123456, "USD"))).isEqualTo("$1,234.56");
        assertThat(english.money(Money.of(123456, "BRL"))).isEqualTo("R$1,234.56");
        assertThat(korean.money(Money.of(123456, "USD"))).isEqualTo("US$1,234.56");
        assertThat(korean.money(Money.of(123456, "KRW"))).isEqualTo("₩123,456");
        assertThat(chinese.money(Money.of(-500, "USD"))).isEqualTo("-US$5.00");
    }

    @Test
    void shares_are_exact_to_two_decimals() {
        assertThat(english.percent(3, 415)).isEqualTo("0.72%");
        assertThat(english.percent(1, 100)).isEqualTo("1%");
        assertThat(english.percent(0, 7)).isEqualTo("0%");
        assertThat(english.percent(0, 0)).isEqualTo("–");
        assertThat(english.percent(new BigDecimal("0.8"))).isEqualTo("0.8%");
    }

    @Test
    void a_day_is_the_marketplaces() {
        assertThat(english.date(EVENING)).isEqualTo("Nov 21, 2026");
        assertThat(korean.date(EVENING)).isEqualTo("2026. 11. 21.");
        assertThat(chinese.date(EVENING)).isEqualTo("2026年11月21日");
    }

    @Test
    void times_tell_their_zone() {
        assertThat(english.dateTime(EVENING).replace('\u202f', ' ')).isEqualTo("Nov 21, 2026, 7:05 PM PST");
        assertThat(korean.time(EVENING)).isEqualTo("오후 7:05 PST");
    }
}
