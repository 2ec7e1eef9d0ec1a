package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.notifications.ReturnedMailState.Trouble;
import org.openstall.pages.Language;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ReturnedMailTests {
    private static final GreenMail SERVER = MailServer.start(ServerSetup.PROTOCOL_IMAP);
    private static final GreenMailUser BOUNCES = SERVER.setUser("bounces@shop.example", "bounces", "secret");

    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture fixture;

    @Autowired
    private Mails mails;

    @Autowired
    private MailSettings settings;

    @Autowired
    private MailStore store;

    @Autowired
    private PostOffice office;

    @Autowired
    private ReturnedMailStore states;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private Mail sent;

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void a_server_has_taken_a_mail_to_nadia() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        clock.stopAt(MarketFixture.MONDAY);
        nadias = market.seller("Nadia's Kitchen");
        sent = send();
    }

    private Mail send() {
        MailKey key = fixture.aboutSale(
                market.order(market.buyer("Omar"), market.offer(nadias, "KETTLE", "Kettle", "49.90", 9)));
        store.tryAgain(key, clock.instant());
        store.sent(key, clock.instant());
        return mails.get(key);
    }

    private ReturnedMail reader() {
        return reader("imap://bounces:secret@127.0.0.1:" + SERVER.getImap().getPort() + "/INBOX");
    }

    private ReturnedMail reader(String mailbox) {
        return new ReturnedMail(mailbox, office, store, states, clock);
    }

    private static void arrives(String message) throws MessagingException {
        BOUNCES.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static String report(String action, String status, String diagnostic, String original) {
        return """
                From: MAILER-DAEMON@relay.example
                To: bounces@shop.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=="

                --==
                Content-Type: text/plain

                I am sorry to have to tell you.
                --==
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; elsewhere@people.example
                Action: %s
                Status: %s
                %s
                --==
                %s
                --==--
                """.formatted(action, status, diagnostic, original);
    }

    private String whole(Mail mail) {
        return "Content-Type: message/rfc822\n\nFrom: orders@shop.example\nMessage-ID: " + mails.messageId(mail)
                + "\nSubject: Sold\n\nSold, ship now";
    }

    private String headers(Mail mail) {
        return "Content-Type: text/rfc822-headers\n\nSubject: Sold\nMessage-ID: " + mails.messageId(mail) + "\n";
    }

    private static String noSuchUser(String original) {
        return report("failed", "5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 No such\n    user here", original);
    }

    @Test
    void a_mail_that_comes_back_has_failed_in_the_words_of_the_server_that_refused_it() throws Exception {
        arrives(noSuchUser(whole(sent)));
        clock.advance(Duration.ofHours(2));

        reader().goRound();
        reader().goRound();

        Mail returned = mails.get(sent.key());
        assertThat(returned.state()).isEqualTo(Mail.State.FAILED);
        assertThat(returned.reason()).isEqualTo("550 5.1.1 No such user here");
        assertThat(returned.endedAt()).isEqualTo(clock.instant());
        assertThat(settings.bounces(nadias)).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo(sent.address());
            assertThat(it.reason()).isEqualTo("550 5.1.1 No such user here");
            assertThat(it.mails()).isEqualTo(1);
        });
        assertThat(SERVER.getReceivedMessages()).as("stays for people to read").hasSize(1);
    }

    @Test
    void the_headers_alone_tell_which_mail_it_was_and_a_second_copy_counts_for_nothing() throws Exception {
        arrives(noSuchUser(headers(sent)));
        arrives(noSuchUser(whole(sent)));

        reader().goRound();

        assertThat(mails.get(sent.key()).state()).isEqualTo(Mail.State.FAILED);
        assertThat(settings.bounces(nadias))
                .singleElement()
                .extracting(Bounce::mails)
                .isEqualTo(1);
    }

    @Test
    void a_server_that_was_away_for_too_long_says_nothing_about_the_address() throws Exception {
        arrives(report("failed", "4.4.1", "X-Note: none", whole(sent)));

        reader().goRound();

        assertThat(mails.get(sent.key()).state()).isEqualTo(Mail.State.FAILED);
        assertThat(mails.get(sent.key()).reason()).isEqualTo("4.4.1");
        assertThat(settings.bounces(nadias)).isEmpty();
    }

    @Test
    void what_is_no_failure_of_one_of_our_mails_changes_nothing_and_keeps_nothing_else_from_being_read()
            throws Exception {
        Mail other = send();
        arrives(report("delayed", "4.4.1", "Will-Retry-Until: tomorrow", whole(sent)));
        arrives("From: nadia@shop.example\nSubject: On holiday\nMessage-ID: " + mails.messageId(sent)
                + "\n\nUntil May");
        arrives(noSuchUser("Content-Type: text/rfc822-headers\n\nMessage-ID: <somebody@else.example>\n"));
        arrives(noSuchUser("Content-Type: text/rfc822-headers\n\nMessage-ID: "
                + "<00000000-0000-0000-0000-000000000000.nobody@else.example>\n"));
        arrives(noSuchUser("Content-Type: text/plain\n\nNothing is returned"));
        arrives("Content-Type: multipart/report; boundary=\"==\"\n\nnot a part of it");
        arrives("Content-Type: multipart/report\n\n--==\nwithout a boundary");
        arrives(noSuchUser(whole(other)));

        reader().goRound();

        assertThat(mails.get(sent.key()).state()).isEqualTo(Mail.State.SENT);
        assertThat(mails.get(other.key()).state()).isEqualTo(Mail.State.FAILED);
    }

    @Test
    void the_note_stays_while_the_next_mail_may_come_back_and_goes_when_it_has_not_or_the_address_is_changed()
            throws Exception {
        arrives(noSuchUser(whole(sent)));
        reader().goRound();
        Mailbox mailbox = Mailbox.of(nadias);

        store.forgetBounce(mailbox, sent.address(), clock.instant().minus(Duration.ofDays(5)));
        assertThat(settings.bounces(nadias)).hasSize(1);
        clock.advance(Duration.ofDays(6));
        store.forgetBounce(mailbox, sent.address(), clock.instant().minus(Duration.ofDays(5)));
        assertThat(settings.bounces(nadias)).isEmpty();

        arrives(noSuchUser(whole(send())));
        reader().goRound();
        assertThat(settings.bounces(nadias)).hasSize(1);
        settings.choose(nadias, List.of("nadia@people.example"), Language.ENGLISH, Set.of(MailKind.SALE));
        assertThat(settings.bounces(nadias)).isEmpty();
    }

    @Test
    void a_mailbox_that_cannot_be_reached_or_opened_is_tried_again_later_and_every_node_can_tell_why() {
        String server = "127.0.0.1:" + SERVER.getImap().getPort();

        assertThat(failing("imap://bounces:wrong@" + server + "/INBOX")).satisfies(it -> {
            assertThat(it.trouble()).isEqualTo(Trouble.SIGN_IN);
            assertThat(it.said()).contains("Invalid login/password");
            assertThat(it.mailbox()).isEqualTo("imap://bounces@" + server + "/INBOX");
        });
        assertThat(failing("imap://bounces:secret@" + server + "/Elsewhere")).satisfies(it -> {
            assertThat(it.trouble()).isEqualTo(Trouble.NO_FOLDER);
            assertThat(it.said()).contains("Elsewhere");
        });
        assertThat(failing("imap://bounces:secret@127.0.0.1:1")).satisfies(it -> {
            assertThat(it.trouble()).isEqualTo(Trouble.NO_ANSWER);
            assertThat(it.said()).isEqualTo("Connection refused");
            assertThat(it.mailbox()).isEqualTo("imap://bounces@127.0.0.1:1/INBOX");
        });
        assertThat(failing("imap://bounces:secret@nowhere.invalid/INBOX")).satisfies(it -> {
            assertThat(it.trouble()).isEqualTo(Trouble.NO_SUCH_HOST);
            assertThat(it.said()).isEqualTo("Unknown host nowhere.invalid");
        });
        assertThat(failing("imaps://bounces:secret@" + server + "/INBOX").trouble())
                .isEqualTo(Trouble.ENCRYPTION);
        assertThat(mails.get(sent.key()).state()).isEqualTo(Mail.State.SENT);
    }

    /** What a node that has not tried tells after another one has. */
    private ReturnedMailState.Failing failing(String mailbox) {
        reader(mailbox).goRound();
        return (ReturnedMailState.Failing) reader(mailbox).state();
    }

    @Test
    void without_a_mailbox_nothing_is_read() {
        reader("").goRound();

        assertThat(reader("").state()).isEqualTo(new ReturnedMailState.NotSet());
    }

    @Test
    void a_setting_that_names_no_mailbox_is_refused_at_the_start() {
        for (String wrong : List.of("bounces@shop.example", "pop3://a:b@host/INBOX", "imap://host/INBOX", "imaps://")) {
            assertThatThrownBy(() -> reader(wrong))
                    .isInstanceOf(CannotGoOn.class)
                    .hasMessageContaining("openstall.mail.returned");
        }
    }
}
