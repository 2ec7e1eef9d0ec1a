package org.openstall.marketplaces;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** Reads so much of the grammar of the date-holidays collection as the national days of our countries need. */
final class HolidayRules {
    private static final Pattern FIXED = Pattern.compile("(?:substitutes )?(\\d\\d-\\d\\d)(.*?)(?: since (\\d{4}))?");
    private static final Pattern SHIFT = Pattern.compile("if (\\w+) then (next|previous) (\\w+)");
    private static final Pattern NTH = Pattern.compile("(\\d)(?:st|nd|rd|th) (\\w+) in (\\w+)");
    private static final Pattern BEFORE = Pattern.compile("(\\w+) before (\\d\\d-\\d\\d)");
    private static final Pattern EASTER = Pattern.compile("easter (-?\\d+)");

    private final Map<String, Map<String, Object>> rules;

    private HolidayRules(Map<String, Map<String, Object>> rules) {
        this.rules = rules;
    }

    static HolidayRules read(Path file, String country) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>> all = new Yaml().load(text);
            return new HolidayRules(requireNonNull(
                    requireNonNull(requireNonNull(all.get("holidays")).get(country))
                            .get("days")));
        }
    }

    Set<LocalDate> holidays(int year) {
        Set<LocalDate> days = new TreeSet<>();
        rules.forEach((rule, facts) -> {
            boolean isFree = Set.of("public", "bank").contains(facts.getOrDefault("type", "public"));
            if (isFree && isInForce(facts, year) && !rule.contains("even years")) {
                for (int of = year; of <= year + 1; of++) {
                    days.addAll(days(rule, of));
                }
            }
        });
        days.removeIf(it -> it.getYear() != year);
        return days;
    }

    private static boolean isInForce(Map<String, Object> facts, int year) {
        return !(facts.get("active") instanceof List<?> spans)
                || spans.stream()
                        .noneMatch(it -> it.toString().contains("from")
                                && !it.toString().contains("from=" + year)
                                && Integer.parseInt(it.toString().replaceAll(".*?(\\d{4}).*", "$1")) > year);
    }

    private static Set<LocalDate> days(String rule, int year) {
        Matcher easter = EASTER.matcher(rule);
        if (easter.matches()) {
            return Set.of(easter(year).plusDays(Integer.parseInt(easter.group(1))));
        }
        Matcher nth = NTH.matcher(rule);
        if (nth.matches()) {
            LocalDate first = LocalDate.of(year, Month.valueOf(nth.group(3).toUpperCase(Locale.ROOT)), 1);
            return Set.of(first.with(
                    TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(nth.group(1)), weekday(nth.group(2)))));
        }
        Matcher before = BEFORE.matcher(rule);
        if (before.matches()) {
            return Set.of(MonthDay.parse("--" + before.group(2))
                    .atYear(year)
                    .with(TemporalAdjusters.previous(weekday(before.group(1)))));
        }
        Matcher fixed = FIXED.matcher(rule);
        if (fixed.matches()) {
            if (fixed.group(3) != null && Integer.parseInt(fixed.group(3)) > year) {
                return Set.of();
            }
            LocalDate day = MonthDay.parse("--" + fixed.group(1)).atYear(year);
            Set<LocalDate> days = new TreeSet<>(Set.of(day));
            SHIFT.matcher(fixed.group(2))
                    .results()
                    .filter(it -> weekday(it.group(1)) == day.getDayOfWeek())
                    .forEach(it -> days.add(day.with(
                            it.group(2).equals("next")
                                    ? TemporalAdjusters.next(weekday(it.group(3)))
                                    : TemporalAdjusters.previous(weekday(it.group(3))))));
            return days;
        }
        throw new AssertionError("Cannot read " + rule);
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Gauss, as improved by Lichtenberg. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
        int sun = 2 - (3 * century + 3) / 4;
        int a = year % 19;
        int seed = (19 * a + moon) % 30;
        int shift = (seed + a / 11) / 29;
        int border = 21 + seed - shift;
        int firstSunday = 7 - (year + year / 4 + sun) % 7;
        int distance = 7 - Math.floorMod(border - firstSunday, 7);
        return LocalDate.of(year, 3, 1).plusDays(border + distance - 1L);
    }
}
