package org.openstall.marketplaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openstall.marketplaces.CalendarDay.Mark;

class BusinessCalendarTests {
    private static final BusinessCalendar US = BusinessCalendar.of("US", List.of());
    private static final BusinessCalendar BR = BusinessCalendar.of("BR", List.of());

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static BusinessCalendar with(CalendarDay... marked) {
        return BusinessCalendar.of("US", List.of(marked));
    }

    @Test
    void weekends_are_skipped() {
        assertThat(US.plus(day("2026-03-06"), 0)).isEqualTo(day("2026-03-06"));
        assertThat(US.plus(day("2026-03-06"), 1)).isEqualTo(day("2026-03-09"));
        assertThat(US.plus(day("2026-03-07"), 0)).isEqualTo(day("2026-03-09"));
        assertThat(US.plus(day("2026-03-07"), 1)).isEqualTo(day("2026-03-09"));
    }

    @Test
    void holidays_are_skipped_also_where_they_are_observed_on_another_day() {
        assertThat(US.plus(day("2026-11-25"), 1)).as("Thanksgiving").isEqualTo(day("2026-11-27"));
        assertThat(US.plus(day("2026-12-24"), 1)).as("Christmas").isEqualTo(day("2026-12-28"));
        assertThat(US.isBusinessDay(day("2026-07-03")))
                .as("before Saturday the 4th")
                .isFalse();
        assertThat(US.isBusinessDay(day("2027-07-05")))
                .as("after Sunday the 4th")
                .isFalse();
        assertThat(US.isBusinessDay(day("2027-12-31")))
                .as("New Year 2028 is a Saturday")
                .isFalse();
        assertThat(BR.isBusinessDay(day("2026-09-07"))).isFalse();
        assertThat(BR.isBusinessDay(day("2026-11-26")))
                .as("Thanksgiving is none")
                .isTrue();
    }

    @Test
    void the_operator_decides_against_the_law_and_the_weekend() {
        BusinessCalendar calendar = with(
                new CalendarDay(day("2026-11-27"), Mark.CLOSED, "Day after Thanksgiving"),
                new CalendarDay(day("2026-11-28"), Mark.OPEN, "Busy Saturday"),
                new CalendarDay(day("2026-11-26"), Mark.OPEN, "Thanksgiving"));

        assertThat(calendar.plus(day("2026-11-25"), 1)).isEqualTo(day("2026-11-26"));
        assertThat(calendar.plus(day("2026-11-25"), 2)).isEqualTo(day("2026-11-28"));
        assertThat(calendar.plus(day("2026-11-25"), 3)).isEqualTo(day("2026-11-30"));
    }

    @Test
    void a_day_of_presents_is_a_day_like_others() {
        BusinessCalendar calendar = with(new CalendarDay(day("2026-05-08"), Mark.GIFTS, "Parents' Day"));

        assertThat(calendar.isBusinessDay(day("2026-05-08"))).isTrue();
        assertThat(calendar.nextGifts(day("2026-04-20"), 30))
                .map(CalendarDay::name)
                .contains("Parents' Day");
        assertThat(calendar.nextGifts(day("2026-04-01"), 30)).as("too far away").isEmpty();
        assertThat(calendar.nextGifts(day("2026-05-08"), 30)).as("today").isEmpty();
    }

    @Test
    void of_a_country_without_known_holidays_all_weekdays_are_business_days() {
        BusinessCalendar nowhere = BusinessCalendar.of("AQ", List.of());
        assertThat(nowhere.holidays(2026, Locale.ENGLISH)).isEmpty();
        assertThat(nowhere.isBusinessDay(day("2026-12-25"))).isTrue();
    }

    @Property
    void what_is_counted_forward_is_found_between_and_counted_back(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 90) int businessDays) {
        for (BusinessCalendar calendar : List.of(US, BR)) {
            LocalDate later = calendar.plus(day, businessDays);
            assertThat(calendar.isBusinessDay(later)).isTrue();
            assertThat(later).isAfterOrEqualTo(day).isBefore(day.plusDays(4L + 2L * businessDays + 8));
            assertThat(calendar.plus(calendar.plus(day, 0), businessDays + 1)).isAfter(later);
            assertThat(calendar.plus(day.plusDays(1), businessDays)).isAfterOrEqualTo(later);
            if (businessDays > 0) {
                assertThat(calendar.between(day, later)).isEqualTo(businessDays);
                assertThat(calendar.minus(later, businessDays)).isBeforeOrEqualTo(calendar.plus(day, 0));
                assertThat(calendar.plus(calendar.minus(later, businessDays), businessDays))
                        .isEqualTo(later);
            }
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 366 * 25).map(it -> day("2016-01-01")
                .plusDays(it));
    }

    @Test
    void the_national_days_agree_with_those_of_another_collection() throws IOException {
        for (String country : List.of("US", "BR")) {
            Path file = Path.of("../shared/data/shipping/holidays/" + country + ".yaml");
            assumeThat(file).exists();
            for (int year = 2024; year <= 2030; year++) {
                Set<LocalDate> theirs =
                        weekdays(HolidayRules.read(file, country).holidays(year));
                Set<LocalDate> ours = weekdays(NationalHolidays.of(country).in(year));
                Set<LocalDate> differences = new TreeSet<>(theirs);
                differences.removeAll(ours);
                ours.removeAll(theirs);
                differences.addAll(ours);
                differences.removeAll(matterOfOpinion(country, year));
                assertThat(differences).as("%s %d", country, year).isEmpty();
            }
        }
    }

    /**
     * Columbus Day is a federal holiday that half of the states do not know; of Carnival, Monday and the morning of
     * Wednesday are as good as free. The operator decides.
     */
    private static Set<LocalDate> matterOfOpinion(String country, int year) {
        return country.equals("US")
                ? Set.of(LocalDate.of(year, 10, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY)))
                : Set.of(
                        HolidayRules.easter(year).minusDays(48),
                        HolidayRules.easter(year).minusDays(46));
    }

    private static Set<LocalDate> weekdays(Set<LocalDate> days) {
        Set<LocalDate> weekdays = new TreeSet<>(days);
        weekdays.removeIf(it -> it.getDayOfWeek() == DayOfWeek.SATURDAY || it.getDayOfWeek() == DayOfWeek.SUNDAY);
        return weekdays;
    }
}
