package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class SearchPagesTests {
    @Autowired
    private TestBrowsers browsers;

    @Test
    void home_and_search_answer_whatever_is_asked() {
        TestBrowser browser = browsers.open();

        assertThat(browser.get("/").status()).isEqualTo(200);
        for (String query :
                List.of("q=%22%28%2B", "min=x&max=-1&page=0&sort=none", "brand=a%2Cb&category=no", "page=999")) {
            assertThat(browser.get("/search?" + query).status()).as(query).isEqualTo(200);
        }
        assertThat(browser.get("/search?q=zzyzzx").text()).contains("No results for “zzyzzx”");
        Answer part = browser.get("/search?q=zzyzzx&min=&brand=A+%26+B", "HX-Request", "true");
        assertThat(part.body()).doesNotContain("<html").contains("id=\"filters\"");
        assertThat(part.headers()).containsEntry("hx-push-url", List.of("/search?q=zzyzzx&brand=A+%26+B"));
    }

    @Test
    void filters_in_use_are_shown_and_kept_whatever_is_found() {
        TestBrowser browser = browsers.open();

        Answer page = browser.get("/search?brand=A+%26+B&category=glass-eyes");

        assertThat(page.find("name=\"brand\" value=\"A &amp; B\" (checked)")).isNotEmpty();
        assertThat(page.find("type=\"hidden\" name=\"category\" value=\"([^\"]+)\""))
                .isEqualTo("glass-eyes");
        assertThat(page.find("<h1 id=\"results\">\\s*([^<]*?)\\s*</h1>")).isEqualTo("Glass eyes");
        assertThat(page.body())
                .contains("aria-label=\"Remove filter A &amp; B\"")
                .contains("aria-label=\"Remove filter Glass eyes\"");
    }

    @Test
    void a_price_that_makes_no_sense_is_told_at_its_field_and_is_no_filter() {
        TestBrowser browser = browsers.open();

        assertThat(browser.get("/search?min=abc&max=").text())
                .contains("Lowest price: Enter an amount, such as 12.50.")
                .doesNotContain("from abc");
        assertThat(browser.get("/search?min=20&max=12%2C50").text())
                .contains("Highest price: This is below the lowest price.")
                .contains("from $20.00");
        assertThat(browser.get("/search?min=12%2C50&max=20").text())
                .contains("$12.50 – $20.00")
                .doesNotContain("Enter an amount");
    }
}
