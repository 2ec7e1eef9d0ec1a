package org.openstall.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.identity.User;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Nadia sells what the catalogue has, and has what it lacks added: in a real browser. */
@OpenstallTest
// Its timers would go on to work at the files and events of other tests, which share the database.
@DirtiesContext
@TestPropertySource(properties = {"openstall.timers.enabled=true", "openstall.data=target/story"})
class AddingToTheCatalogueStoryTests {
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();

    @Autowired
    private MarketFixture market;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Environment program;

    private User nadia;
    private User iris;
    private User omar;

    @BeforeEach
    void a_kettle_that_others_sell() {
        SellerId nadias = market.seller("Nadia’s Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        iris = market.operator("Iris");
        omar = market.user("Omar");
        catalog.add(new NewProduct(
                "Storybook copper kettle",
                "Hollin",
                "home-kitchen",
                null,
                null,
                Map.of("Material", "Copper"),
                List.of((Gtin) Gtin.read("4006381333931")),
                null,
                null));
    }

    @Test
    void nadia_sells_by_the_code_on_the_box_and_proposes_a_book_that_omar_then_finds() {
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext nadias = browser.open(Look.LIGHT, nadia);
                BrowserContext operators = browser.open(Look.LIGHT, iris);
                BrowserContext omars = browser.open(Look.LIGHT, omar)) {
            List.of(nadias, operators, omars).forEach(it -> it.setDefaultTimeout(PATIENCE));
            Page desk = nadias.newPage();

            sellByCode(desk);
            propose(desk);
            approve(operators.newPage());
            seeInShop(omars.newPage());
        }
    }

    private static void sellByCode(Page desk) {
        desk.navigate("/seller/inventory");
        link(desk, "Add a product").click();
        desk.getByLabel("What do you want to sell?").fill("4-006381-333931");
        button(desk, "Find it").click();
        desk.locator("main").getByText("Sell this").first().click();
        desk.locator("#field-sku").fill("STORY-KETTLE");
        desk.locator("#field-price").fill("59.90");
        desk.locator("#field-quantity").fill("4");
        button(desk, "List it").click();
        desk.waitForURL("**/seller/inventory/offer?sku=STORY-KETTLE");
        assertThat(desk.locator(".flash")).containsText("is listed.");
    }

    private static void propose(Page desk) {
        desk.navigate("/seller/inventory/add?q=Zephyrine+almanac+of+tides");
        link(desk, "Propose a new page").click();
        link(desk, "Book").click();
        assertThat(desk.locator("#field-title")).hasValue("Zephyrine almanac of tides");
        desk.locator("#field-a-author").fill("A. Zephyrine");
        desk.locator("#field-a-language").fill("English");
        desk.locator("#field-a-binding").selectOption("Hardcover");
        desk.locator("#field-sku").fill("STORY-ALMANAC");
        desk.locator("#field-price").fill("21.00");
        desk.locator("#field-quantity").fill("7");
        button(desk, "Hand in").click();
        assertThat(desk.locator("main")).containsText("Waiting for the operator");
    }

    private static void approve(Page operator) {
        operator.navigate("/operator");
        operator.locator(".desk-nav").getByText("Catalogue").click();
        link(operator, "Zephyrine almanac of tides").click();
        button(operator, "Approve").click();
        assertThat(operator.locator(".flash")).containsText("Approved.");
    }

    /** The page, the offer and the index follow within moments, so he looks again until they have. */
    private static void seeInShop(Page shop) {
        shop.navigate("/search?q=zephyrine+almanac");
        Locator found = shop.locator("a.cover-link")
                .filter(new Locator.FilterOptions().setHasText("Zephyrine almanac of tides"));
        shop.waitForCondition(
                () -> {
                    if (found.count() > 0) {
                        return true;
                    }
                    shop.reload();
                    return false;
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        found.click();
        assertThat(shop.locator(".item-details")).containsText("Hardcover");
        assertThat(shop.locator(".buy-box")).containsText("$21.00");
        assertThat(shop.locator(".buy-box")).containsText("Nadia’s Kitchen");
    }

    private static Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
