package org.openstall.marketplaces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {
    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    List<CalendarDay> marked(MarketplaceId marketplace) {
        return db.sql("""
                select day, mark, name
                  from marketplaces.calendar_day
                 where marketplace_id = :marketplace
                 order by day, mark
                """)
                .param("marketplace", marketplace.value())
                .query((row, number) -> new CalendarDay(
                        row.getObject("day", LocalDate.class),
                        CalendarDay.Mark.valueOf(row.getString("mark")),
                        row.getString("name")))
                .list();
    }

    /** The marked days, with the marketplace locked against another change until the transaction ends. */
    List<CalendarDay> lockedMarked(MarketplaceId marketplace) {
        db.sql("select marketplace_id from marketplaces.marketplace where marketplace_id = :marketplace for update")
                .param("marketplace", marketplace.value())
                .query(String.class)
                .single();
        return marked(marketplace);
    }

    void add(MarketplaceId marketplace, CalendarDay day) {
        db.sql("""
                insert into marketplaces.calendar_day (marketplace_id, day, mark, name)
                values (:marketplace, :day, :mark, :name)
                """)
                .param("marketplace", marketplace.value())
                .param("day", day.day())
                .param("mark", day.mark().name())
                .param("name", day.name())
                .update();
    }

    void remove(MarketplaceId marketplace, CalendarDay day) {
        db.sql("""
                delete from marketplaces.calendar_day
                 where marketplace_id = :marketplace
                   and day = :day
                   and mark = :mark
                """)
                .param("marketplace", marketplace.value())
                .param("day", day.day())
                .param("mark", day.mark().name())
                .update();
    }

    void remember(MarketplaceId marketplace, CalendarChange change) {
        db.sql("""
                insert into marketplaces.calendar_change
                       (marketplace_id, change_id, changed_at, kind, day, mark, name, changed_by, reason)
                values (:marketplace, :id, :at, :kind, :day, :mark, :name, :changedBy, :reason)
                """)
                .param("marketplace", marketplace.value())
                .param("id", TimeOrderedIds.create(change.changedAt()).toString())
                .param("at", Utc.of(change.changedAt()))
                .param("kind", change.kind().name())
                .param("day", change.day().day())
                .param("mark", change.day().mark().name())
                .param("name", change.day().name())
                .param("changedBy", change.changedBy())
                .param("reason", change.reason())
                .update();
    }

    Page<CalendarChange> history(MarketplaceId marketplace, TimeKey after, int size) {
        record Row(String id, CalendarChange change) {}
        List<Row> rows = db.sql("""
                select change_id, changed_at, kind, day, mark, name, changed_by, reason
                  from marketplaces.calendar_change
                 where marketplace_id = :marketplace
                   and (changed_at, change_id) < (:at, :id)
                 order by changed_at desc, change_id desc
                 limit :size
                """)
                .param("marketplace", marketplace.value())
                .param("at", Utc.of(after.at()))
                .param("id", after.id())
                .param("size", size + 1)
                .query((row, number) -> {
                    Instant at = Utc.instant(row, "changed_at");
                    CalendarDay day = new CalendarDay(
                            row.getObject("day", LocalDate.class),
                            CalendarDay.Mark.valueOf(row.getString("mark")),
                            row.getString("name"));
                    return new Row(
                            row.getString("change_id"),
                            new CalendarChange(
                                    at,
                                    CalendarChange.Kind.valueOf(row.getString("kind")),
                                    day,
                                    row.getString("changed_by"),
                                    row.getString("reason")));
                })
                .list();
        return Page.cut(rows, size, it -> new TimeKey(it.change().changedAt(), it.id()).toString())
                .map(Row::change);
    }
}
