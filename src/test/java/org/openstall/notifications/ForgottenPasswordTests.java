package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.header;
import static org.openstall.notifications.MailServer.received;
import static org.openstall.notifications.MailServer.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestPostgresql;

/** Somebody has forgotten his password, and asks for a link by which to set a new one. */
@OpenstallTest
class ForgottenPasswordTests extends ForgetfulOmar {
    @Test
    void whether_somebody_has_an_account_is_told_by_nothing_but_mail() {
        String nobody = UUID.randomUUID() + "@buyers.example";

        Answer known = ask(omar.email());
        Answer unknown = ask(nobody);

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(noted()).contains(omar.email(), nobody);
        assertThat(mailed()).hasSize(1);
        assertThat(received(nobody)).isEmpty();
        assertThat(noted()).isEmpty();
    }

    @Test
    void what_is_no_address_is_told_so() {
        Answer answer = ask("omar");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Enter an e-mail address such as name@example.com.");
        assertThat(answer.body()).contains("value=\"omar\"");
    }

    @Test
    void the_mail_speaks_the_language_of_its_reader_or_else_of_the_page() {
        browser.speaking("zh-TW");
        ask(omar.email());
        assertThat(subject(mailed().getLast())).isEqualTo("設定新密碼");

        users.setLanguage(omar.id(), "ko");
        ask(omar.email());
        assertThat(subject(mailed().getLast())).isEqualTo("새 비밀번호 설정 안내");
        assertThat(header(received(omar.email()).getLast(), "Content-Language")).isEqualTo("ko");
    }

    @Test
    void who_asks_too_often_waits_whether_or_not_there_is_such_an_account() {
        String nobody = UUID.randomUUID() + "@buyers.example";
        for (int i = 0; i < 3; i++) {
            assertThat(ask(omar.email()).status()).isEqualTo(303);
            assertThat(ask(nobody).status()).isEqualTo(303);
        }

        Answer known = ask(omar.email());
        Answer unknown = ask(nobody);

        assertThat(known.status()).isEqualTo(429).isEqualTo(unknown.status());
        assertThat(known.text()).contains("Too many requests.", "try again in 5 min");
        assertThat(unknown.text()).contains("Too many requests.", "try again in 5 min");
        assertThat(mailed()).as("what waits is sent once").hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        assertThat(ask(omar.email()).status()).isEqualTo(303);
    }

    @Test
    void nobody_fills_a_mailbox_with_links() {
        for (int i = 1; i <= 10; i++) {
            assertThat(ask(omar.email()).status()).isEqualTo(303);
            if (i % 3 == 0) {
                clock.advance(Duration.ofMinutes(15));
            }
        }

        assertThat(ask(omar.email()).status()).isEqualTo(429);
        clock.advance(Duration.ofHours(2));
        assertThat(ask(omar.email()).status()).isEqualTo(303);
    }

    @Test
    void nobody_asks_for_links_of_everybody() {
        for (int i = 0; i < 30; i++) {
            assertThat(ask(i + omar.email()).status()).isEqualTo(303);
        }

        assertThat(ask("one-more" + omar.email()).status()).isEqualTo(429);
    }

    @Test
    void the_code_is_kept_nowhere() throws Exception {
        String code = code();

        assertThat(TestPostgresql.jdbcClient()
                        .sql("select code_hash from identity.password_link where user_id = :user")
                        .param("user", omar.id().value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        for (String table : List.of(
                "identity.act", "platform.event_publication", "notifications.mail", "platform.spring_session")) {
            assertThat(TestPostgresql.jdbcClient()
                            .sql("select count(*) from " + table + " t where strpos(cast(t as text), :code) > 0")
                            .param("code", code)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void a_link_that_could_not_be_sent_is_sent_later_and_is_good_for_an_hour_from_then() throws Exception {
        ask(omar.email());
        try (ScriptedSmtp busy = new ScriptedSmtp(Map.of("MAIL", "451 4.3.0 Later"))) {
            assertThat(mails(busy.port()).goRound()).isFalse();
        }
        assertThat(mailed()).isEmpty();

        clock.advance(Duration.ofMinutes(5));
        String code = code(mailed().getFirst());

        clock.advance(Duration.ofMinutes(59));
        assertThat(renew(code, NEW_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_link_that_cannot_be_sent_for_an_hour_is_not_sent_at_all() {
        ask(omar.email());
        clock.advance(Duration.ofMinutes(61));

        assertThat(mailed()).isEmpty();
        assertThat(noted()).isEmpty();
    }

    @Test
    void an_address_that_the_server_refuses_is_not_tried_again() throws Exception {
        ask(omar.email());
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 No such user"))) {
            mails(strict.port()).goRound();
        }

        assertThat(noted()).isEmpty();
    }
}
