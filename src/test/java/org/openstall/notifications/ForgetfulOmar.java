package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.part;
import static org.openstall.notifications.MailServer.received;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openstall.MarketFixture;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.identity.PasswordLinks;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Omar, who has an account and has forgotten his password, and the mail that he gets. */
abstract class ForgetfulOmar implements WithMailServer {
    static final String NEW_PASSWORD = "a kettle and a spoon";
    static final Pattern LINK = Pattern.compile("https://shop\\.example/new-password#([A-Za-z0-9_-]{43})\\b");

    @Autowired
    MarketFixture market;

    @Autowired
    TestBrowsers browsers;

    @Autowired
    Users users;

    @Autowired
    PasswordLinks links;

    @Autowired
    AccountMailStore store;

    @Autowired
    private Letters letters;

    @Autowired
    AccountMails mails;

    @Autowired
    MovableClock clock;

    User omar;
    TestBrowser browser;

    @BeforeEach
    void omar_has_an_account() {
        clock.stopAt(MarketFixture.MONDAY);
        omar = market.user("Omar Haddad");
        browser = browsers.open();
    }

    @AfterEach
    void nothing_is_left_for_another_test() {
        TestPostgresql.jdbcClient()
                .sql("delete from notifications.account_mail")
                .update();
        TestPostgresql.jdbcClient()
                .sql("delete from identity.sign_in_limit where id like 'link-to-address %'")
                .update();
    }

    Answer ask(String email) {
        return browser.post("/forgotten-password", "email", email);
    }

    List<MimeMessage> mailed() {
        while (mails.goRound()) {
            // Until nothing is due.
        }
        return received(omar.email());
    }

    AccountMails mails(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        PostOffice office = new PostOffice(server, "", "", "https://shop.example");
        return new AccountMails(store, users, links, letters, office, clock);
    }

    static String code(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(part(mail, "text/plain"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The code of a link that Omar has got just now. */
    String code() throws Exception {
        ask(omar.email());
        return code(mailed().getLast());
    }

    Answer open(String code) {
        return browser.post("/new-password", "code", code);
    }

    Answer renew(String code, String password) {
        return browsers.open().post("/new-password", "code", code, "password", password);
    }

    int signIn(String password) {
        return browsers.open()
                .post("/sign-in", "email", omar.email(), "password", password)
                .status();
    }

    /** Whom mail about an account is noted of. */
    static List<String> noted() {
        return TestPostgresql.jdbcClient()
                .sql("select email from notifications.account_mail")
                .query(String.class)
                .list();
    }
}
