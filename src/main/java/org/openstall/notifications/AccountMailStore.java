package org.openstall.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openstall.kernel.Utc;
import org.openstall.pages.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class AccountMailStore {
    private final JdbcClient db;

    AccountMailStore(JdbcClient db) {
        this.db = db;
    }

    /** One of the same kind that still waits at the address is not sent any more; the same one again stays as it is. */
    @Transactional
    void add(AccountMail mail) {
        db.sql("""
                delete from notifications.account_mail
                 where email = :email
                   and kind = :kind
                   and mail_id <> :id
                """)
                .param("email", mail.email())
                .param("kind", mail.kind().name())
                .param("id", mail.id())
                .update();
        db.sql("""
                insert into notifications.account_mail (email, mail_id, kind, language, created_at, due_at)
                values (:email, :id, :kind, :language, :createdAt, :dueAt)
                on conflict (email, mail_id) do nothing
                """)
                .param("email", mail.email())
                .param("id", mail.id())
                .param("kind", mail.kind().name())
                .param("language", mail.language().tag())
                .param("createdAt", Utc.of(mail.createdAt()))
                .param("dueAt", Utc.of(mail.dueAt()))
                .update();
    }

    /** The ones that have waited longest first. */
    List<AccountMail> due(Instant now, int size) {
        return db.sql("""
                select email, mail_id, kind, language, created_at, due_at
                  from notifications.account_mail
                 where due_at <= :now
                 order by due_at, mail_id
                 limit :size
                """)
                .param("now", Utc.of(now))
                .param("size", size)
                .query((row, number) -> new AccountMail(
                        row.getObject("mail_id", UUID.class),
                        row.getString("email"),
                        AccountMail.Kind.valueOf(row.getString("kind")),
                        Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                        Utc.instant(row, "created_at"),
                        Utc.instant(row, "due_at")))
                .list();
    }

    /** Should nobody remove it after a try, it is due again at that time. False if somebody else is at it. */
    boolean begin(AccountMail mail, Instant dueAgain) {
        return db.sql("""
                update notifications.account_mail
                   set due_at = :dueAgain
                 where email = :email
                   and mail_id = :id
                   and due_at = :dueAt
                """)
                        .param("email", mail.email())
                        .param("id", mail.id())
                        .param("dueAt", Utc.of(mail.dueAt()))
                        .param("dueAgain", Utc.of(dueAgain))
                        .update()
                == 1;
    }

    /** There is nothing more to do about it; it stays, so that the same is not added again. */
    void end(AccountMail mail) {
        db.sql("update notifications.account_mail set due_at = null where email = :email and mail_id = :id")
                .param("email", mail.email())
                .param("id", mail.id())
                .update();
    }

    /** Forgets what is older and has ended. */
    void forget(Instant before) {
        db.sql("delete from notifications.account_mail where due_at is null and created_at < :before")
                .param("before", Utc.of(before))
                .update();
    }

    void removeAll(String email, AccountMail.Kind kind) {
        db.sql("delete from notifications.account_mail where email = :email and kind = :kind")
                .param("email", email)
                .param("kind", kind.name())
                .update();
    }

    void remove(AccountMail mail) {
        db.sql("delete from notifications.account_mail where email = :email and mail_id = :id")
                .param("email", mail.email())
                .param("id", mail.id())
                .update();
    }
}
