package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.identity.Registration.Registered;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class FrameTests {
    @Autowired
    private Users users;

    @Autowired
    private TestBrowsers browsers;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.8 | en | Sign in",
                "ko-KR,ko;q=0.9,en;q=0.8 | ko | 로그인",
                "zh-TW,zh;q=0.9 | zh-TW | 登入",
                "fr,de;q=0.9,ko;q=0.1 | ko | 로그인",
                "fr | en | Sign in",
                "*;q=x | en | Sign in",
            })
    void a_page_speaks_the_language_of_the_browser(String accepted, String language, String title) {
        Answer page = browsers.open().speaking(accepted).get("/sign-in");

        assertThat(page.body()).contains("<html lang=\"" + language + "\"").contains("<h1>" + title + "</h1>");
        assertThat(page.header("content-language")).contains(language);
    }

    @Test
    void a_chosen_language_stays_and_follows_the_person_to_another_browser() {
        TestBrowser browser = browsers.open();
        User omar =
                ((Registered) users.register(UUID.randomUUID() + "@buyers.example", "Omar", "kettle and spoon")).user();
        browser.signIn(omar.email(), "kettle and spoon");
        browser.get("/no-such-page");

        Answer answer = browser.post("/language", "language", "ko", "next", "/robots.txt?x=1");

        assertThat(answer.location()).isEqualTo("/robots.txt?x=1");
        assertThat(browser.get("/no-such-page").body()).contains("lang=\"ko\"");
        TestBrowser other = browsers.open();
        other.signIn(omar.email(), "kettle and spoon");
        assertThat(other.get("/no-such-page").body()).contains("lang=\"ko\"");
    }

    @Test
    void marketplace_and_theme_are_remembered_and_nonsense_is_not() {
        TestBrowser browser = browsers.open();
        browser.get("/sign-in");
        browser.post("/marketplace", "marketplace", "A2Q3Y263D00KWC", "next", "/");
        browser.post("/theme", "theme", "dark", "next", "//evil.example");

        assertThat(browser.cookie("marketplace")).contains("A2Q3Y263D00KWC");
        assertThat(browser.get("/sign-in").body()).contains("data-bs-theme=\"dark\"");

        assertThat(browser.post("/theme", "theme", "pink", "next", "//evil.example")
                        .location())
                .isEqualTo("/");
        browser.post("/marketplace", "marketplace", "NOWHERE");
        assertThat(browser.cookie("theme")).contains("dark");
        assertThat(browser.cookie("marketplace")).contains("A2Q3Y263D00KWC");
    }

    @Test
    void looking_around_needs_no_session() {
        TestBrowser browser = browsers.open();
        int before = sessions();

        for (String page : List.of("/", "/sign-in", "/sign-up", "/no-such-page", "/seller", "/robots.txt")) {
            browser.get(page);
        }
        browser.post("/theme", "theme", "dark");

        assertThat(browser.cookie("session")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void a_cookie_for_a_session_that_is_gone_does_no_harm() {
        TestBrowser browser = browsers.open();
        browser.setCookie("session", "bm90IGEgc2Vzc2lvbg");

        assertThat(browser.get("/sign-in").status()).isEqualTo(200);
        assertThat(browser.get("/orders").status()).isEqualTo(302);
    }

    @Test
    void a_post_without_the_pages_token_is_refused_and_says_what_to_do() {
        Answer answer = browsers.open().postForged("/theme");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("reload the page").doesNotContain("/theme\" value");
    }

    @Test
    void a_page_that_is_not_there_says_so_in_the_persons_language() {
        Answer answer = browsers.open().speaking("zh-TW").get("/no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("找不到這個頁面");
    }

    @Test
    void pages_forbid_whatever_is_not_ours() {
        Answer page = browsers.open().get("/sign-in");

        assertThat(page.header("content-security-policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("x-content-type-options")).contains("nosniff");
        assertThat(page.header("referrer-policy")).contains("same-origin");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("http://");
    }

    @Test
    void cookies_are_hidden_from_scripts_and_other_sites() {
        TestBrowser browser = browsers.open();
        browser.get("/sign-in");

        Answer answer = browser.post("/theme", "theme", "dark");

        assertThat(answer.headers().get("set-cookie"))
                .isNotEmpty()
                .allMatch(it -> it.contains("HttpOnly") && it.contains("SameSite=Lax"));
    }

    @Test
    void everything_a_page_loads_is_there_to_be_kept_for_good() {
        TestBrowser browser = browsers.open();
        Matcher files = Pattern.compile("(?:<link[^>]+href|<script src)=\"([^\"]+)\"")
                .matcher(browser.get("/sign-in").body());

        int found = 0;
        while (files.find()) {
            Answer file = browser.get(files.group(1));
            assertThat(file.status()).as(files.group(1)).isEqualTo(200);
            assertThat(file.header("cache-control"))
                    .as(files.group(1))
                    .contains("max-age=31536000")
                    .contains("immutable");
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(6);
    }

    private static int sessions() {
        return TestPostgresql.jdbcClient()
                .sql("select count(*) from platform.spring_session")
                .query(Integer.class)
                .single();
    }
}
