package org.openstall.sellerdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A tab of the desk stays open for long: in a real browser whose clock is moved. */
@OpenstallTest
class OpenTabTests {
    private static final String FILES = "/seller/inventory/files";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Environment program;

    private SellerId nadias;
    private User nadia;

    @BeforeEach
    void nadia_sells() {
        nadias = market.seller("Nadia's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
    }

    @Test
    void a_deadline_that_passes_while_the_computer_sleeps_is_over_when_it_wakes() {
        market.order(market.buyer("Omar"), market.offer(nadias, "KETTLE", "Gooseneck kettle", "49.90", 9));
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext desk = browser.open(Look.LIGHT, nadia)) {
            Page page = desk.newPage();
            page.clock().install();
            page.navigate("/seller/orders");
            Locator deadline = page.locator("time[data-countdown]").first();
            assertThat(deadline).containsText("in ");

            page.clock().setSystemTime(Instant.now().plus(Duration.ofDays(30)).toEpochMilli());
            page.clock().runFor(Duration.ofMinutes(1).toMillis());

            assertThat(deadline).hasClass(Pattern.compile("deadline-over"));
        }
    }

    @Test
    void what_goes_wrong_again_and_again_in_the_background_is_told_once() {
        byte[] prices = "sku\tprice\tquantity\nKETTLE\t44.50\t38\n".getBytes(StandardCharsets.UTF_8);
        String file =
                browsers.openFor(nadia).upload(FILES, "prices.txt", prices).location();
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext desk = browser.open(Look.LIGHT, nadia)) {
            Page page = desk.newPage();
            page.clock().install();
            page.navigate(file);
            page.evaluate("""
                    let errors = 0;
                    document.addEventListener('htmx:responseError', () => document.body.dataset.errors = ++errors);
                    """);
            page.route(
                    url -> url.endsWith(file),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(500)
                            .setContentType("text/html")
                            .setBody("<div class=error-page><h1>Broken</h1><p class=error-text>Again.</p></div>")));

            for (int i = 1; i <= 2; i++) {
                page.clock().runFor(Duration.ofSeconds(2).toMillis());
                assertThat(page.locator("body")).hasAttribute("data-errors", Pattern.compile("[" + i + "-9]"));
            }

            assertThat(page.locator("dialog")).hasCount(1);
        }
    }
}
