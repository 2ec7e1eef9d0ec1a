package org.openstall.marketplaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarketplaceTests {
    private static final Marketplace US = new Marketplace(
            Marketplaces.US,
            "US",
            "us.example",
            Currency.getInstance("USD"),
            ZoneId.of("America/Los_Angeles"),
            Locale.US);
    private static final Marketplace BR = new Marketplace(
            Marketplaces.BR,
            "BR",
            "br.example",
            Currency.getInstance("BRL"),
            ZoneId.of("America/Sao_Paulo"),
            Locale.of("pt", "BR"));

    @Property
    void every_microsecond_lies_in_exactly_one_day(
            @ForAll @IntRange(min = 0, max = 20_000) int days, @ForAll @IntRange(min = 0, max = 86_399) int seconds) {
        Instant instant = Instant.EPOCH.plus(Duration.ofDays(days)).plusSeconds(seconds);
        for (Marketplace place : new Marketplace[] {US, BR}) {
            LocalDate day = place.dayOf(instant);
            assertThat(instant).isBetween(place.startOf(day), place.endOf(day));
            assertThat(place.endOf(day).plusNanos(1_000)).isEqualTo(place.startOf(day.plusDays(1)));
        }
    }

    @Test
    void a_day_of_the_change_of_clocks_is_an_hour_shorter_or_longer() {
        LocalDate spring = LocalDate.of(2026, 3, 8);
        assertThat(Duration.between(US.startOf(spring), US.startOf(spring.plusDays(1))))
                .isEqualTo(Duration.ofHours(23));
        LocalDate brazil = LocalDate.of(2017, 10, 15);
        assertThat(BR.startOf(brazil)).isEqualTo(Instant.parse("2017-10-15T03:00:00Z"));
        assertThat(Duration.between(BR.startOf(brazil), BR.startOf(brazil.plusDays(1))))
                .isEqualTo(Duration.ofHours(23));
    }
}
