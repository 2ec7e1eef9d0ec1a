package org.openstall.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openstall.kernel.Utc;
import org.openstall.notifications.ReturnedMailState.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of reading mailboxes of returned mail, for whichever node is asked. */
@Repository
class ReturnedMailStore {
    private final JdbcClient db;

    ReturnedMailStore(JdbcClient db) {
        this.db = db;
    }

    void read(String mailbox, Instant now) {
        db.sql("""
                insert into notifications.returned_mailbox (mailbox, tried_at, read_at)
                values (:mailbox, :now, :now)
                on conflict (mailbox) do update
                   set tried_at = excluded.tried_at,
                       read_at = excluded.read_at,
                       failing_since = null,
                       trouble = null,
                       said = null
                """).param("mailbox", mailbox).param("now", Utc.of(now)).update();
    }

    void failed(String mailbox, Trouble trouble, String said, Instant now) {
        db.sql("""
                insert into notifications.returned_mailbox as r (mailbox, tried_at, failing_since, trouble, said)
                values (:mailbox, :now, :now, :trouble, :said)
                on conflict (mailbox) do update
                   set tried_at = excluded.tried_at,
                       failing_since = coalesce(r.failing_since, excluded.failing_since),
                       trouble = excluded.trouble,
                       said = excluded.said
                """)
                .param("mailbox", mailbox)
                .param("trouble", trouble.name())
                .param("said", said)
                .param("now", Utc.of(now))
                .update();
    }

    /** A last try of before the given time was too long ago. */
    Optional<ReturnedMailState> find(String mailbox, Instant tooLongAgo) {
        return db.sql("""
                select mailbox, tried_at, read_at, failing_since, trouble, said
                  from notifications.returned_mailbox
                 where mailbox = :mailbox
                """)
                .param("mailbox", mailbox)
                .query((row, number) -> state(row, tooLongAgo))
                .optional();
    }

    private static ReturnedMailState state(ResultSet row, Instant tooLongAgo) throws SQLException {
        String mailbox = row.getString("mailbox");
        Instant triedAt = Utc.instant(row, "tried_at");
        Instant failingSince = Utc.nullable(row, "failing_since");
        if (triedAt.isBefore(tooLongAgo)) {
            return new ReturnedMailState.Silent(mailbox, triedAt);
        }
        return failingSince == null
                ? new ReturnedMailState.Read(mailbox, triedAt)
                : new ReturnedMailState.Failing(
                        mailbox,
                        failingSince,
                        triedAt,
                        Utc.nullable(row, "read_at"),
                        Trouble.valueOf(row.getString("trouble")),
                        row.getString("said"));
    }
}
