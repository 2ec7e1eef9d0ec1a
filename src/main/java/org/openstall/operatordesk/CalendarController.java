package org.openstall.operatordesk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.CalendarDay;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Holiday;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.operatordesk.CalendarPage.Problem;
import org.openstall.operatordesk.CalendarPage.Typed;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which days a marketplace does business on, and for which people give presents. */
@Controller
class CalendarController {
    private static final int CHANGES_A_PAGE = 20;

    /** As far as anybody looks, and as far as holidays are known. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    private final Marketplaces marketplaces;
    private final Calendars calendars;
    private final Clock clock;

    CalendarController(Marketplaces marketplaces, Calendars calendars, Clock clock) {
        this.marketplaces = marketplaces;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/operator/marketplaces/{id}/calendar")
    View calendar(
            @PathVariable MarketplaceId id,
            @RequestParam @Nullable String year,
            @RequestParam @Nullable String after,
            Visitor visitor) {
        Marketplace place = marketplaces.get(id);
        int thisYear = place.dayOf(clock.instant()).getYear();
        int shown = year != null && year.matches("[12][0-9]{3}") ? Integer.parseInt(year) : thisYear;
        return page(place, Math.clamp(shown, FIRST_YEAR, LAST_YEAR), Typed.NOTHING, null, after, visitor);
    }

    @PostMapping("/operator/marketplaces/{id}/calendar/days")
    View mark(
            @PathVariable MarketplaceId id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam CalendarDay.Mark mark,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            SignedIn operator) {
        Marketplace place = marketplaces.get(id);
        Typed typed = new Typed(day, mark, name, reason);
        Optional<LocalDate> read = day(day);
        int year =
                read.map(LocalDate::getYear).orElse(place.dayOf(clock.instant()).getYear());
        Problem problem = read.isEmpty() ? Problem.DAY : problem(name, reason);
        if (problem == null) {
            CalendarDay marked = new CalendarDay(read.orElseThrow(), mark, name.strip());
            problem = switch (calendars.mark(id, marked, operator.name(), reason.strip())) {
                case MARKED -> null;
                case MARKED_BEFORE -> Problem.MARKED_BEFORE;
                case CONTRADICTION -> Problem.CONTRADICTION;
                case NEEDLESS -> Problem.NEEDLESS;
            };
        }
        return problem == null
                ? Redirect.to(CalendarPage.path(place) + "?year=" + year).saying("operator.calendar.marked")
                : page(place, year, typed, problem, null, visitor);
    }

    private static @Nullable Problem problem(String name, String reason) {
        if (name.isBlank()) {
            return Problem.NAME_MISSING;
        }
        if (name.strip().length() > Calendars.LONGEST_NAME) {
            return Problem.NAME_TOO_LONG;
        }
        if (reason.isBlank()) {
            return Problem.REASON_MISSING;
        }
        return reason.strip().length() > CalendarPage.LONGEST_REASON ? Problem.REASON_TOO_LONG : null;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The reason is the mark's own end: the page asks before it sends this. */
    @PostMapping("/operator/marketplaces/{id}/calendar/days/removal")
    View unmark(
            @PathVariable MarketplaceId id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam CalendarDay.Mark mark,
            Visitor visitor,
            SignedIn operator) {
        Marketplace place = marketplaces.get(id);
        Optional<LocalDate> read = day(day);
        int year =
                read.map(LocalDate::getYear).orElse(place.dayOf(clock.instant()).getYear());
        try {
            if (read.isEmpty()) {
                throw new LostRace("No day " + day);
            }
            calendars.unmark(id, new CalendarDay(read.get(), mark, ""), operator.name(), "");
        } catch (LostRace gone) {
            return page(place, year, Typed.NOTHING, Problem.GONE, null, visitor);
        }
        return Redirect.to(CalendarPage.path(place) + "?year=" + year).saying("operator.calendar.unmarked");
    }

    private CalendarPage page(
            Marketplace place,
            int year,
            Typed typed,
            @Nullable Problem problem,
            @Nullable String after,
            Visitor visitor) {
        Locale language = visitor.language().locale();
        BusinessCalendar calendar = calendars.now(place.id());
        List<Holiday> holidays = calendar.holidays(year, language);
        List<CalendarDay> marked = calendar.marked().stream()
                .filter(it -> it.day().getYear() == year)
                .toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        holidays.forEach(it -> days.add(it.day()));
        marked.forEach(it -> days.add(it.day()));
        List<CalendarPage.Line> lines = days.stream()
                .map(day -> new CalendarPage.Line(
                        day,
                        holidays.stream().filter(it -> it.day().equals(day)).toList(),
                        marked.stream().filter(it -> it.day().equals(day)).toList(),
                        calendar.isBusinessDay(day)))
                .toList();
        int businessDays = calendar.between(
                Year.of(year).atDay(1).minusDays(1),
                Year.of(year).atDay(1).plusYears(1).minusDays(1));
        return new CalendarPage(
                place, year, lines, businessDays, typed, problem, calendars.history(place.id(), after, CHANGES_A_PAGE));
    }
}
