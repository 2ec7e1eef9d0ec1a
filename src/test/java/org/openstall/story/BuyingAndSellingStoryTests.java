package org.openstall.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * From a search to a bad review, in two windows of a real browser: Omar buys in English, Nadia sells in Korean. The
 * program does what it does as a server: what happens after an order or an offer happens by itself.
 */
@OpenstallTest
// Its timers would go on to work at the files and events of other tests, which share the database.
@DirtiesContext
@TestPropertySource(properties = {"openstall.timers.enabled=true", "openstall.data=target/story"})
class BuyingAndSellingStoryTests {
    private static final Look KOREAN = new Look("korean", 1280, 900, ColorScheme.LIGHT, "ko-KR");

    /** For a machine that does many other things meanwhile. */
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();

    @Autowired
    private MarketFixture market;

    @Autowired
    private Orders orders;

    @Autowired
    private Health health;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment program;

    private SellerId nadias;
    private User nadia;
    private User omar;

    @BeforeEach
    void nadia_has_sold_nine_kettles_without_a_complaint() {
        clock.stopAt(MarketFixture.MONDAY);
        nadias = market.seller("Nadia’s Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        omar = market.user("Omar Haddad");
        Offer kettle = market.offer(nadias, "KETTLE-1", "Halvorsen gooseneck kettle", "64.90", 40);
        market.offer(market.seller("Alder Supply"), "STAND-1", "Halvorsen dripper stand", "24.50", 10);
        for (int i = 1; i <= 9; i++) {
            market.livedOrder("Buyer " + i, 5, "", kettle);
        }
    }

    @Test
    void omar_buys_nadia_ships_the_carrier_delivers_and_two_stars_move_her_rate() {
        assertThat(defects()).isEqualTo("0/9");
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext omars = browser.open(Look.LIGHT, omar);
                BrowserContext nadias = browser.open(KOREAN, nadia)) {
            omars.setDefaultTimeout(PATIENCE);
            nadias.setDefaultTimeout(PATIENCE);
            Page shop = omars.newPage();
            Page desk = nadias.newPage();

            find(shop, "halvorsn goosneck ketle", "Halvorsen gooseneck kettle");
            addToCart(shop);
            find(shop, "halvorsen driper", "Halvorsen dripper stand");
            addToCart(shop);
            checkOut(shop);
            Order order = ordered();

            ship(desk, order);

            clock.advance(Duration.ofDays(3));
            market.deliver(order);

            leaveTwoStars(shop, order);
            assertThat(defects()).isEqualTo("1/10");

            desk.navigate("/seller");
            assertThat(desk.locator("main")).containsText("Omar Haddad 님의 부정적 피드백");
            assertThat(desk.locator("main")).containsText("The lid was dented.");
            assertThat(desk.locator("main")).containsText("주문 결함률(ODR) 0% →에서 10%");
            assertThat(desk.locator("main")).containsText("주문 10건 중 1건");
        }
    }

    /** The index follows the offers within moments, so he looks again until it has. */
    private static void find(Page shop, String typed, String title) {
        shop.navigate("/");
        shop.getByRole(AriaRole.SEARCHBOX).fill(typed);
        shop.getByRole(AriaRole.SEARCHBOX).press("Enter");
        shop.waitForURL("**/search?**");
        shop.waitForCondition(
                () -> {
                    if (shop.locator("a.cover-link").filter(exactly(title)).count() > 0) {
                        return true;
                    }
                    shop.reload();
                    return false;
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        shop.locator("a.cover-link").filter(exactly(title)).click();
        assertThat(shop.locator("h1")).hasText(title);
    }

    private static Locator.FilterOptions exactly(String title) {
        return new Locator.FilterOptions().setHasText(title);
    }

    private static void addToCart(Page shop) {
        shop.locator(".buy-box button[type=submit]").click();
        shop.waitForURL("**/cart");
    }

    private static void checkOut(Page shop) {
        assertThat(shop.locator("main")).containsText("Nadia’s Kitchen");
        assertThat(shop.locator("main")).containsText("Alder Supply");
        shop.locator("a[href='/checkout']").click();
        shop.fill("#field-name", "Omar Haddad");
        shop.fill("#field-line1", "1238 Kestrel Court");
        shop.fill("#field-city", "Providence");
        shop.fill("#field-region", "RI");
        shop.fill("#field-postalCode", "02906");
        shop.fill("#field-card", "4242 4242 4242 4242");
        shop.fill("#field-expires", "12/40");
        shop.locator("form[action='/checkout'] button[type=submit]").click();
        assertThat(shop.locator("h1")).hasText("Thank you, your order is placed");
        assertThat(shop.locator(".order-card")).hasCount(2);
    }

    private Order ordered() {
        return orders.of(nadias, Marketplaces.US, OrderTab.TO_SHIP, null, null, 10)
                .items()
                .getFirst();
    }

    /** A wrong digit first, then the right ones. */
    private void ship(Page desk, Order order) {
        desk.navigate("/seller");
        assertThat(desk.locator("h1")).hasText("오늘 할 일");
        desk.locator("a[href^='/seller/orders/" + order.id() + "?']").click();
        type(desk, "1Z999AA10123456785");
        desk.selectOption("#field-carrier", "UPS");
        confirm(desk);
        assertThat(desk.locator("#about-trackingNumber")).containsText("검증 숫자가 맞지 않습니다");
        assertThat(orders.get(nadias, order.id()).status()).isEqualTo(OrderStatus.UNSHIPPED);

        type(desk, MarketFixture.UPS_NUMBER);
        confirm(desk);
        assertThat(desk.locator("main")).containsText("출고를 확인했습니다");
        assertThat(orders.get(nadias, order.id()).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    /** While she types, the page asks whose number it is. */
    private static void type(Page desk, String number) {
        desk.waitForResponse(
                response -> response.url().contains("/seller/carrier"),
                () -> desk.fill("#field-trackingNumber", number));
        desk.waitForCondition(() ->
                desk.locator(".htmx-request, .htmx-swapping, .htmx-settling").count() == 0);
    }

    private static void confirm(Page desk) {
        desk.locator("#confirm button[type=submit]").click();
    }

    private static void leaveTwoStars(Page shop, Order order) {
        shop.navigate("/orders/" + order.id());
        assertThat(shop.locator("h1")).containsText("Delivered");
        shop.locator("label[for=stars-2]").click();
        shop.fill("[name=comment]", "The lid was dented.");
        shop.locator("form[action$='/feedback'] button[type=submit]").click();
        assertThat(shop.locator("main")).containsText("Thank you for your feedback.");
    }

    private String defects() {
        Rate rate = health.of(nadias, Marketplaces.US).rate(Metric.ORDER_DEFECT);
        return rate.numerator() + "/" + rate.denominator();
    }
}
