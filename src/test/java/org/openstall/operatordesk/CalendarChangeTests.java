package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.marketplaces.CalendarChange;
import org.openstall.marketplaces.CalendarDay;
import org.openstall.marketplaces.CalendarDay.Mark;
import org.openstall.marketplaces.Calendars;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** Days long past in Brazil, on which no other test's promises depend. */
@OpenstallTest
class CalendarChangeTests {
    private static final String CALENDAR = "/operator/marketplaces/" + Marketplaces.BR + "/calendar";
    private static final String FRIDAY = "2003-08-08";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Calendars calendars;

    private TestBrowser iris;

    @BeforeEach
    void iris_operates_and_nothing_is_marked() {
        iris = browsers.openFor(market.operator("Iris"));
        calendars.of(Marketplaces.BR).marked().stream()
                .filter(it -> it.day().getYear() == 2003)
                .forEach(it -> calendars.unmark(Marketplaces.BR, it, "Test", ""));
    }

    private TestBrowser.Answer mark(String day, Mark mark, String name, String reason) {
        return iris.post(CALENDAR + "/days", "day", day, "mark", mark.name(), "name", name, "reason", reason);
    }

    private TestBrowser.Answer unmark(String day, Mark mark) {
        return iris.post(CALENDAR + "/days/removal", "day", day, "mark", mark.name());
    }

    private boolean isBusinessDay() {
        return calendars.of(Marketplaces.BR).isBusinessDay(LocalDate.parse(FRIDAY));
    }

    @Test
    void a_marked_day_counts_at_once_until_the_mark_is_taken_away() {
        assertThat(isBusinessDay()).isTrue();

        TestBrowser.Answer answer = mark(FRIDAY, Mark.CLOSED, "Mourning", "The president has died");

        assertThat(answer.location()).isEqualTo(CALENDAR + "?year=2003");
        assertThat(isBusinessDay()).isFalse();
        assertThat(iris.get(CALENDAR + "?year=2003").text())
                .contains("The day has been marked.")
                .contains("Mourning")
                .contains("The president has died")
                .contains("Independence Day");

        assertThat(unmark(FRIDAY, Mark.CLOSED).status()).isEqualTo(303);
        assertThat(isBusinessDay()).isTrue();
        assertThat(calendars.history(Marketplaces.BR, null, 2).items())
                .extracting(CalendarChange::kind)
                .containsExactly(CalendarChange.Kind.REMOVED, CalendarChange.Kind.ADDED);
    }

    @Test
    void what_another_node_has_just_marked_is_shown() {
        assertThat(isBusinessDay()).isTrue();
        TestPostgresql.jdbcClient()
                .sql("""
                        insert into marketplaces.calendar_day (marketplace_id, day, mark, name)
                        values (:marketplace, :day, 'CLOSED', 'Marked elsewhere')
                        """)
                .param("marketplace", Marketplaces.BR.value())
                .param("day", LocalDate.parse(FRIDAY))
                .update();

        assertThat(iris.get(CALENDAR + "?year=2003").text()).contains("Marked elsewhere");
        assertThat(unmark(FRIDAY, Mark.CLOSED).status()).isEqualTo(303);
    }

    @Test
    void a_form_shown_again_leads_to_no_page_of_its_history_that_is_not_there() {
        for (int i = 0; i < 11; i++) {
            mark(FRIDAY, Mark.CLOSED, "Mourning", "The president has died");
            unmark(FRIDAY, Mark.CLOSED);
        }

        assertThat(iris.get(CALENDAR).body()).contains("class=\"pager\"");
        assertThat(mark(FRIDAY, Mark.CLOSED, "", "").body()).doesNotContain("class=\"pager\"");
    }

    @Test
    void the_history_is_read_in_pages() {
        mark(FRIDAY, Mark.CLOSED, "One", "First");
        unmark(FRIDAY, Mark.CLOSED);

        var first = calendars.history(Marketplaces.BR, null, 1);
        assertThat(first.items()).extracting(CalendarChange::kind).containsExactly(CalendarChange.Kind.REMOVED);
        assertThat(calendars.history(Marketplaces.BR, first.next(), 1).items())
                .extracting(CalendarChange::kind)
                .containsExactly(CalendarChange.Kind.ADDED);
    }

    @Test
    void what_changes_nothing_or_contradicts_is_refused_and_keeps_what_was_typed() {
        assertThat(mark(FRIDAY, Mark.OPEN, "Busy", "Why not").text()).contains("The day is that already");
        mark(FRIDAY, Mark.CLOSED, "Mourning", "He has died");
        TestBrowser.Answer twice = mark(FRIDAY, Mark.CLOSED, "Mourning again", "He has died");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("The day is already marked that way.");
        assertThat(twice.body()).contains("Mourning again");
        assertThat(mark(FRIDAY, Mark.OPEN, "Busy", "Why not").text()).contains("Take that mark away first");
        assertThat(mark(FRIDAY, Mark.GIFTS, "Fathers", "Presents").status()).isEqualTo(303);
    }

    @Test
    void a_form_that_lacks_something_says_what() {
        assertThat(mark("soon", Mark.CLOSED, "Day", "Why").text()).contains("Choose a day from 2000 to 2100.");
        assertThat(mark("1999-12-31", Mark.CLOSED, "Day", "Why").status()).isEqualTo(422);
        assertThat(mark("2003-02-30", Mark.CLOSED, "Day", "Why").status()).isEqualTo(422);
        assertThat(mark(FRIDAY, Mark.CLOSED, " ", "Why").text()).contains("Give the day a name.");
        assertThat(mark(FRIDAY, Mark.CLOSED, "x".repeat(81), "Why").status()).isEqualTo(422);
        assertThat(mark(FRIDAY, Mark.CLOSED, "Day", "").text()).contains("Say why, in a sentence.");
        assertThat(isBusinessDay()).isTrue();
    }

    @Test
    void a_mark_that_somebody_else_has_taken_away_is_told_so() {
        assertThat(unmark(FRIDAY, Mark.CLOSED).status()).isEqualTo(409);
        assertThat(unmark("never", Mark.CLOSED).status()).isEqualTo(409);
    }

    @Test
    void christmas_is_a_day_of_presents_from_the_start() {
        assertThat(calendars.of(Marketplaces.US).nextGifts(LocalDate.of(2026, 12, 1), 60))
                .contains(new CalendarDay(LocalDate.of(2026, 12, 25), Mark.GIFTS, "Christmas"));
    }

    @Test
    void any_year_can_be_looked_at_and_nonsense_shows_this_one() {
        for (String year : new String[] {"2026", "1000", "2999", "x", "-1"}) {
            assertThat(iris.get(CALENDAR + "?year=" + year).status()).as(year).isEqualTo(200);
        }
        assertThat(iris.speaking("ko").get(CALENDAR).body()).doesNotContain("operator.calendar");
    }
}
