package org.openstall.marketplaces;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The holidays that countries have by law, on the days on which they are observed. Of a country that nobody has
 * written the holidays of down, none are known.
 */
final class NationalHolidays {
    private static final Map<String, NationalHolidays> BY_COUNTRY = new ConcurrentHashMap<>();

    private final String country;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private NationalHolidays(String country) {
        this.country = country;
    }

    static NationalHolidays of(String country) {
        return BY_COUNTRY.computeIfAbsent(country, NationalHolidays::new);
    }

    Set<LocalDate> in(int year) {
        return byYear.computeIfAbsent(
                year, it -> in(it, Locale.ROOT).stream().map(Holiday::day).collect(Collectors.toUnmodifiableSet()));
    }

    List<Holiday> in(int year, Locale language) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            return List.of();
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        // The first of January may be observed in the year before.
        return IntStream.of(year, year + 1)
                .boxed()
                .flatMap(it -> manager.getHolidays(Year.of(it)).stream())
                .filter(it -> it.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(it -> new Holiday(it.getObservedDate().orElse(it.getActualDate()), it.getDescription(language)))
                .filter(it -> it.day().getYear() == year)
                .sorted(Comparator.comparing(Holiday::day).thenComparing(Holiday::name))
                .toList();
    }
}
