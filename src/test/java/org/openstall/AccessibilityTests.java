package org.openstall;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openstall.RealBrowser.Look;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.Proposal;
import org.openstall.fulfilment.Parcel;
import org.openstall.identity.User;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.MailFixture;
import org.openstall.notifications.MailKey;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Opens every main page in a real browser, in light and dark and on a phone, and finds nothing that keeps anybody
 * out: no finding of axe, no error in the console, nothing that the content security policy had to stop, nothing
 * wider than the screen.
 */
@OpenstallTest
class AccessibilityTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture mail;

    @Autowired
    private Environment program;

    @Test
    void every_page_is_open_to_everybody_on_every_screen() {
        SellerId nadias = market.seller("Nadia’s Kitchen");
        Offer kettle = market.offer(nadias, "KETTLE-1", "Gooseneck kettle with thermometer, 0.8 litres", "49.90", 30);
        Offer filters = market.offer(nadias, "FILTERS-1", "Paper filters", "6.50", 0);
        Proposal proposal = market.proposal(nadias, "A kettle that nobody has");
        ChangeKey change = market.changeRequest(nadias, kettle.product(), "Kettle with a thermometer");
        User omar = market.user("Omar");
        Order shipped = market.livedOrder("Olga", 1, "It arrived broken.", kettle);
        Order order = market.order(market.buyer(omar), kettle);
        Order split =
                market.order(market.buyer(omar), kettle, 2, market.offer(nadias, "LAMP-1", "Lamp", "20.00", 9), 1);
        market.ship(split, new Parcel.Content(1, 1));
        Order arrived = market.order(market.buyer(omar), kettle);
        market.ship(arrived);
        market.deliver(arrived);
        MailKey saleMail = mail.aboutSale(order);
        // Enough for a wide number on the cart.
        market.fillCart(market.buyer(omar), Collections.nCopies(12, kettle).toArray(Offer[]::new));

        Map<@Nullable User, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                null,
                List.of(
                        "/",
                        "/search?q=kettle",
                        "/search?q=nothing-like-it",
                        "/search?brand=Hollin&category=home-kitchen&min=abc&max=x",
                        "/products/" + kettle.product(),
                        "/products/" + filters.product(),
                        "/sellers/" + nadias,
                        "/sellers/" + nadias + "/products",
                        "/cart",
                        "/sign-in",
                        "/sign-up",
                        "/forgotten-password",
                        "/forgotten-password/sent",
                        "/new-password",
                        "/no-such-page"));
        pages.put(
                omar,
                List.of(
                        "/cart",
                        "/checkout",
                        "/orders",
                        "/orders/feedback",
                        "/orders/" + order.id(),
                        "/orders/" + split.id()));
        pages.put(
                market.userOf(nadias, "Nadia"),
                List.of(
                        "/seller",
                        "/seller/orders",
                        "/seller/orders?tab=all",
                        "/seller/orders/" + order.id(),
                        "/seller/orders/" + shipped.id(),
                        "/seller/orders/" + split.id(),
                        "/seller/orders/confirmation?order=" + order.id() + "&order=" + split.id(),
                        "/seller/orders/" + split.id() + "/packages/1",
                        "/seller/inventory",
                        "/seller/inventory/adjustments",
                        "/seller/inventory/add?q=4006381333932",
                        "/seller/inventory/add?q=kettle",
                        "/seller/inventory/add/" + kettle.product(),
                        "/seller/catalogue",
                        "/seller/catalogue/proposals/new",
                        "/seller/catalogue/proposals/new?type=BOOK",
                        "/seller/catalogue/proposals/" + proposal.key().id(),
                        "/seller/inventory/files",
                        "/seller/catalogue/changes/new?product=" + kettle.product(),
                        "/seller/catalogue/changes/new?field=title&product=" + kettle.product(),
                        "/seller/catalogue/changes/" + change.id(),
                        "/seller/gifts",
                        "/seller/shipping",
                        "/seller/shipping/calculator",
                        "/seller/shipping/templates/new",
                        "/seller/feedback",
                        "/seller/settings/notifications",
                        "/seller/orders/slips/note",
                        "/seller/orders/slips",
                        "/seller/health",
                        "/seller/health/order-defect",
                        "/seller/help",
                        "/seller/help/health"));
        String seller = "/operator/sellers/" + nadias;
        String place = "/operator/marketplaces/" + Marketplaces.US;
        pages.put(
                market.operator("Iris"),
                List.of(
                        "/operator",
                        "/operator/activity",
                        "/operator/catalogue",
                        "/operator/catalogue/proposals/" + nadias + "/"
                                + proposal.key().id(),
                        "/operator/sellers",
                        seller,
                        seller + "/rates/order_defect",
                        seller + "/orders",
                        seller + "/feedback",
                        seller + "/standing-changes",
                        seller + "/offers",
                        seller + "/offer?sku=" + kettle.key().sku(),
                        seller + "/orders/" + shipped.id(),
                        "/operator/search?q=nadia",
                        "/operator/marketplaces",
                        place,
                        place + "/policies/shipping-fee",
                        place + "/calendar",
                        "/operator/mail",
                        "/operator/mail/" + saleMail.seller() + "/" + saleMail.id(),
                        "/operator/carriers",
                        "/operator/imports",
                        "/operator/audit",
                        "/operator/help",
                        "/operator/help/marketplaces"));

        SoftAssertions softly = new SoftAssertions();
        try (RealBrowser browser = RealBrowser.start(program)) {
            for (Look look : List.of(Look.LIGHT, Look.DARK, Look.PHONE)) {
                pages.forEach((user, paths) -> {
                    try (BrowserContext window = browser.open(look, user)) {
                        for (String path : paths) {
                            softly.assertThat(complaints(window, path))
                                    .as("%s (%s)", path, look.name())
                                    .isEmpty();
                        }
                    }
                });
            }
        }
        softly.assertAll();
    }

    private static List<String> complaints(BrowserContext window, String path) {
        List<String> complaints = new ArrayList<>();
        try (Page page = window.newPage()) {
            page.onConsoleMessage(it -> {
                // The browser itself notes down that a page is not found, which one of ours is meant to be, and that
                // a mail in its frame does not let even axe run scripts.
                if (it.type().equals("error")
                        && !it.text().contains("status of 404")
                        && !it.text().contains("the document's frame is sandboxed")) {
                    complaints.add("console: " + it.text());
                }
            });
            page.onPageError(it -> complaints.add("script: " + it));
            Response response = page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
            if (response == null || response.status() >= 500) {
                complaints.add("status: " + (response == null ? "none" : response.status()));
            }
            Object wider =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!Integer.valueOf(0).equals(wider)) {
                complaints.add("wider than the screen by " + wider);
            }
            // No script runs in the frame that shows a mail, so that axe would wait for it for ever.
            new AxeBuilder(page).exclude("iframe").analyze().getViolations().forEach(it -> complaints.add(text(it)));
        }
        return complaints;
    }

    private static String text(Rule rule) {
        return rule.getNodes().stream()
                .limit(5)
                .map(CheckedNode::getHtml)
                .collect(Collectors.joining("\n    ", rule.getId() + ": " + rule.getHelp() + "\n    ", ""));
    }
}
