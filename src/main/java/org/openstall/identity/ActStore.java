package org.openstall.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.UserId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActStore {
    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    void add(Act act) {
        db.sql("""
                insert into identity.act (act_id, happened_at, kind, who, user_id, address, subject, outcome)
                values (:id, :at, :kind, :who, :user, :address, :subject, :outcome)
                """)
                .param("id", act.id())
                .param("at", Utc.of(act.at()))
                .param("kind", act.kind().name())
                .param("who", act.who())
                .param("user", act.user() == null ? null : act.user().value(), Types.OTHER)
                .param("address", act.address())
                .param("subject", act.subject())
                .param("outcome", act.outcome())
                .update();
    }

    void saveOutcome(UUID id, String outcome) {
        db.sql("update identity.act set outcome = :outcome where act_id = :id")
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    /** The newest first. */
    Page<Act> list(Act.@Nullable Kind kind, String who, @Nullable String after, int size) {
        TimeKey from = TimeKey.parse(after, TimeKey.NEWEST);
        return Page.cut(
                db.sql("""
                        select act_id, happened_at, kind, who, user_id, address, subject, outcome
                          from identity.act
                         where (happened_at, act_id) < (:at, :id)
                           %s
                           %s
                         order by happened_at desc, act_id desc
                         limit :size
                        """.formatted(kind == null ? "" : "and kind = :kind", who.isEmpty() ? "" : "and who = :who"))
                        .param("at", Utc.of(from.at()))
                        .param("id", from.uuid())
                        .param("kind", kind == null ? null : kind.name())
                        .param("who", who)
                        .param("size", size + 1)
                        .query(ActStore::act)
                        .list(),
                size,
                it -> new TimeKey(it.at(), it.id().toString()).toString());
    }

    int removeBefore(Instant instant, int most) {
        return db.sql("""
                delete from identity.act
                 where act_id in (select act_id
                                    from identity.act
                                   where happened_at < :before
                                   order by happened_at, act_id
                                   limit :most)
                """).param("before", Utc.of(instant)).param("most", most).update();
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new Act(
                row.getObject("act_id", UUID.class),
                Utc.instant(row, "happened_at"),
                Act.Kind.valueOf(row.getString("kind")),
                row.getString("who"),
                user == null ? null : new UserId(user),
                row.getString("address"),
                row.getString("subject"),
                row.getString("outcome"));
    }
}
