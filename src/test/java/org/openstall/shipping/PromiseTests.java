package org.openstall.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;

class PromiseTests {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of("US", List.of());
    private static final LocalTime TWO = LocalTime.of(14, 0);
    private static final Promise.Handling TWO_DAYS = new Promise.Handling(1, 2);
    private static final Transit FIVE_DAYS = new Transit(3, 5);

    private static Marketplace place(ZoneId zone) {
        return new Marketplace(Marketplaces.US, "US", "us.example", Currency.getInstance("USD"), zone, Locale.US);
    }

    private static final Marketplace US = place(ZoneId.of("America/Los_Angeles"));

    private static Promise at(String local) {
        Instant ordered = LocalDateTime.parse(local).atZone(US.zone()).toInstant();
        return Promise.of(ordered, US, CALENDAR, TWO, TWO_DAYS, FIVE_DAYS);
    }

    private static LocalDate day(Instant instant) {
        return US.dayOf(instant);
    }

    @Test
    void before_the_cut_off_an_order_counts_as_of_the_day() {
        Promise promise = at("2026-03-02T13:59:59");

        assertThat(day(promise.shipBy())).isEqualTo("2026-03-04");
        assertThat(promise.shipBy()).isEqualTo(US.endOf(LocalDate.of(2026, 3, 4)));
        assertThat(day(promise.deliveredFrom())).isEqualTo("2026-03-06");
        assertThat(day(promise.deliveredBy())).isEqualTo("2026-03-11");
        assertThat(promise.orderBy()).isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));
    }

    @Test
    void from_the_cut_off_on_it_counts_as_of_the_next_business_day() {
        assertThat(day(at("2026-03-02T14:00:00").shipBy())).isEqualTo("2026-03-05");
        assertThat(day(at("2026-03-06T14:00:00").shipBy())).as("Friday").isEqualTo("2026-03-11");
        assertThat(at("2026-03-06T14:00:00"))
                .isEqualTo(at("2026-03-07T10:00:00"))
                .isEqualTo(at("2026-03-09T09:00:00"));
    }

    @Test
    void years_end_and_holidays_are_passed_over() {
        Promise promise = at("2026-12-23T10:00:00");
        assertThat(day(promise.shipBy())).isEqualTo("2026-12-28");
        assertThat(day(promise.deliveredBy())).isEqualTo("2027-01-05");
    }

    @Test
    void a_day_with_the_change_of_clocks_ends_when_it_ends() {
        assertThat(Duration.between(US.startOf(LocalDate.of(2026, 11, 1)), US.endOf(LocalDate.of(2026, 11, 1))))
                .isGreaterThan(Duration.ofHours(24));
        assertThat(at("2026-10-30T10:00:00").shipBy()).isEqualTo(US.endOf(LocalDate.of(2026, 11, 3)));
    }

    @Property(tries = 2_000)
    void in_every_zone_what_is_promised_lies_ahead_on_business_days_in_its_order(
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant ordered,
            @ForAll @IntRange(max = 23) int cutOff,
            @ForAll @IntRange(max = 10) int least,
            @ForAll @IntRange(max = 19) int more,
            @ForAll @IntRange(max = 20) int transit) {
        Marketplace place = place(zone);
        LocalTime end = LocalTime.of(cutOff, 0);
        Promise.Handling handling = new Promise.Handling(least, least + more);
        Promise promise = Promise.of(ordered, place, CALENDAR, end, handling, new Transit(transit, transit + more));

        LocalDate shipped = place.dayOf(promise.shipBy());
        assertThat(promise.shipBy()).isAfter(ordered).isEqualTo(place.endOf(shipped));
        assertThat(CALENDAR.isBusinessDay(shipped)).isTrue();
        assertThat(promise.orderBy()).isAfter(ordered).isBefore(promise.shipBy());
        assertThat(promise.deliveredFrom()).isBefore(promise.deliveredBy());
        assertThat(promise.deliveredBy()).isAfterOrEqualTo(promise.shipBy());
        assertThat(CALENDAR.isBusinessDay(place.dayOf(promise.deliveredFrom()))).isTrue();
        assertThat(CALENDAR.isBusinessDay(place.dayOf(promise.deliveredBy()))).isTrue();

        Promise slower = Promise.of(
                ordered,
                place,
                CALENDAR,
                end,
                new Promise.Handling(least, least + more + 1),
                new Transit(transit, transit + more));
        assertThat(slower.shipBy()).isAfter(promise.shipBy());
        Promise later = Promise.of(
                ordered.plusSeconds(3_600), place, CALENDAR, end, handling, new Transit(transit, transit + more));
        assertThat(later.shipBy()).isAfterOrEqualTo(promise.shipBy());
        assertThat(later.deliveredBy()).isAfterOrEqualTo(promise.deliveredBy());
        Promise justInTime = Promise.of(
                promise.orderBy().minusNanos(1_000),
                place,
                CALENDAR,
                end,
                handling,
                new Transit(transit, transit + more));
        assertThat(justInTime).isEqualTo(promise);
        Promise tooLate =
                Promise.of(promise.orderBy(), place, CALENDAR, end, handling, new Transit(transit, transit + more));
        assertThat(tooLate.shipBy()).isAfter(promise.shipBy());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2032-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }
}
