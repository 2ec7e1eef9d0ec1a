package org.openstall.operatordesk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.CalendarChange;
import org.openstall.marketplaces.CalendarDay;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Holiday;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;

/**
 * The business calendar of a marketplace in one year, and the forms that change it.
 *
 * @param problem what keeps a change from being made, null while nothing was sent
 */
public record CalendarPage(
        Marketplace place,
        int year,
        List<Line> lines,
        int businessDays,
        Typed typed,
        @Nullable Problem problem,
        Page<CalendarChange> history)
        implements View {
    static final int LONGEST_REASON = 500;

    public CalendarPage {
        lines = List.copyOf(lines);
    }

    /**
     * A day that is not like others.
     *
     * @param holiday what the country's law has on it
     * @param marked what the operator has decided
     * @param businessDay what holds in the end
     */
    public record Line(LocalDate day, List<Holiday> holiday, List<CalendarDay> marked, boolean businessDay) {
        public Line {
            holiday = List.copyOf(holiday);
            marked = List.copyOf(marked);
        }
    }

    /** The form that marks a day, as it was typed. */
    public record Typed(String day, CalendarDay.Mark mark, String name, String reason) {
        static final Typed NOTHING = new Typed("", CalendarDay.Mark.CLOSED, "", "");
    }

    /** Why a change was not made. */
    public enum Problem {
        DAY,
        NAME_MISSING,
        NAME_TOO_LONG,
        REASON_MISSING,
        REASON_TOO_LONG,
        MARKED_BEFORE,
        CONTRADICTION,
        NEEDLESS,
        GONE
    }

    public String path() {
        return path(place);
    }

    static String path(Marketplace place) {
        return "/operator/marketplaces/" + place.id() + "/calendar";
    }

    public int longestName() {
        return Calendars.LONGEST_NAME;
    }

    public int longestReason() {
        return LONGEST_REASON;
    }

    @Override
    public int status() {
        return problem == null ? 200 : problem == Problem.GONE ? 409 : 422;
    }
}
