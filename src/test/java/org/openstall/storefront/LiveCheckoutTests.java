package org.openstall.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.identity.User;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.SaveResult;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Templates;
import org.openstall.shipping.Transit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** In a real browser the total follows what is chosen, and what was typed stays. */
@OpenstallTest
class LiveCheckoutTests {
    /** For a machine that does many other things meanwhile. */
    private static final double PATIENCE = Duration.ofMinutes(2).toMillis();

    @Autowired
    private MarketFixture market;

    @Autowired
    private Templates templates;

    @Autowired
    private GiftSettings gifts;

    @Autowired
    private Offers offers;

    @Autowired
    private Orders orders;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment program;

    private User omar;

    @BeforeEach
    void a_kettle_that_can_be_had_sooner_and_wrapped_is_in_omars_cart() {
        clock.stopAt(Instant.parse("2026-06-08T17:00:00Z"));
        SellerId nadia = market.seller("Nadia's Kitchen");
        Offer kettle = market.offer(nadia, "KETTLE", "Gooseneck kettle", "50.00", 9);
        offers.edit(kettle.key(), new OfferEdit(null, null, null, null, null, new Gifts(true, true), null), "Nadia");
        gifts.save(nadia, Marketplaces.US, new GiftTerms(true, Money.of(300, "USD")));
        SaveResult saved = templates.create(
                nadia,
                Marketplaces.US,
                "Everything",
                List.of(rate(ServiceLevel.STANDARD, 5, 400), rate(ServiceLevel.EXPEDITED, 2, 900)));
        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
        omar = market.user("Omar Haddad");
        market.fillCart(market.buyer(omar), kettle);
    }

    private static Rate rate(ServiceLevel service, int most, long fee) {
        return Rate.of(Goods.OTHER, service, Region.COUNTRY, new Transit(2, most), Fee.perShipment(fee));
    }

    @Test
    void the_total_follows_service_and_wrap_without_leaving_the_page() {
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext omars = browser.open(Look.PHONE, omar)) {
            omars.setDefaultTimeout(PATIENCE);
            Page page = omars.newPage();
            page.navigate("/checkout");
            page.fill("#field-line1", "12 Alder St");
            assertThat(page.locator("#summary")).containsText("US$54.00");

            page.check("input[type=radio][value=EXPEDITED]");
            assertThat(page.locator("#summary")).containsText("US$59.00");

            assertThat(page.locator("#gift-message-1")).isHidden();
            page.check("input.gift-is");
            page.fill("#gift-message-1", "생일 축하해요!\n- Omar");
            page.check("input[name^='wrap ']");
            assertThat(page.locator("#summary")).containsText("US$62.00");
            page.uncheck("input[name^='wrap ']");
            assertThat(page.locator("#summary")).containsText("US$59.00");
            page.check("input[name^='wrap ']");
            assertThat(page.locator("#summary")).containsText("US$62.00");

            assertThat(page.locator("#gift-message-1")).hasValue("생일 축하해요!\n- Omar");
            assertThat(page.locator("#field-line1")).hasValue("12 Alder St");
            page.fill("#field-city", "Portland");
            page.fill("#field-postalCode", "97205");
            page.fill("#field-card", "4242 4242 4242 4242");
            page.fill("#field-expires", "12/99");
            assertThat(page.locator("#summary")).containsText("US$62.00");
            page.locator("#summary button[type=submit]").click();
            page.waitForURL("**/checkout/*");
        }
        Order order = orders.of(omar.signedIn().buyer(), null, 1).items().getFirst();
        assertThat(order.total()).isEqualTo(Money.of(6_200, "USD"));
        assertThat(order.service()).isEqualTo(ServiceLevel.EXPEDITED);
        assertThat(order.lines().getFirst().gift()).isNotNull();
    }
}
