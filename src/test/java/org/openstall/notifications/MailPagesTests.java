package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.RealBrowser;
import org.openstall.RealBrowser.Look;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.pages.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The program without a mail server, where mail is kept and shown. */
@OpenstallTest
class MailPagesTests {
    private static final String SETTINGS = "/seller/settings/notifications";

    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture mail;

    @Autowired
    private Mails mails;

    @Autowired
    private MailSettings settings;

    @Autowired
    private MailStore store;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment program;

    private SellerId nadias;
    private User nadiaHerself;
    private User iris;
    private Order order;

    @BeforeEach
    void nadia_has_sold_a_kettle() {
        clock.stopAt(MarketFixture.MONDAY);
        nadias = market.seller("Nadia's Kitchen");
        nadiaHerself = market.userOf(nadias, "Nadia");
        iris = market.operator("Iris");
        order = market.order(
                market.buyer("Omar <i>Haddad</i>"), market.offer(nadias, "KETTLE-1", "Gooseneck kettle", "49.90", 9));
    }

    private static String path(MailKey key) {
        return "/operator/mail/" + key.seller() + "/" + key.id();
    }

    @Test
    void without_a_server_mail_is_kept_and_shown_as_it_would_have_been_sent() {
        MailKey key = mail.aboutSale(order);
        TestBrowser browser = browsers.openFor(iris);

        Answer list = browser.get("/operator/mail?q=" + order.id());
        assertThat(list.text())
                .contains("Nothing is sent: no mail server is set")
                .contains("Sold, ship now", "Not sent", order.id().value());
        assertThat(browser.get("/operator/mail?state=kept").text()).contains("Not sent");
        assertThat(browser.get("/operator/mail?state=failed").status()).isEqualTo(200);
        assertThat(browser.get("/operator/mail?q=" + order.id() + "&format=csv").body())
                .contains("Written,Mail,To,Seller ID,Order,State")
                .contains("\"Sold, ship now\",")
                .contains("," + nadias + "," + order.id() + ",Not sent,0,,");

        Answer page = browser.get(path(key));
        assertThat(page.text())
                .contains("Sold, ship now: Gooseneck kettle – by Wed, Jun 3")
                .contains("Ship by Jun 3, 2026, 11:59 PM PDT")
                .contains("Omar <i>Haddad</i> has ordered")
                .contains("There was no mail server to send it.")
                .doesNotContain("Send now");

        Answer html = browser.get(path(key) + "/html");
        assertThat(html.header("content-security-policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'");
        assertThat(html.body())
                .contains("Omar &lt;i&gt;Haddad&lt;/i&gt;", "color-scheme", "KETTLE-1")
                .doesNotContain("<i>");

        Answer again = browser.post(path(key) + "/attempts");
        assertThat(browser.get(again.location()).text()).contains("There is no mail server to send it.");
        assertThat(mails.get(key).state()).isEqualTo(Mail.State.KEPT);
    }

    @Test
    void without_a_server_who_has_forgotten_his_password_is_told_whom_to_ask() {
        TestBrowser browser = browsers.open();

        assertThat(browser.get("/forgotten-password").text())
                .contains("This marketplace doesn’t send mail", "bin/openstall user EMAIL --password");
        assertThat(browser.post("/forgotten-password", "email", iris.email()).text())
                .contains("This marketplace doesn’t send mail");
    }

    @Test
    void the_preview_is_seen_in_its_frame() {
        MailKey key = mail.aboutSale(order);
        try (RealBrowser browser = RealBrowser.start(program);
                BrowserContext window = browser.open(Look.LIGHT, iris)) {
            Page page = window.newPage();
            page.navigate(path(key));
            Frame preview = page.frames().get(1);
            preview.waitForLoadState();
            assertThat(preview.locator("h1").textContent()).isEqualTo("Sold, ship now");
            assertThat(preview.locator(".button").first().evaluate("it => getComputedStyle(it).backgroundColor"))
                    .isEqualTo("rgb(11, 116, 104)");
        }
    }

    @Test
    void a_seller_chooses_where_mail_goes_and_hears_what_is_wrong_with_it() {
        TestBrowser nadia = browsers.openFor(nadiaHerself);
        assertThat(nadia.get(SETTINGS).text()).contains(nadiaHerself.email(), "Sold, ship now");

        Answer refused = nadia.post(SETTINGS, "addresses", "nadia at home", "language", "ko", "wanted", "SALE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("“nadia” is not an e-mail address.");
        assertThat(settings.of(nadias, Marketplaces.US).chosen()).isFalse();

        Answer saved =
                nadia.post(SETTINGS, "addresses", "A@shop.example, b@shop.example", "language", "ko", "wanted", "SALE");
        assertThat(saved.status()).isEqualTo(303);
        SellerMail chosen = settings.of(nadias, Marketplaces.US);
        assertThat(chosen.addresses()).isEqualTo(List.of("a@shop.example", "b@shop.example"));
        assertThat(chosen.language()).isEqualTo(Language.KOREAN);
        assertThat(chosen.wanted()).containsExactly(MailKind.SALE);
        assertThat(nadia.get(SETTINGS).text()).contains("a@shop.example b@shop.example");
    }

    @Test
    void a_seller_sees_which_address_is_refused_and_what_to_do() {
        store.bounced(
                Mailbox.of(nadias), new Bounce("gone@shop.example", clock.instant(), 1, "550 5.1.1 No such user"));

        assertThat(browsers.openFor(nadiaHerself).get(SETTINGS).text())
                .contains("Mail to you is being refused", "gone@shop.example")
                .contains("One mail was refused, on Jun 1, 2026, 9:00 AM PDT.")
                .contains("The mail server said: 550 5.1.1 No such user")
                .contains("enter another address below");
    }
}
