package org.openstall.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.operatordesk.OperatorDesk;
import org.openstall.sellerdesk.SellerDesk;
import org.openstall.wording.TextKind;
import org.openstall.wording.Wording;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class HelpTests {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)(?:#([^\"]*))?\"");

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Texts texts;

    @Autowired
    private Wording wording;

    private TestBrowser nadia;
    private TestBrowser iris;

    @BeforeEach
    void nadia_sells_and_iris_operates() {
        SellerId seller = market.seller("Nadia’s Kitchen");
        nadia = browsers.openFor(market.userOf(seller, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
    }

    private Map<Desk, TestBrowser> desks() {
        return Map.of(SellerDesk.DESK, nadia, OperatorDesk.DESK, iris);
    }

    @Test
    void each_task_has_a_topic_of_its_own_and_the_list_leads_to_all() {
        desks().forEach((desk, browser) -> {
            String list = browser.get(desk.help()).body();
            for (Desk.Item item : desk.items()) {
                assertThat(browser.get(item.path()).body())
                        .as(item.path())
                        .contains("class=\"tool\" href=\""
                                + desk.help(item.topics().getFirst()) + '"');
                for (Desk.Topic topic : item.topics()) {
                    assertThat(list).contains("href=\"" + desk.help(topic) + '"');
                    assertThat(browser.get(desk.help(topic)).status()).isEqualTo(200);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/seller/inventory/files, /seller/help/files",
        "/seller/inventory/add, /seller/help/adding",
        "/seller/inventory/adjustments, /seller/help/inventory",
        "/seller/orders/slips, /seller/help/slips",
        "/seller/orders/slips/note, /seller/help/slips#note",
        "/seller/health/cancel, /seller/help/health#cancel",
        "/seller/shipping/calculator, /seller/help/shipping#calculator",
        "/seller/settings/notifications, /seller/help/notifications",
    })
    void a_page_leads_to_the_topic_that_is_most_to_the_point(String page, String help) {
        assertThat(nadia.get(page).find("<a class=\"tool\" href=\"([^\"]+)\"")).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko", "zh-TW"})
    void every_topic_speaks_every_language_and_leaves_no_reference_open(String language) {
        SoftAssertions softly = new SoftAssertions();
        desks().forEach((desk, browser) -> {
            browser.speaking(language);
            for (Desk.Item item : desk.items()) {
                for (Desk.Topic topic : item.topics()) {
                    String page = browser.get(desk.help(topic)).find("(?s)<main(.*)</main>");
                    softly.assertThat(page)
                            .as(desk.help(topic))
                            .doesNotContain("[", "]", ">help.", ">desk.", ">operator.");
                }
            }
        });
        softly.assertAll();
    }

    @Test
    void every_link_in_help_leads_to_a_page_and_a_place_in_it() {
        SoftAssertions softly = new SoftAssertions();
        desks().forEach((desk, browser) -> {
            Map<String, Set<String>> links = new TreeMap<>();
            for (Desk.Item item : desk.items()) {
                for (Desk.Topic topic : item.topics()) {
                    Matcher link = LINK.matcher(browser.get(desk.help(topic)).find("(?s)<main(.*)</main>"));
                    while (link.find()) {
                        Set<String> places = links.computeIfAbsent(link.group(1), it -> new TreeSet<>());
                        if (link.group(2) != null) {
                            places.add(link.group(2));
                        }
                    }
                }
            }
            softly.assertThat(links).hasSizeGreaterThan(desk.items().size());
            links.forEach((path, places) -> {
                Answer page = browser.get(path);
                softly.assertThat(page.status()).as(path).isEqualTo(200);
                places.forEach(
                        it -> softly.assertThat(page.body()).as(path + '#' + it).contains("id=\"" + it + '"'));
            });
        });
        softly.assertAll();
    }

    @Test
    void help_tells_the_policies_in_force_in_the_marketplace_chosen() {
        String policy = "/operator/marketplaces/" + Marketplaces.BR + "/policies/stale-hours";
        String before = iris.get(policy).find("name=\"expected\" value=\"([^\"]*)\"");
        iris.post(policy + "/changes", "expected", before, "value", "37", "reason", "Holidays");

        assertThat(nadia.get("/seller/help/inventory").text())
                .contains("United States")
                .doesNotContain("37 hours");
        nadia.post("/marketplace", "marketplace", Marketplaces.BR.value(), "next", "/seller/help/inventory");
        assertThat(nadia.get("/seller/help/inventory").text())
                .contains("nobody has looked over for 37 hours")
                .contains("Brazil");

        iris.post(policy + "/changes", "expected", "37", "value", before, "reason", "Back to work");
        assertThat(nadia.get("/seller/help/inventory").text()).doesNotContain("37 hours");
    }

    @Test
    void who_does_not_sell_in_the_marketplace_chosen_can_read_all_the_same() {
        nadia.post("/marketplace", "marketplace", Marketplaces.BR.value(), "next", "/");

        assertThat(nadia.get("/seller/orders").text()).contains("You don’t sell in this marketplace");
        assertThat(nadia.get("/seller/help/orders").text()).contains("Confirm a shipment");
    }

    @Test
    void numbers_that_the_program_sets_come_from_it() {
        SellerDesk.DESK
                .limits()
                .forEach((name, number) -> assertThat(number).as(name).isPositive());
        assertThat(nadia.get("/seller/help/slips").text())
                .contains("at most %d slips".formatted(SellerDesk.DESK.limits().get("slips")));
    }

    @Test
    void what_a_button_says_is_told_as_it_is_said_and_what_is_only_taken_over_is_not() {
        String page = nadia.get("/seller/help/health").body();

        assertThat(page)
                .contains("<strong>Watch</strong> from 0.8%")
                .contains(
                        "<strong>What to do</strong>: Check the quantities of your offers before more orders come in.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_notes_that_help_calls_allowed_are(Language language) {
        String said = texts.text(language, "help.seller.condition-notes.fix.point.1");
        List<String> notes = Pattern.compile("[“「]([^”」]+)[”」]")
                .matcher(said)
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(notes).hasSize(2);
        for (String note : notes) {
            assertThat(wording.check(TextKind.CONDITION_NOTE, "US", language.tag(), note)
                            .all())
                    .as(note)
                    .isEmpty();
        }
    }

    @Test
    void help_is_nobodys_task_and_a_topic_that_there_is_not_is_not_found() {
        assertThat(nadia.get("/seller/help").body())
                .doesNotContain("class=\"desk-link\" href=\"/seller\" aria-current");
        assertThat(nadia.get("/seller").body()).contains("class=\"desk-link\" href=\"/seller\" aria-current=\"page\"");
        assertThat(nadia.get("/seller/help/gravity").status()).isEqualTo(404);
        assertThat(nadia.get("/seller/help/sellers").status()).isEqualTo(404);
        assertThat(nadia.get("/operator/help").status()).isEqualTo(404);
        assertThat(iris.get("/operator/help/gravity").status()).isEqualTo(404);
        assertThat(browsers.open().get("/seller/help/orders").location()).contains("/sign-in");
    }
}
