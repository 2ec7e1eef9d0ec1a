package org.openstall.marketplaces;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which days a marketplace does business on: Monday to Friday without the country's holidays, and whatever the
 * operator has decided otherwise. Asking costs next to nothing: a year is worked out once.
 */
public final class BusinessCalendar {
    private final NationalHolidays national;
    private final List<CalendarDay> marked;
    private final Map<LocalDate, Boolean> decided;
    private final Map<Integer, BitSet> businessDays = new ConcurrentHashMap<>();

    private BusinessCalendar(String country, List<CalendarDay> marked) {
        this.national = NationalHolidays.of(country);
        this.marked = marked.stream()
                .sorted(Comparator.comparing(CalendarDay::day).thenComparing(CalendarDay::mark))
                .toList();
        this.decided = marked.stream()
                .filter(it -> it.mark() != CalendarDay.Mark.GIFTS)
                .collect(Collectors.toUnmodifiableMap(CalendarDay::day, it -> it.mark() == CalendarDay.Mark.OPEN));
    }

    /** @param marked at most one of {@code CLOSED} and {@code OPEN} for a day */
    public static BusinessCalendar of(String country, List<CalendarDay> marked) {
        return new BusinessCalendar(country, marked);
    }

    public boolean isBusinessDay(LocalDate day) {
        return in(day.getYear()).get(day.getDayOfYear());
    }

    /** The business days of a year, by their numbers in it. */
    private BitSet in(int year) {
        BitSet days = businessDays.get(year);
        return days != null ? days : businessDays.computeIfAbsent(year, this::businessDays);
    }

    private BitSet businessDays(int year) {
        BitSet days = new BitSet(367);
        LocalDate first = LocalDate.ofYearDay(year, 1);
        for (int i = 1; i <= first.lengthOfYear(); i++) {
            days.set(i, decide(LocalDate.ofYearDay(year, i)));
        }
        return days;
    }

    private boolean decide(LocalDate day) {
        boolean usual = day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !national.in(day.getYear()).contains(day);
        return decided.getOrDefault(day, usual);
    }

    /** The business day that is so many after the given day; with none to go, the day itself or the next that is one. */
    public LocalDate plus(LocalDate day, int businessDays) {
        int year = day.getYear();
        int at = day.getDayOfYear() - (businessDays <= 0 ? 1 : 0);
        for (int left = Math.max(1, businessDays); left > 0; left--) {
            at = in(year).nextSetBit(at + 1);
            while (at < 0) {
                year++;
                at = in(year).nextSetBit(1);
            }
        }
        return LocalDate.ofYearDay(year, at);
    }

    /** The business day that is so many before the given day; with none to go, the day itself or the last that was one. */
    public LocalDate minus(LocalDate day, int businessDays) {
        LocalDate result = day;
        for (int left = businessDays; left > 0 || !isBusinessDay(result); ) {
            result = result.minusDays(1);
            if (left > 0 && isBusinessDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** How many business days lie after one day and up to another, which counts; none if it is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                days++;
            }
        }
        return days;
    }

    /** The country's holidays of a year, whatever the operator has decided of them. */
    public List<Holiday> holidays(int year, Locale language) {
        return national.in(year, language);
    }

    /** What the operator has marked, in the order of the days. */
    public List<CalendarDay> marked() {
        return marked;
    }

    /** The next day of presents after the given one, unless it is further away than anybody thinks of. */
    public Optional<CalendarDay> nextGifts(LocalDate after, int withinDays) {
        return marked.stream()
                .filter(it -> it.mark() == CalendarDay.Mark.GIFTS)
                .filter(it -> it.day().isAfter(after) && !it.day().isAfter(after.plusDays(withinDays)))
                .findFirst();
    }
}
