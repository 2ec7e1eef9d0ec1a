package org.openstall.marketplaces;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The business calendar of each marketplace: what the country's law says, and what the operator decides. */
@Service
public class Calendars {
    public static final int LONGEST_NAME = 80;

    /** How long a node may go on with a calendar that another node has changed. */
    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final CalendarStore store;
    private final Marketplaces marketplaces;
    private final Clock clock;
    private final LoadingCache<MarketplaceId, BusinessCalendar> calendars;

    Calendars(CalendarStore store, Marketplaces marketplaces, Clock clock) {
        this.store = store;
        this.marketplaces = marketplaces;
        this.clock = clock;
        this.calendars = Caffeine.newBuilder().expireAfterWrite(FRESHNESS).build(this::now);
    }

    private BusinessCalendar read(MarketplaceId id, List<CalendarDay> marked) {
        return BusinessCalendar.of(marketplaces.get(id).country(), marked);
    }

    public BusinessCalendar of(MarketplaceId marketplace) {
        return calendars.get(marketplace);
    }

    /** As of this moment, which costs a query. */
    public BusinessCalendar now(MarketplaceId marketplace) {
        return read(marketplace, store.marked(marketplace));
    }

    /** What came of marking a day. */
    public enum Marking {
        MARKED,
        /** The day is marked so already. */
        MARKED_BEFORE,
        /** The day is marked as the opposite: take that mark away first. */
        CONTRADICTION,
        /** The day is what it is to be marked as without any mark. */
        NEEDLESS
    }

    /** Marks a day and keeps in the history who did it and why. */
    @Transactional
    public Marking mark(MarketplaceId marketplace, CalendarDay day, String changedBy, String reason) {
        List<CalendarDay> marked = store.lockedMarked(marketplace);
        List<CalendarDay.Mark> marks = marked.stream()
                .filter(it -> it.day().equals(day.day()))
                .map(CalendarDay::mark)
                .toList();
        if (marks.contains(day.mark())) {
            return Marking.MARKED_BEFORE;
        }
        if (day.mark() != CalendarDay.Mark.GIFTS) {
            if (marks.contains(CalendarDay.Mark.OPEN) || marks.contains(CalendarDay.Mark.CLOSED)) {
                return Marking.CONTRADICTION;
            }
            boolean isBusinessDay = read(marketplace, marked).isBusinessDay(day.day());
            if (isBusinessDay == (day.mark() == CalendarDay.Mark.OPEN)) {
                return Marking.NEEDLESS;
            }
        }
        store.add(marketplace, day);
        store.remember(
                marketplace, new CalendarChange(clock.instant(), CalendarChange.Kind.ADDED, day, changedBy, reason));
        forgetOnceCommitted(marketplace);
        return Marking.MARKED;
    }

    /**
     * Takes a mark away.
     *
     * @throws LostRace if the day is not marked so any more
     */
    @Transactional
    public void unmark(MarketplaceId marketplace, CalendarDay day, String changedBy, String reason) {
        CalendarDay marked = store.lockedMarked(marketplace).stream()
                .filter(it -> it.day().equals(day.day()) && it.mark() == day.mark())
                .findFirst()
                .orElseThrow(() -> new LostRace(day.day() + " is not marked " + day.mark() + " any more"));
        store.remove(marketplace, marked);
        store.remember(
                marketplace,
                new CalendarChange(clock.instant(), CalendarChange.Kind.REMOVED, marked, changedBy, reason));
        forgetOnceCommitted(marketplace);
    }

    /** Before the commit, somebody else could still read the old calendar and keep it. */
    private void forgetOnceCommitted(MarketplaceId marketplace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.invalidate(marketplace);
            }
        });
    }

    /** Newest first. */
    public Page<CalendarChange> history(MarketplaceId marketplace, @Nullable String after, int size) {
        return store.history(marketplace, TimeKey.parse(after, TimeKey.NEWEST), size);
    }
}
