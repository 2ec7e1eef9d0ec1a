package org.openstall.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.openstall.pages.Language;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailStore {
    private final JdbcClient db;
    private final Writes writes;

    MailStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    /** What is there already stays as it is. */
    void add(List<Mail> mails) {
        writes.add("""
                insert into notifications.mail
                       (seller_id, mail_id, mailbox, kind, marketplace_id, order_id, package, address, language,
                        created_at, state, due_at)
                values (:seller, :id, :mailbox, :kind, :marketplace, :order, :package, :address, :language,
                        :createdAt, :state, :dueAt)
                    on conflict (seller_id, mail_id) do nothing
                """, mails.stream().map(MailStore::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Mail mail) {
        return new MapSqlParameterSource()
                .addValue("seller", mail.key().seller().value())
                .addValue("id", mail.key().id())
                .addValue("mailbox", mail.mailbox().value())
                .addValue("kind", mail.kind().name())
                .addValue("marketplace", mail.marketplace().value())
                .addValue("order", mail.order().value())
                .addValue("package", mail.packageNumber())
                .addValue("address", mail.address())
                .addValue("language", mail.language().tag())
                .addValue("createdAt", Utc.of(mail.createdAt()))
                .addValue("state", mail.state().name())
                .addValue("dueAt", Utc.ofNullable(mail.dueAt()));
    }

    Optional<Mail> find(MailKey key) {
        return db.sql("""
                select seller_id, mail_id, mailbox, kind, marketplace_id, order_id, package, address, language,
                       created_at, state, due_at, attempts, ended_at, reason, subject, body_text, body_html
                  from notifications.mail
                 where seller_id = :seller
                   and mail_id = :id
                """)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .query(MailStore::mail)
                .optional();
    }

    /** The ones that have waited longest first. */
    List<Mail> due(Instant now, int size) {
        return db.sql("""
                select seller_id, mail_id, mailbox, kind, marketplace_id, order_id, package, address, language,
                       created_at, state, due_at, attempts, ended_at, reason, subject, body_text, body_html
                  from notifications.mail
                 where state = 'WAITING'
                   and due_at <= :now
                 order by due_at, mail_id
                 limit :size
                """)
                .param("now", Utc.of(now))
                .param("size", size)
                .query(MailStore::mail)
                .list();
    }

    /**
     * Counts a try that is about to be made and keeps what it will say. Should nobody note what came of it, the mail is
     * due again at the given time. False if somebody else is at it, or it does not wait any more.
     */
    boolean begin(Mail mail, MailContent content, Instant dueAgain) {
        return db.sql("""
                update notifications.mail
                   set attempts = attempts + 1,
                       due_at = :dueAgain,
                       subject = :subject,
                       body_text = :text,
                       body_html = :html
                 where seller_id = :seller
                   and mail_id = :id
                   and state = 'WAITING'
                   and attempts = :attempts
                   and due_at = :dueAt
                """)
                        .param("seller", mail.key().seller().value())
                        .param("id", mail.key().id())
                        .param("attempts", mail.attempts())
                        .param("dueAt", Utc.ofNullable(mail.dueAt()))
                        .param("dueAgain", Utc.of(dueAgain))
                        .param("subject", content.subject())
                        .param("text", content.text())
                        .param("html", content.html())
                        .update()
                == 1;
    }

    /** Counts a try that could not even begin. */
    void countTry(Mail mail) {
        db.sql("""
                update notifications.mail
                   set attempts = attempts + 1
                 where seller_id = :seller
                   and mail_id = :id
                   and state = 'WAITING'
                   and attempts = :attempts
                """)
                .param("seller", mail.key().seller().value())
                .param("id", mail.key().id())
                .param("attempts", mail.attempts())
                .update();
    }

    void sent(MailKey key, Instant now) {
        end(key, Mail.State.SENT, null, now);
    }

    void failed(MailKey key, String reason, Instant now) {
        end(key, Mail.State.FAILED, reason, now);
    }

    private void end(MailKey key, Mail.State state, @Nullable String reason, Instant now) {
        db.sql("""
                update notifications.mail
                   set state = :state,
                       due_at = null,
                       ended_at = :now,
                       reason = :reason
                 where seller_id = :seller
                   and mail_id = :id
                   and state = 'WAITING'
                """)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Utc.of(now))
                .update();
    }

    void delay(MailKey key, String reason, Instant dueAt) {
        db.sql("""
                update notifications.mail
                   set due_at = :dueAt,
                       reason = :reason
                 where seller_id = :seller
                   and mail_id = :id
                   and state = 'WAITING'
                """)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .param("reason", reason)
                .param("dueAt", Utc.of(dueAt))
                .update();
    }

    /** Has a mail that failed or was kept tried from the beginning; false if it is neither. */
    boolean tryAgain(MailKey key, Instant now) {
        return db.sql("""
                update notifications.mail
                   set state = 'WAITING',
                       due_at = :now,
                       attempts = 0,
                       ended_at = null,
                       reason = null
                 where seller_id = :seller
                   and mail_id = :id
                   and state in ('FAILED', 'KEPT')
                """)
                        .param("seller", key.seller().value())
                        .param("id", key.id())
                        .param("now", Utc.of(now))
                        .update()
                == 1;
    }

    /** The same for some that have failed, but not those to addresses that are refused for good. */
    int tryFailedAgain(Instant now, int most) {
        return db.sql("""
                update notifications.mail
                   set state = 'WAITING',
                       due_at = :now,
                       attempts = 0,
                       ended_at = null,
                       reason = null
                 where state = 'FAILED'
                   and (seller_id, mail_id) in (select m.seller_id, m.mail_id
                                                from notifications.mail m
                                               where m.state = 'FAILED'
                                                 and not exists (select
                                                                   from notifications.bounce b
                                                                  where b.mailbox = m.mailbox
                                                                    and b.address = m.address)
                                               order by m.created_at, m.mail_id
                                               limit :most)
                """).param("now", Utc.of(now)).param("most", most).update();
    }

    /** How many that would be, counted no further than to the limit. */
    int countFailedToTryAgain(int limit) {
        return db.sql("""
                select count(*)
                  from (select
                          from notifications.mail m
                         where m.state = 'FAILED'
                           and not exists (select
                                             from notifications.bounce b
                                            where b.mailbox = m.mailbox
                                              and b.address = m.address)
                         limit :limit) as failed
                """).param("limit", limit).query(Integer.class).single();
    }

    Page<Mail> newest(@Nullable String after, int size) {
        return page(size, list("true"), after);
    }

    Page<Mail> inState(Mail.State state, @Nullable String after, int size) {
        return page(size, list("state = :state").param("state", state.name()), after);
    }

    Page<Mail> ofOrder(String order, @Nullable String after, int size) {
        return page(size, list("order_id = :order").param("order", order), after);
    }

    Page<Mail> toAddress(String address, @Nullable String after, int size) {
        return page(size, list("address = :address").param("address", address), after);
    }

    /** Without what the mails say; each condition has an index in this order. */
    private JdbcClient.StatementSpec list(String condition) {
        return db.sql("""
                select seller_id, mail_id, mailbox, kind, marketplace_id, order_id, package, address, language,
                       created_at, state, due_at, attempts, ended_at, reason,
                       null as subject, null as body_text, null as body_html
                  from notifications.mail
                 where %s
                   and (created_at, mail_id) < (:at, :id)
                 order by created_at desc, mail_id desc
                 limit :size
                """.formatted(condition));
    }

    private static Page<Mail> page(int size, JdbcClient.StatementSpec query, @Nullable String after) {
        TimeKey from = TimeKey.parse(after, TimeKey.NEWEST);
        return Page.cut(
                query.param("at", Utc.of(from.at()))
                        .param("id", from.uuid())
                        .param("size", size + 1)
                        .query(MailStore::mail)
                        .list(),
                size,
                it -> new TimeKey(it.createdAt(), it.key().id().toString()).toString());
    }

    /** How many have failed, counted no further than to the limit. */
    int countFailed(int limit) {
        return db.sql("""
                select count(*)
                  from (select from notifications.mail where state = 'FAILED' limit :limit) as failed
                """).param("limit", limit).query(Integer.class).single();
    }

    void bounced(Mailbox mailbox, Bounce bounce) {
        db.sql("""
                insert into notifications.bounce (mailbox, address, bounced_at, mails, reason)
                values (:mailbox, :address, :at, 1, :reason)
                on conflict (mailbox, address) do update
                   set bounced_at = excluded.bounced_at,
                       mails = bounce.mails + 1,
                       reason = excluded.reason
                """)
                .param("mailbox", mailbox.value())
                .param("address", bounce.address())
                .param("at", Utc.of(bounce.at()))
                .param("reason", bounce.reason())
                .update();
    }

    /**
     * Notes that a mail came back that a server had taken. One that is noted already, sent again meanwhile or forgotten
     * stays as it is.
     */
    void returned(MailKey key, DeliveryReport report, Instant now) {
        db.sql("""
                with failed as (
                    update notifications.mail
                       set state = 'FAILED',
                           reason = :reason,
                           ended_at = :now
                     where seller_id = :seller
                       and mail_id = :id
                       and state = 'SENT'
                    returning mailbox, address)
                insert into notifications.bounce (mailbox, address, bounced_at, mails, reason, returned)
                select mailbox, address, :now, 1, :reason, true
                  from failed
                 where :forGood
                on conflict (mailbox, address) do update
                   set bounced_at = excluded.bounced_at,
                       mails = bounce.mails + 1,
                       reason = excluded.reason,
                       returned = true
                """)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .param("reason", report.reason())
                .param("forGood", report.forGood())
                .param("now", Utc.of(now))
                .update();
    }

    /** An address has taken a mail; one whose mail came back since then may still return it. */
    void forgetBounce(Mailbox mailbox, String address, Instant returnedBefore) {
        db.sql("""
                delete from notifications.bounce
                 where mailbox = :mailbox
                   and address = :address
                   and (not returned or bounced_at < :returnedBefore)
                """)
                .param("mailbox", mailbox.value())
                .param("address", address)
                .param("returnedBefore", Utc.of(returnedBefore))
                .update();
    }

    /** What was noted of addresses that a mailbox no longer has. */
    void forgetBouncesBut(Mailbox mailbox, List<String> addresses) {
        db.sql("delete from notifications.bounce where mailbox = :mailbox and address <> all(:addresses)")
                .param("mailbox", mailbox.value())
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    List<Bounce> bounces(Mailbox mailbox) {
        return db.sql("""
                select address, bounced_at, mails, reason
                  from notifications.bounce
                 where mailbox = :mailbox
                 order by bounced_at desc, address
                """)
                .param("mailbox", mailbox.value())
                .query((row, number) -> new Bounce(
                        row.getString("address"),
                        Utc.instant(row, "bounced_at"),
                        row.getInt("mails"),
                        row.getString("reason")))
                .list();
    }

    /** Forgets some of the mails that are older and that nothing is to be done about any more. */
    int forget(Instant before, int most) {
        return db.sql("""
                delete from notifications.mail
                 where (seller_id, mail_id) in (select seller_id, mail_id
                                                from notifications.mail
                                               where created_at < :before
                                                 and state <> 'WAITING'
                                               order by created_at, mail_id
                                               limit :most)
                """).param("before", Utc.of(before)).param("most", most).update();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        String text = row.getString("body_text");
        String html = row.getString("body_html");
        return new Mail(
                new MailKey(new SellerId(row.getString("seller_id")), row.getObject("mail_id", UUID.class)),
                new Mailbox(row.getString("mailbox")),
                MailKind.valueOf(row.getString("kind")),
                new MarketplaceId(row.getString("marketplace_id")),
                new OrderId(row.getString("order_id")),
                row.getInt("package"),
                row.getString("address"),
                Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                Utc.instant(row, "created_at"),
                Mail.State.valueOf(row.getString("state")),
                Utc.nullable(row, "due_at"),
                row.getInt("attempts"),
                Utc.nullable(row, "ended_at"),
                row.getString("reason"),
                subject == null || text == null || html == null ? null : new MailContent(subject, text, html));
    }
}
