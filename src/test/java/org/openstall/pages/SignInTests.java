package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.identity.Accounts;
import org.openstall.identity.Registration.Registered;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class SignInTests {
    private static final String PASSWORD = "a kettle and a spoon";

    @Autowired
    private Users users;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TestBrowsers browsers;

    private TestBrowser browser;
    private User omar;

    @BeforeEach
    void omar_has_an_account() {
        browser = browsers.open();
        omar = ((Registered) users.register(UUID.randomUUID() + "@buyers.example", "Omar", PASSWORD)).user();
    }

    private static Answer signIn(TestBrowser browser, String email, String password) {
        return browser.post("/sign-in", "email", email, "password", password);
    }

    @Test
    void who_knows_the_password_is_let_in() {
        assertThat(signIn(browser, omar.email(), PASSWORD).location()).isEqualTo("/");
        assertThat(browser.get("/sign-in").location()).isEqualTo("/");
        assertThat(sessionsOf(omar.id())).isEqualTo(1);
    }

    @Test
    void capitals_in_the_email_do_not_matter() {
        assertThat(signIn(browser, omar.email().toUpperCase(Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_email_look_the_same() {
        Answer wrong = signIn(browser, omar.email(), "not the password");
        Answer unknown = signIn(browsers.open(), "nobody@buyers.example", "not the password");

        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.body()).contains("don’t match").doesNotContain("not the password");
        assertThat(withoutTokens(wrong, omar.email())).isEqualTo(withoutTokens(unknown, "nobody@buyers.example"));
        assertThat(sessionsOf(omar.id())).isZero();
    }

    @Test
    void what_is_no_email_is_an_unknown_one_however_long_it_is() {
        String noise = new Random(7)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(signIn(browser, noise, "not the password").status()).isEqualTo(422);
    }

    private static String withoutTokens(Answer answer, String email) {
        return answer.body()
                .replace(email, "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("hx-headers=\"[^\"]+\"", "")
                .replaceAll("data-now=\"[^\"]+\"", "");
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        clock.stopAt(Instant.parse("2026-11-21T12:00:00Z"));
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, omar.email(), "guess number " + i).status())
                    .isEqualTo(422);
        }

        Answer barred = signIn(browser, omar.email(), PASSWORD);
        assertThat(barred.status()).isEqualTo(429);
        assertThat(barred.body()).contains("try again in 3 min, at 4:03");

        clock.advance(Duration.ofMinutes(3));
        assertThat(signIn(browser, omar.email(), PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void signing_in_often_is_no_offence() {
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(browsers.open(), omar.email(), PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void a_session_of_somebody_else_cannot_be_planted() {
        browser.signIn(omar.email(), PASSWORD);
        String before = browser.cookie("session").orElseThrow();

        browser.post("/sign-in", "email", omar.email(), "password", PASSWORD);

        assertThat(browser.cookie("session").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void signing_out_ends_the_session() {
        browser.signIn(omar.email(), PASSWORD);
        assertThat(browser.get("/account/no-such-page").status()).isEqualTo(404);

        assertThat(browser.post("/sign-out").location()).isEqualTo("/");

        assertThat(browser.get("/account/no-such-page").location()).startsWith("/sign-in?next=");
        assertThat(sessionsOf(omar.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/seller", "/seller/orders?tab=shipped", "/operator", "/orders", "/account/users", "/checkout"})
    void whoever_is_not_signed_in_is_asked_to_and_comes_back(String page) {
        accounts.setSeller(omar.id(), SellerId.random());
        accounts.setOperator(omar.id(), true);
        String signIn = browser.get(page).location();
        assertThat(signIn).startsWith("/sign-in?next=%2F");

        assertThat(browser.get(signIn).body()).contains("name=\"next\" value=\"" + page);
        assertThat(browser.post("/sign-in", "email", omar.email(), "password", PASSWORD, "next", page)
                        .location())
                .isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb: c"
            })
    void nobody_is_led_astray_after_signing_in(String next) {
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "email", omar.email(), "password", PASSWORD, "next", next)
                        .location())
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seller", "/seller/orders?tab=shipped", "/seller?a=b", "/operator", "/operator/sellers"})
    void whoever_wanted_to_a_desk_of_others_lands_at_his_own_home(String desk) {
        String[] form = {"email", omar.email(), "password", PASSWORD, "next", desk};

        assertThat(browser.post("/sign-in", form).location()).isEqualTo("/");
        assertThat(browser.get("/sign-in?next=" + desk).location()).isEqualTo("/");
        assertThat(browser.get("/sign-up?next=" + desk).location()).isEqualTo("/");
        accounts.setSeller(omar.id(), SellerId.random());
        assertThat(browsers.open().post("/sign-in", form).location())
                .isEqualTo(desk.startsWith("/operator") ? "/seller" : desk);
    }

    @Test
    void the_pages_of_sellers_in_the_shop_are_for_everybody() {
        assertThat(browser.post("/sign-in", "email", omar.email(), "password", PASSWORD, "next", "/sellers/A1?stars=1")
                        .location())
                .isEqualTo("/sellers/A1?stars=1");
    }

    @Test
    void a_form_sent_after_the_session_has_ended_says_that_nothing_was_saved_and_leads_back() {
        accounts.setSeller(omar.id(), SellerId.random());

        String signIn = browser.postFrom("/seller/gifts?a=b", "/seller/gifts", "wrap", "true")
                .location();

        assertThat(signIn).isEqualTo("/sign-in?unsaved=true&next=%2Fseller%2Fgifts%3Fa%3Db");
        assertThat(browser.get(signIn).text()).contains("You are no longer signed in, so nothing was saved.");
        String next = browser.get(signIn).find("name=\"next\" value=\"(/seller[^\"]*)\"");
        assertThat(browser.post("/sign-in", "email", omar.email(), "password", PASSWORD, "next", next)
                        .location())
                .isEqualTo("/seller/gifts?a=b");
    }

    @ParameterizedTest
    @CsvSource({
        "/seller/inventory/offer/terms, /seller",
        "/seller/orders/123-1234567-1234567/shipment?a=b, /seller",
        "/seller/inventory/offer?sku=X, /seller/inventory/offer?sku=X",
        "/seller/nothing/like/it, /seller/nothing/like/it",
        "/operator/carriers/1/revocation, /operator",
        "/operator/sellers/A1/rates/cancel, /operator/sellers/A1/rates/cancel",
        "/cart/items, /"
    })
    void an_address_that_only_takes_forms_leads_to_the_beginning_of_its_desk(String next, String expected) {
        accounts.setSeller(omar.id(), SellerId.random());
        accounts.setOperator(omar.id(), true);

        String signIn = browser.postFrom(next, "/seller/gifts").location();
        String kept = browser.get(signIn).find("name=\"next\" value=\"(/(?!sign-in)[^\"]*)\"");

        assertThat(browser.post("/sign-in", "email", omar.email(), "password", PASSWORD, "next", kept)
                        .location())
                .isEqualTo(expected);
        assertThat(browser.get(signIn).location()).isEqualTo(expected);
    }

    @Test
    void a_form_from_nowhere_or_from_elsewhere_leads_nowhere() {
        assertThat(browser.post("/seller/gifts").location()).isEqualTo("/sign-in?unsaved=true");
        String signIn = browser.postFrom("//evil.example/", "/seller/gifts").location();
        assertThat(browser.get(signIn).body())
                .contains("name=\"next\" value=\"\"")
                .contains("nothing was saved");
        assertThat(browser.get("/sign-in").text()).doesNotContain("nothing was saved");
    }

    @Test
    void a_desk_of_another_role_is_not_there() {
        browser.signIn(omar.email(), PASSWORD);
        assertThat(browser.get("/seller").status()).isEqualTo(404);
        assertThat(browser.get("/seller/orders").status()).isEqualTo(404);
        assertThat(browser.get("/operator").status()).isEqualTo(404);
        assertThat(browser.get("/operator").body()).contains("href=\"/\">Go to the home page");
    }

    @Test
    void work_begins_at_ones_own_desk() {
        accounts.setSeller(omar.id(), SellerId.random());
        assertThat(signIn(browser, omar.email(), PASSWORD).location()).isEqualTo("/seller");

        accounts.setOperator(omar.id(), true);
        assertThat(signIn(browsers.open(), omar.email(), PASSWORD).location()).isEqualTo("/operator");
    }

    @Test
    void a_new_account_is_signed_in_at_once() {
        String email = UUID.randomUUID() + "@buyers.example";
        browser.get("/sign-up");

        Answer answer =
                browser.post("/sign-up", "name", " Ines ", "email", " " + email, "password", PASSWORD, "next", "/cart");

        assertThat(answer.location()).isEqualTo("/cart");
        User ines = users.findByEmail(email).orElseThrow();
        assertThat(ines.name()).isEqualTo("Ines");
        assertThat(sessionsOf(ines.id())).isEqualTo(1);
        assertThat(browser.get("/no-such-page").body()).contains("Welcome, Ines.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', new@buyers.example, a kettle and a spoon, Enter your name",
        "Ines, new.buyers.example, a kettle and a spoon, Enter an e-mail address",
        "Ines, new@buyers.example, kettle, Use at least 10 characters",
        "Ines, new@buyers.example, aaaaaaaaaaaaaaa, five of them different",
        "Ines, new@buyers.example, 1212121212, five of them different",
        "Ines, new@buyers.example, new@buyers.example, Use at least 10 characters",
        "Ines, new@buyers.example, 'a kettle, a spoon, a kettle, a spoon, a kettle, a spoon, a kettle, a spoon', too long",
    })
    void an_account_is_refused_with_the_reason(String name, String email, String password, String reason) {
        browser.get("/sign-up");

        Answer answer = browser.post("/sign-up", "name", name, "email", email, "password", password);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(reason).doesNotContain("value=\"" + password + "\" autocomplete=\"new");
        assertThat(users.findByEmail(email)).isEmpty();
    }

    @Test
    void an_email_has_one_account() {
        browser.get("/sign-up");
        Answer answer = browser.post("/sign-up", "name", "Ines", "email", omar.email(), "password", "another password");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("already an account");
        assertThat(signIn(browser, omar.email(), PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_sign_up_sent_twice_makes_one_account_and_lets_in() {
        String email = UUID.randomUUID() + "@buyers.example";
        String[] form = {"name", "Ines", "email", email, "password", PASSWORD, "next", "/cart"};
        browser.post("/sign-up", form);

        TestBrowser twice = browsers.open();

        assertThat(twice.post("/sign-up", form).location()).isEqualTo("/cart");
        assertThat(twice.get("/sign-up").location()).isEqualTo("/");
    }

    @Test
    void guessing_at_the_sign_up_is_barred_as_at_the_sign_in() {
        for (int i = 0; i < 5; i++) {
            browser.post("/sign-up", "name", "Eve", "email", omar.email(), "password", "guess number " + i);
        }

        assertThat(browser.post("/sign-up", "name", "Eve", "email", omar.email(), "password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(signIn(browser, omar.email(), PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void the_demo_door_is_not_there_outside_the_demo() {
        assertThat(browser.get("/sign-in").body()).doesNotContain("/demo/");
        assertThat(browser.post("/demo/sign-in/nadia").status()).isEqualTo(404);
    }

    private static int sessionsOf(UserId user) {
        return TestPostgresql.jdbcClient()
                .sql("select count(*) from platform.spring_session where principal_name = :user")
                .param("user", user.toString())
                .query(Integer.class)
                .single();
    }
}
