package org.openstall.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** In a real browser the results follow the filters. */
@OpenstallTest
class LiveSearchTests {
    /** For a machine that does many other things meanwhile. */
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();

    @Autowired
    private Environment program;

    @Test
    void another_order_drops_no_filter_and_a_wrong_price_is_told_at_once() {
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext window = browser.open(Look.LIGHT, null)) {
            window.setDefaultTimeout(PATIENCE);
            Page page = window.newPage();
            page.navigate("/search?brand=Nobody&category=glass-eyes");

            page.selectOption("#sort", "newest");
            assertThat(page)
                    .hasURL(
                            Pattern.compile("/search\\?category=glass-eyes&brand=Nobody&sort=newest$"),
                            new PageAssertions.HasURLOptions().setTimeout(PATIENCE));

            page.fill("[name=min]", "abc");
            page.click(".price-range button");
            assertThat(page.locator("#about-min"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        }
    }
}
