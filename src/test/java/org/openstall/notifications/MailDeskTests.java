package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.notifications.ReturnedMailState.Failing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator's page of mail, where there is a mail server and a mailbox for what comes back. */
@OpenstallTest
// With its mail server it would be of no use to other tests.
@DirtiesContext
class MailDeskTests {
    private static final String NAME = "bounces@shop.example";

    /** Not a dynamic one, so that the server comes back at it. */
    private static final int IMAP = freePort();

    private static final GreenMail SERVER = server();

    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture fixture;

    @Autowired
    private Mails mails;

    @Autowired
    private MailStore store;

    @Autowired
    private ReturnedMail reader;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    private GreenMailUser mailbox;
    private TestBrowser iris;

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
            new ServerSetup(IMAP, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("openstall.mail.bounces", () -> NAME);
        properties.add(
                "openstall.mail.returned", () -> "imap://bounces%40shop.example:secret@127.0.0.1:" + IMAP + "/INBOX");
        // Another program than the other tests have, and an index has room for one.
        properties.add("openstall.data", () -> "target/test-data-mail-desk");
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void iris_looks_after_mail() {
        clock.stopAt(Instant.parse("2026-06-01T16:00:00Z"));
        mailbox = SERVER.setUser(NAME, NAME, "secret");
        iris = browsers.openFor(market.operator("Iris"));
    }

    private String page() {
        return iris.get("/operator/mail").text();
    }

    @Test
    void the_page_tells_when_the_mailbox_was_read_last() {
        reader.goRound();

        assertThat(page())
                .contains("Last read Jun 1, 2026, 9:00 AM PDT, without trouble")
                .contains("imap://bounces%40shop.example@127.0.0.1:" + IMAP + "/INBOX")
                .doesNotContain("secret");
    }

    @Test
    void a_password_that_is_not_the_servers_any_more_is_told_since_when_and_what_to_do_until_it_is_again() {
        reader.goRound();
        mailbox.setPassword("another");
        clock.advance(Duration.ofMinutes(1));
        reader.goRound();
        clock.advance(Duration.ofMinutes(4));
        reader.goRound();

        assertThat(page())
                .contains("Unreadable since Jun 1, 2026, 9:01 AM PDT")
                .contains("Check the user and the password in the setting openstall.mail.returned")
                .contains("What was said " + ((Failing) mails.returned()).said())
                .contains("Last tried Jun 1, 2026, 9:05 AM PDT")
                .contains("Last read Jun 1, 2026, 9:00 AM PDT")
                .contains("Nothing is lost meanwhile");

        mailbox.setPassword("secret");
        clock.advance(Duration.ofMinutes(1));
        reader.goRound();

        assertThat(page())
                .contains("Last read Jun 1, 2026, 9:06 AM PDT, without trouble")
                .doesNotContain("Unreadable");
    }

    @Test
    void a_server_that_is_away_is_told_until_it_is_back() {
        SERVER.stop();
        reader.goRound();

        assertThat(page())
                .contains("Unreadable since Jun 1, 2026, 9:00 AM PDT")
                .contains("See whether it runs and whether a firewall is in the way.")
                .contains("What was said Connection refused");

        SERVER.start();
        SERVER.setUser(NAME, NAME, "secret");
        clock.advance(Duration.ofMinutes(1));
        reader.goRound();

        assertThat(page()).contains("Last read Jun 1, 2026, 9:01 AM PDT, without trouble");
    }

    @Test
    void a_mailbox_that_nobody_has_tried_to_read_for_long_is_told_of() {
        reader.goRound();
        clock.advance(Duration.ofMinutes(10));
        assertThat(page()).contains("Last read Jun 1, 2026, 9:00 AM PDT, without trouble");

        clock.advance(Duration.ofSeconds(1));

        assertThat(page())
                .contains("Not read since Jun 1, 2026, 9:00 AM PDT")
                .contains("look at every node, whether it runs");
    }

    @Test
    void failed_mails_are_offered_to_be_sent_again_as_many_as_would_be() {
        forgetOthers();
        failed(true);
        assertThat(mails.failed()).isEqualTo(1);
        Answer refused = iris.get("/operator/mail?state=failed");
        assertThat(refused.text())
                .contains("All of this went to addresses that are refused for good")
                .doesNotContain("failed mail again", "failed mails again");
        assertThat(refused.body()).doesNotContain("action=\"/operator/mail/attempts\"");
        assertThat(iris.get(iris.post("/operator/mail/attempts").location()).text())
                .contains("Nothing is sent again: the addresses are refused for good.");

        MailKey first = failed(false);
        assertThat(iris.get("/operator/mail?state=failed").text())
                .contains("Send one failed mail again")
                .contains("Mail to addresses that are refused for good is left alone.");
        failed(false);
        assertThat(iris.get("/operator/mail?state=failed").text()).contains("Send 2 failed mails again");

        assertThat(iris.get(iris.post("/operator/mail/attempts").location()).text())
                .contains("2 mails will be sent in a moment.");
        assertThat(mails.get(first).state()).isEqualTo(Mail.State.WAITING);
        assertThat(iris.get("/operator/mail").text()).doesNotContain("refused for good");
    }

    /** What other tests have left is not to be counted here. */
    private void forgetOthers() {
        while (store.forget(clock.instant().plus(Duration.ofDays(36_500)), 1_000) > 0) {
            // Until none is left.
        }
    }

    private MailKey failed(boolean forGood) {
        SellerId nadias = market.seller("Nadia's Kitchen");
        MailKey key = fixture.aboutSale(
                market.order(market.buyer("Omar"), market.offer(nadias, "KETTLE", "Kettle", "49.90", 9)));
        Mail mail = mails.get(key);
        store.failed(key, "550 5.1.1 No such user", clock.instant());
        if (forGood) {
            store.bounced(mail.mailbox(), new Bounce(mail.address(), clock.instant(), 1, "550 5.1.1 No such user"));
        }
        return key;
    }
}
