package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.header;
import static org.openstall.notifications.MailServer.part;
import static org.openstall.notifications.MailServer.received;
import static org.openstall.notifications.MailServer.subject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.identity.Accounts;
import org.openstall.identity.Act;
import org.openstall.identity.Act.Kind;
import org.openstall.identity.Acts;
import org.openstall.identity.PasswordLinks;
import org.openstall.identity.PasswordRenewed;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** Somebody has forgotten his password, and sets a new one by a link in a mail. */
@OpenstallTest
class ForgottenPasswordTests implements WithMailServer {
    private static final String NEW_PASSWORD = "a kettle and a spoon";
    private static final Pattern LINK = Pattern.compile("https://shop\\.example/new-password#([A-Za-z0-9_-]{43})\\b");

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Users users;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private Acts acts;

    @Autowired
    private AccountMails mails;

    @Autowired
    private AccountMailStore store;

    @Autowired
    private Letters letters;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Environment program;

    private User omar;
    private TestBrowser browser;

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

    private Answer ask(String email) {
        return browser.post("/forgotten-password", "email", email);
    }

    private List<MimeMessage> mailed() {
        while (mails.goRound()) {
            // Until nothing is due.
        }
        return received(omar.email());
    }

    private static String code(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(part(mail, "text/plain"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The code of a link that Omar has got just now. */
    private String code() throws Exception {
        ask(omar.email());
        return code(mailed().getLast());
    }

    private Answer open(String code) {
        return browser.post("/new-password", "code", code);
    }

    private Answer renew(String code, String password) {
        return browsers.open().post("/new-password", "code", code, "password", password);
    }

    private int signIn(String password) {
        return browsers.open()
                .post("/sign-in", "email", omar.email(), "password", password)
                .status();
    }

    private static void assertVoid(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This link no longer works", "Ask for a new link");
        assertThat(answer.body()).contains("href=\"/forgotten-password\"");
    }

    @Test
    void a_link_in_a_mail_leads_to_a_new_password_and_ends_every_session() throws Exception {
        TestBrowser signedIn = browsers.openFor(omar);
        assertThat(browser.get("/sign-in").body()).contains("href=\"/forgotten-password\"");

        Answer asked = ask("  " + omar.email().toUpperCase(Locale.ROOT));
        assertThat(asked.location()).isEqualTo("/forgotten-password/sent");
        assertThat(browser.get(asked.location()).text()).contains("If there is an account with this address");

        MimeMessage mail = mailed().getFirst();
        assertThat(subject(mail)).isEqualTo("Set a new password");
        assertThat(part(mail, "text/html")).containsPattern(LINK);
        Answer form = open(code(mail));
        assertThat(form.text()).contains("Set a new password", "For " + omar.email());
        Answer set = browser.post("/new-password", "code", code(mail), "password", NEW_PASSWORD);

        assertThat(set.location()).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in").text()).contains("Your new password is set. Sign in with it.");
        assertThat(signedIn.get("/account/no-such-page").location()).startsWith("/sign-in?next=");
        assertThat(signIn(MarketFixture.PASSWORD)).isEqualTo(422);
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(303);
    }

    @Test
    void whether_somebody_has_an_account_is_told_by_nothing_but_mail() {
        String nobody = UUID.randomUUID() + "@buyers.example";

        Answer known = ask(omar.email());
        Answer unknown = ask(nobody);

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(waiting()).contains(omar.email(), nobody);
        assertThat(mailed()).hasSize(1);
        assertThat(received(nobody)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    private static List<String> waiting() {
        return TestPostgresql.jdbcClient()
                .sql("select email from notifications.account_mail")
                .query(String.class)
                .list();
    }

    @Test
    void what_is_no_address_is_told_so() {
        Answer answer = ask("omar");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Enter an e-mail address such as name@example.com.");
        assertThat(answer.body()).contains("value=\"omar\"");
    }

    @Test
    void a_link_works_once_in_however_many_tabs_it_is_open() throws Exception {
        String code = code();
        assertThat(open(code).status()).isEqualTo(200);
        assertThat(open(code).status()).isEqualTo(200);

        assertThat(renew(code, NEW_PASSWORD).status()).isEqualTo(303);

        assertVoid(open(code));
        assertVoid(renew(code, "another good password"));
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(303);
    }

    @Test
    void of_two_that_use_a_link_at_the_same_time_one_sets_the_password() throws Exception {
        String code = code();
        List<Callable<Answer>> both =
                List.of(() -> renew(code, "the first good password"), () -> renew(code, "the other good password"));
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> answer : threads.invokeAll(both)) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(303, 422);
    }

    @Test
    void a_link_works_for_an_hour() throws Exception {
        String code = code();

        clock.advance(Duration.ofMinutes(59));
        assertThat(open(code).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));

        assertVoid(open(code));
        assertVoid(renew(code, NEW_PASSWORD));
        assertThat(signIn(MarketFixture.PASSWORD)).isEqualTo(303);
    }

    @Test
    void who_asks_in_the_name_of_another_spoils_no_link_until_the_password_is_set() throws Exception {
        String older = code();
        String newer = code();

        assertThat(open(older).status()).isEqualTo(200);
        assertThat(renew(older, NEW_PASSWORD).status()).isEqualTo(303);
        assertVoid(open(newer));
    }

    @Test
    void a_link_that_waits_to_be_sent_is_not_sent_once_the_password_is_set() throws Exception {
        String code = code();
        ask(omar.email());

        renew(code, NEW_PASSWORD);
        mails(MailServer.port()).on(published());

        assertThat(mailed()).hasSize(2);
        assertThat(subject(received(omar.email()).getLast())).isEqualTo("Your password was changed");
    }

    @Test
    void a_password_set_otherwise_voids_the_link() throws Exception {
        String code = code();

        accounts.setPassword(omar, "set on the command line");

        assertVoid(open(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%00", "<b>", "https://shop.example/new-password#", "가나다"})
    void garbled_codes_are_told_as_such(String code) {
        assertVoid(open(code));
        assertVoid(renew(code, NEW_PASSWORD));
    }

    @Test
    void who_pastes_the_whole_link_gets_on() throws Exception {
        assertThat(open(" https://shop.example/new-password#" + code() + "\n").status())
                .isEqualTo(200);
    }

    @Test
    void a_weak_password_is_refused_with_the_reason_and_the_link_stays_good() throws Exception {
        String code = code();

        Answer refused = renew(code, "short");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Use at least 10 characters");
        assertThat(refused.body()).doesNotContain("short");
        assertThat(renew(code, "x".repeat(73)).text()).contains("This password is too long.");
        assertThat(renew(code, NEW_PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void whoever_set_a_password_by_a_link_is_told_by_mail() throws Exception {
        renew(code(), NEW_PASSWORD);

        // What follows an event waits for a test to do it, and may be done twice.
        AccountMails listener = mails(MailServer.port());
        listener.on(published());
        listener.on(published());
        assertThat(mailed()).hasSize(2);

        MimeMessage mail = received(omar.email()).getLast();
        assertThat(subject(mail)).isEqualTo("Your password was changed");
        assertThat(part(mail, "text/plain"))
                .contains("If it wasn’t you", "https://shop.example/forgotten-password")
                .doesNotContain(NEW_PASSWORD);
    }

    private PasswordRenewed published() {
        String event = TestPostgresql.jdbcClient()
                .sql("""
                        select serialized_event
                          from platform.event_publication
                         where event_type = :type
                           and strpos(serialized_event, :email) > 0
                        """)
                .param("type", PasswordRenewed.class.getName())
                .param("email", omar.email())
                .query(String.class)
                .single();
        return json.readValue(event, PasswordRenewed.class);
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
    void failed_sign_ins_are_forgotten_with_the_password() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guess number " + i)).isEqualTo(422);
        }
        assertThat(signIn(MarketFixture.PASSWORD)).isEqualTo(429);

        renew(code(), NEW_PASSWORD);

        assertThat(signIn(NEW_PASSWORD)).isEqualTo(303);
    }

    @Test
    void the_operator_sees_who_asked_and_who_set_a_password_but_no_code() throws Exception {
        String code = code();
        clock.advance(Duration.ofMinutes(1));
        open(code);
        renew(code, NEW_PASSWORD);

        List<Act> noted = acts.list(null, omar.email(), null, 10).items();
        assertThat(noted).extracting(Act::kind).containsExactly(Kind.PASSWORD_RENEWED, Kind.PASSWORD_FORGOTTEN);
        assertThat(noted).allSatisfy(it -> {
            assertThat(it.address()).isEqualTo("127.0.0.1");
            assertThat(it.subject()).isEmpty();
        });
        assertThat(noted.getFirst().user()).isEqualTo(omar.id());
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        assertThat(iris.get("/operator/activity?q=" + omar.email()).text())
                .contains("Asked for a new password", "Password set by a link");
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
        assertThat(waiting()).isEmpty();
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
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_link_whose_sending_seemed_to_fail_is_as_good_as_the_next() throws Exception {
        String first = links.make(omar.id());
        String second = links.make(omar.id());

        assertThat(open(first).status()).isEqualTo(200);
        assertThat(renew(second, NEW_PASSWORD).status()).isEqualTo(303);
        assertVoid(open(first));
    }

    @Test
    void an_address_that_the_server_refuses_is_not_tried_again() throws Exception {
        ask(omar.email());
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 No such user"))) {
            mails(strict.port()).goRound();
        }

        assertThat(waiting()).isEmpty();
    }

    private AccountMails mails(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        PostOffice office = new PostOffice(server, "", "", "https://shop.example");
        return new AccountMails(store, users, links, letters, office, clock);
    }

    @Test
    void in_a_browser_the_link_opens_the_form_and_leaves_no_code_in_the_address() throws Exception {
        String code = code();
        try (RealBrowser chromium = RealBrowser.start(program);
                BrowserContext window = chromium.open(Look.PHONE, null)) {
            List<String> requested = new ArrayList<>();
            window.onRequest(it -> requested.add(it.url()));
            Page page = window.newPage();
            page.navigate("/new-password#" + code);
            page.fill("[name=password]", NEW_PASSWORD);
            assertThat(page.url()).endsWith("/new-password");
            page.click("form[action='/new-password'] button");
            page.waitForURL("**/sign-in");

            assertThat(requested).isNotEmpty().noneMatch(it -> it.contains("new-password?") || it.contains("code="));
            page.navigate("/new-password#" + code);
            page.waitForSelector("a.btn[href='/forgotten-password']");
        }
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(303);
    }
}
