package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.part;
import static org.openstall.notifications.MailServer.received;
import static org.openstall.notifications.MailServer.subject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestPostgresql;
import org.openstall.identity.Accounts;
import org.openstall.identity.Act;
import org.openstall.identity.Act.Kind;
import org.openstall.identity.Acts;
import org.openstall.identity.PasswordRenewed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Somebody sets a new password by the link in the mail that he has got. */
@OpenstallTest
class NewPasswordTests extends ForgetfulOmar {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Acts acts;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Environment program;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

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
    void of_two_that_use_two_links_at_the_same_time_one_sets_the_password() throws Exception {
        String older = code();
        String newer = code();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = new ArrayList<>();
            transaction.executeWithoutResult(status -> {
                links.make(omar.id());
                answers.add(threads.submit(() -> renew(older, NEW_PASSWORD)));
                answers.add(threads.submit(() -> renew(newer, NEW_PASSWORD)));
                TestPostgresql.letThemCome(answers, db);
            });
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(303, 422);
    }

    @Test
    void a_link_made_while_the_password_is_being_set_ends_with_the_old_one() {
        String code;
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            code = transaction.execute(status -> {
                String made = links.make(omar.id());
                TestPostgresql.letItCome(
                        thread.submit(() -> accounts.setPassword(omar, "set on the command line")), db);
                return made;
            });
        }

        assertVoid(open(code));
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
    void a_link_whose_sending_seemed_to_fail_is_as_good_as_the_next() throws Exception {
        String first = links.make(omar.id());
        String second = links.make(omar.id());

        assertThat(open(first).status()).isEqualTo(200);
        assertThat(renew(second, NEW_PASSWORD).status()).isEqualTo(303);
        assertVoid(open(first));
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

    private static void assertVoid(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This link no longer works", "Ask for a new link");
        assertThat(answer.body()).contains("href=\"/forgotten-password\"");
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
    void choosing_another_language_after_a_refusal_keeps_the_form_but_not_the_password() throws Exception {
        String code = code();
        try (RealBrowser chromium = RealBrowser.start(program);
                BrowserContext window = chromium.open(Look.PHONE, null)) {
            List<String> requested = new ArrayList<>();
            window.onRequest(it -> requested.add(it.url()));
            Page page = window.newPage();
            page.navigate("/new-password#" + code);
            page.fill("[name=password]", "short");
            page.click("form[action='/new-password'] button");
            page.waitForSelector("[name=password].is-invalid");

            page.click("details:has(form[action='/language']) summary");
            page.click("form[action='/language'] button[value=ko]");
            page.waitForSelector("html[lang=ko] [name=password]");

            assertThat(page.url()).endsWith("/new-password");
            assertThat(page.inputValue("[name=password]")).isEmpty();
            page.fill("[name=password]", NEW_PASSWORD);
            page.click("form[action='/new-password'] button");
            page.waitForURL("**/sign-in");
            assertThat(requested).noneMatch(it -> it.contains("?") && it.contains(code));
        }
        assertThat(signIn(NEW_PASSWORD)).isEqualTo(303);
    }

    @Test
    void whoever_set_a_password_by_a_link_is_told_by_mail() throws Exception {
        renew(code(), NEW_PASSWORD);

        // What follows an event waits for a test to do it, and may be done twice.
        AccountMails listener = mails(MailServer.port());
        listener.on(published());
        listener.on(published());
        assertThat(mailed()).hasSize(2);
        listener.on(published());
        assertThat(mailed()).as("told after it was sent").hasSize(2);

        MimeMessage mail = received(omar.email()).getLast();
        assertThat(subject(mail)).isEqualTo("Your password was changed");
        assertThat(part(mail, "text/plain"))
                .contains("If it wasn’t you", "https://shop.example/forgotten-password")
                .doesNotContain(NEW_PASSWORD);
    }

    @Test
    void what_was_told_of_a_password_is_forgotten_after_a_while() throws Exception {
        renew(code(), NEW_PASSWORD);
        mails(MailServer.port()).on(published());
        store.forget(clock.instant().plusSeconds(1));
        assertThat(noted()).as("not before it is sent").hasSize(1);

        mailed();
        store.forget(clock.instant());
        assertThat(noted()).hasSize(1);
        store.forget(clock.instant().plusSeconds(1));
        assertThat(noted()).isEmpty();
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
