package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Handling;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Order;
import org.openstall.shipping.Promise;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ShippingSettingsTests {
    private static final String HOME = "/seller/shipping";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Templates templates;

    @Autowired
    private Offers offers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private Offer kettle;
    private TestBrowser nadia;

    @BeforeEach
    void nadia_sells_a_kettle() {
        nadias = market.seller("Nadia's Kitchen");
        kettle = market.offer(nadias, "KETTLE", "Gooseneck kettle", "49.90", 90);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
    }

    /** A form with one rate, changed by pairs of fields and values. */
    private static String[] form(String name, int version, String... other) {
        List<String> fields = new ArrayList<>(List.of("name", name, "version", "" + version, "rates", "1"));
        List<String> changed = List.of(other);
        String[] usual = {
            "r0-goods", "OTHER", "r0-service", "STANDARD", "r0-kind", "COUNTRY", "r0-places", "", "r0-least", "3",
            "r0-most", "5", "r0-types", "STREET", "r0-basis", "ITEM", "r0-perShipment", "4.99", "r0-perUnit", "0.50",
            "r0-bands", "", "r0-freeFrom", ""
        };
        for (int i = 0; i < usual.length; i += 2) {
            if (!changed.contains(usual[i])) {
                fields.addAll(List.of(usual[i], usual[i + 1]));
            }
        }
        fields.addAll(changed);
        return fields.toArray(String[]::new);
    }

    private Answer create(String name, String... other) {
        return nadia.post(HOME + "/templates", form(name, 0, other));
    }

    private Template made() {
        return templates.of(nadias, Marketplaces.US).getFirst();
    }

    private String path(Template template) {
        return HOME + "/templates/" + template.id();
    }

    @Test
    void a_template_made_on_the_page_is_promised_from() {
        assertThat(nadia.get(HOME).text()).contains("You ship by the marketplace’s usual terms");
        assertThat(nadia.get(HOME + "/templates/new").body()).contains("value=\"4.99\"");

        assertThat(create("Everything").location()).isEqualTo(HOME);

        assertThat(nadia.get(HOME).text()).contains("Everything").contains("1 rate, named by no offers");
        assertThat(nadia.get(path(made())).body()).contains("value=\"0.50\"");
        assertThat(nadia.get(HOME + "/calculator?sku=KETTLE&quantity=2&postcode=99501")
                        .text())
                .contains("$5.99")
                .contains("State: AK")
                .contains("By your template “Everything”")
                .contains("The template has no rate of this service");
    }

    @Test
    void rates_are_added_and_removed_without_saving() {
        Answer more = create("Everything", "action", "add");
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body()).contains("r1-service").contains("value=\"Everything\"");
        assertThat(create("Everything", "action", "remove-0").body()).doesNotContain("r0-service");
        assertThat(templates.of(nadias, Marketplaces.US)).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_is_saved() {
        Answer answer = create("", "r0-kind", "STATES", "r0-places", "AK, Atlantis", "r0-least", "9");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Give the template a name.")
                .contains("These are no states of this country: ATLANTIS.")
                .contains("At least 9 is more than at most 5.");
        assertThat(create("x", "r0-kind", "POSTCODES", "r0-places", "967, 97001-99")
                        .text())
                .contains("These are no postal codes or ranges: 97001-99.");
        assertThat(create("x", "r0-perShipment", "cheap", "r0-most", "soon").text())
                .contains("Enter an amount in digits")
                .contains("Enter both numbers of business days in digits.");
        assertThat(create("x", "r0-basis", "PRICE", "r0-bands", "0 5.99").text())
                .contains("Write one band a line");
        assertThat(create("x", "r0-service", "WARP").status()).isEqualTo(422);
        assertThat(templates.of(nadias, Marketplaces.US)).isEmpty();
    }

    @Test
    void amounts_are_read_as_everywhere_a_comma_groups_thousands_or_is_a_decimal_sign() {
        create("Heavy", "r0-perShipment", "1,250.50", "r0-perUnit", "12,5", "r0-freeFrom", "10,000");
        assertThat(nadia.get(path(made())).body())
                .contains("value=\"1250.50\"")
                .contains("value=\"12.50\"")
                .contains("value=\"10000.00\"");

        assertThat(create("x", "r0-perShipment", "1.234,56").text()).contains("Enter an amount in digits");
        assertThat(create("x", "r0-perShipment", "4.999").text()).contains("Enter an amount in digits");
        assertThat(create("x", "r0-perShipment", "1,000,000,000").text()).contains("Enter an amount in digits");
    }

    @Test
    void bands_and_postcodes_come_back_as_they_were_meant() {
        create(
                "Bands",
                "r0-basis",
                "PRICE",
                "r0-bands",
                "0: 5.99\n1,000: 0",
                "r0-kind",
                "POSTCODES",
                "r0-places",
                "995*");
        assertThat(nadia.get(path(made())).body()).contains("1000.00: 0.00").contains("value=\"995\"");
    }

    @Test
    void of_two_tabs_the_second_is_told_and_keeps_what_was_typed() {
        create("Everything");
        assertThat(nadia.post(path(made()), form("First", 1)).status()).isEqualTo(303);
        Answer second = nadia.post(path(made()), form("Second", 1));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Somebody else has saved or deleted this template");
        assertThat(second.body()).contains("value=\"Second\"");
        assertThat(made().name()).isEqualTo("First");
    }

    @Test
    void a_template_is_copied_made_the_default_used_and_deleted_with_a_replacement() {
        create("Everything");
        Template first = made();
        assertThat(nadia.get(HOME + "/templates/new?copy=" + first.id()).body()).contains("Everything (copy)");
        create("Quick");
        Template second = templates.of(nadias, Marketplaces.US).get(1);
        assertThat(nadia.post(
                                "/seller/inventory/offer/shipping",
                                "sku",
                                "KETTLE",
                                "template",
                                first.id().toString())
                        .status())
                .isEqualTo(303);
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE").text()).contains("Shipping template");
        nadia.post(path(second) + "/default");
        assertThat(templates.shipping(nadias, Marketplaces.US).byDefault().id()).isEqualTo(second.id());

        assertThat(nadia.post(path(first) + "/deletion").location()).isEqualTo(path(first));
        nadia.post(path(first) + "/deletion", "replacement", second.id().toString());
        assertThat(market.find(kettle.key()).shippingTemplate()).isEqualTo(second.id());
        assertThat(nadia.get(path(first)).status()).isEqualTo(404);

        TestBrowser noel = browsers.openFor(market.userOf(market.seller("Noel"), "Noel"));
        assertThat(noel.get(path(second)).status()).isEqualTo(404);
        assertThat(noel.post(path(second), form("Noel's", 1)).status()).isEqualTo(404);
    }

    private void list(String sku, String title, String weight) {
        ProductId product = catalog.add(new NewProduct(
                        title, "Oakmere", "home-kitchen", null, null, Map.of("Weight", weight), List.of(), null, null))
                .id();
        OfferKey key = new OfferKey(nadias, Marketplaces.US, new Sku(sku));
        offers.listAll(List.of(new NewOffer(key, product, Condition.NEW, Terms.of(Money.of(3_499, "USD"), 9), true)));
    }

    @Test
    void a_fee_by_weight_counts_what_an_imported_page_says() {
        list("SKILLET", "Cast iron skillet", "2.4 kg");
        create("By weight", "r0-basis", "WEIGHT", "r0-perShipment", "2.00", "r0-perUnit", "1.00");

        assertThat(nadia.get(HOME + "/calculator?sku=SKILLET&postcode=99501").text())
                .as("5.3 pounds")
                .contains("$8.00")
                .doesNotContain("The product page gives no weight");
        assertThat(nadia.get(HOME + "/calculator?sku=KETTLE&postcode=99501").text())
                .contains("$4.00")
                .contains("The product page gives no weight");
    }

    @Test
    void a_pound_is_one_pound_in_whichever_unit_the_page_writes_it() {
        create("By weight", "r0-basis", "WEIGHT", "r0-perShipment", "2.00", "r0-perUnit", "1.00");
        for (String pound : List.of("1 lb", "16 oz", "453.59237", "0.45359237 kg", "454 g")) {
            String sku = pound.replaceAll("\\W", "");
            list(sku, "A pound of coffee", pound);

            assertThat(nadia.get(HOME + "/calculator?sku=" + sku + "&postcode=99501")
                            .text())
                    .as(pound)
                    .contains("$3.00");
        }
        list("MORE", "A little more", "1.01 lb");
        assertThat(nadia.get(HOME + "/calculator?sku=MORE&postcode=99501").text())
                .contains("$4.00");
    }

    @Test
    void the_calculator_says_what_it_cannot_answer() {
        assertThat(nadia.get(HOME + "/calculator?sku=NOTHING").text()).contains("You have no offer with this SKU");
        assertThat(nadia.get(HOME + "/calculator?sku=KETTLE&quantity=none").status())
                .isEqualTo(422);
        assertThat(nadia.get(HOME + "/calculator?sku=KETTLE&country=XX").status())
                .isEqualTo(422);
        assertThat(nadia.get(HOME + "/calculator?sku=KETTLE&country=KR").text())
                .contains("None of its rates goes there.")
                .contains(ServiceLevel.STANDARD.name().charAt(0) + "tandard");
    }

    @Test
    void a_cut_off_time_is_set_and_what_is_none_is_refused() {
        assertThat(nadia.post(HOME + "/cut-off", "time", "16:30").status()).isEqualTo(303);
        assertThat(templates.shipping(nadias, Marketplaces.US).cutOff()).isEqualTo(LocalTime.of(16, 30));
        assertThat(nadia.post(HOME + "/cut-off", "time", "late").text()).contains("Enter a time of day");
    }

    @Test
    void whoever_is_slower_than_he_promises_is_warned_and_changes_it_with_one_click() {
        Instant monday = Instant.parse("2026-06-01T17:00:00Z");
        clock.stopAt(monday);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            orders.add(market.order(market.buyer("Buyer " + i), kettle));
        }
        assertThat(nadia.get(HOME).text()).contains("You confirmed no orders in the last 30 days.");
        clock.advance(Duration.ofDays(4));
        orders.forEach(market::ship);

        assertThat(deliveries.achieved(nadias, Marketplaces.US)).satisfies(it -> {
            assertThat(it.orders()).isEqualTo(10);
            assertThat(it.promised()).isEqualTo(2);
            assertThat(it.median()).isEqualTo(4);
            assertThat(it.most()).isEqualTo(4);
            assertThat(it.late()).isEqualTo(10);
            assertThat(it.isUnrealistic()).isTrue();
        });
        assertThat(nadia.get(HOME).text()).contains("You promise less time than you need.");
        edit(kettle, new Handling(1, 2));
        String suggestion = HOME + "/handling/suggestion";
        assertThat(nadia.post(suggestion, "days", "3").status()).isEqualTo(303);
        assertThat(handling()).isEqualTo(Promise.Handling.exactly(2));
        assertThat(nadia.get(nadia.post(suggestion, "days", "4").location()).text())
                .contains("1 offer had one of its own and goes by your default now.");
        assertThat(handling()).isEqualTo(Promise.Handling.exactly(4));
        assertThat(market.find(kettle.key()).terms().handling()).isEqualTo(Handling.STANDARD);
        assertThat(offers.history(kettle.key()).getFirst()).satisfies(it -> {
            assertThat(it.field()).isEqualTo("handling");
            assertThat(it.from()).isEqualTo("1–2");
            assertThat(it.to()).isEmpty();
        });
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE").text())
                .contains("Handling days 1–2 Account default Nadia");
        assertThat(offers.promiseHandling(nadias, Marketplaces.US, Promise.Handling.exactly(4), "Nadia"))
                .isZero();
    }

    private Promise.Handling handling() {
        return templates.shipping(nadias, Marketplaces.US).handling();
    }

    private void edit(Offer offer, Handling handling) {
        offers.edit(offer.key(), new OfferEdit(null, null, null, handling, null, null, null), "Nadia");
    }

    @Test
    void orders_are_promised_by_the_default_handling_time_unless_the_offer_has_its_own() {
        clock.stopAt(Instant.parse("2026-06-01T15:00:00Z"));
        Offer grinder = market.offer(nadias, "GRINDER", "Hand grinder", "89.00", 5);
        edit(grinder, Handling.upTo(1));

        Answer saved = nadia.get(
                nadia.post(HOME + "/handling", "least", "3", "most", "4").location());

        assertThat(saved.text()).contains("Your handling time is saved. Offers with one of their own keep it.");
        assertThat(saved.body())
                .contains("name=\"least\" type=\"text\" value=\"3\"", "name=\"most\" type=\"text\" value=\"4\"");
        assertThat(shipByDay(kettle)).isEqualTo("2026-06-05");
        assertThat(shipByDay(grinder)).isEqualTo("2026-06-02");
        assertThat(nadia.get("/seller/inventory").body()).contains("placeholder=\"4\"");
        assertThat(nadia.get("/seller/inventory?format=csv").body())
                .containsPattern("KETTLE,.*,4,Active,")
                .containsPattern("GRINDER,.*,1,Active,");
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE").text())
                .contains("Empty: your default under Shipping, now 4.");

        nadia.post(HOME + "/handling", "least", "", "most", " ");

        assertThat(shipByDay(kettle)).isEqualTo("2026-06-03");
    }

    private String shipByDay(Offer offer) {
        Order order = market.order(market.buyer("Omar"), offer);
        return market.us().dayOf(order.shipBy()).toString();
    }

    @Test
    void a_handling_time_that_cannot_be_is_refused_and_shown_again() {
        nadia.post(HOME + "/handling", "most", "3");

        for (String[] bad : new String[][] {
            {"", "31", "Enter 0 to 30 business days"},
            {"-1", "2", "Enter 0 to 30 business days"},
            {"", "soon", "Enter 0 to 30 business days"},
            {"4", "2", "Enter the latest too, and no less than the earliest."},
            {"4", "", "Enter the latest too, and no less than the earliest."}
        }) {
            Answer refused = nadia.post(HOME + "/handling", "least", bad[0], "most", bad[1]);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains(bad[2]);
            assertThat(refused.body()).contains("name=\"most\" type=\"text\" value=\"" + bad[1] + "\"");
        }
        assertThat(handling()).isEqualTo(Promise.Handling.exactly(3));
    }

    @Test
    void cut_off_and_handling_time_are_set_apart() {
        nadia.post(HOME + "/handling", "most", "3");
        nadia.post(HOME + "/cut-off", "time", "16:30");
        nadia.post(HOME + "/handling", "most", "5");

        assertThat(templates.shipping(nadias, Marketplaces.US).cutOff()).isEqualTo(LocalTime.of(16, 30));
        assertThat(handling()).isEqualTo(Promise.Handling.exactly(5));
    }

    @Test
    void every_page_speaks_korean_and_chinese() {
        create("Everything");
        for (String language : new String[] {"ko", "zh-TW"}) {
            TestBrowser speaking = nadia.speaking(language);
            for (String page : List.of(HOME, HOME + "/templates/new", path(made()), HOME + "/calculator?sku=KETTLE")) {
                assertThat(speaking.get(page).body()).as(page).doesNotContain("desk.shipping");
            }
        }
    }
}
