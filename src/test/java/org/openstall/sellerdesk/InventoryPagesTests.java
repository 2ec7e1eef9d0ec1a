package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.MarketFixture.Buyer;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.listings.EditResult;
import org.openstall.listings.Gifts;
import org.openstall.listings.Handling;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.openstall.listings.Terms;
import org.openstall.ordering.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** The inventory, its offers one by one, and what became of their stock. */
@OpenstallTest
class InventoryPagesTests {
    private static final Pattern SEEN = Pattern.compile("name=\"(seen\\.[^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FeedbackDesk feedback;

    @Autowired
    private Offers offers;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void a_row_is_edited_in_place_and_remembers_who_did_it() {
        Answer row = nadia.postForFragment(
                "/seller/inventory/offer",
                "sku",
                "KETTLE-1",
                "price",
                "44.50",
                "quantity",
                "38",
                "seen.quantity",
                "40",
                "handling",
                "3");

        assertThat(row.status()).isEqualTo(200);
        assertThat(row.body()).startsWith("<tr").contains("value=\"44.50\"", "value=\"38\"", "Saved");
        assertThat(market.find(nadia.kettle().key()).quantity()).isEqualTo(38);
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE-1").text())
                .contains("Price $49.90 $44.50 Nadia", "Handling days Account default 3 Nadia");
    }

    @Test
    void a_large_table_says_that_it_has_yet_to_follow_a_file_and_its_csv_waits_for_it() {
        String note = "A file has just changed many offers.";
        TestPostgresql.jdbcClient()
                .sql("""
                insert into listings.inventory (seller_id, marketplace_id, ranking_since, ranked, unranked_file)
                values (:seller, :marketplace, now(), true, gen_random_uuid())
                """)
                .param("seller", nadia.kettle().key().seller().value())
                .param("marketplace", nadia.kettle().key().marketplace().value())
                .update();
        TestPostgresql.jdbcClient()
                .sql("update listings.offer set ranked = true where seller_id = :seller")
                .param("seller", nadia.kettle().key().seller().value())
                .update();
        TestPostgresql.jdbcClient()
                .sql("delete from listings.ranking where seller_id = :seller")
                .param("seller", nadia.kettle().key().seller().value())
                .update();

        assertThat(nadia.get("/seller/inventory").text()).contains(note).doesNotContain("KETTLE-1");

        assertThat(nadia.get("/seller/inventory?format=csv").body()).contains("KETTLE-1");
        assertThat(nadia.get("/seller/inventory").text()).contains("KETTLE-1").doesNotContain(note);
    }

    @Test
    void an_edit_that_leaves_the_quantity_alone_does_not_undo_a_sale() {
        nadia.sellsTo("Omar Haddad");

        nadia.post(
                "/seller/inventory/offer",
                "sku",
                "KETTLE-1",
                "price",
                "44.50",
                "quantity",
                "40",
                "seen.quantity",
                "40",
                "handling",
                "");

        assertThat(market.find(nadia.kettle().key()).quantity()).isEqualTo(39);
    }

    @Test
    void a_row_that_stood_open_writes_only_what_was_typed_over() {
        Answer shown = nadia.get("/seller/inventory");
        meanwhile(new OfferEdit(usd("59.90"), null, null, Handling.upTo(5), null, null, null));

        Answer row = nadia.postForFragment(
                "/seller/inventory/offer",
                with(shown, "sku", "KETTLE-1", "price", "49.90", "quantity", "38", "handling", ""));

        assertThat(row.body()).contains("value=\"59.90\"", "name=\"seen.price\" value=\"59.90\"", "value=\"38\"");
        Terms now = market.find(nadia.kettle().key()).terms();
        assertThat(now).isEqualTo(Terms.of(usd("59.90"), 38).with(Handling.upTo(5)));
    }

    @Test
    void a_price_that_was_typed_over_holds_whatever_it_was_meanwhile() {
        Answer shown = nadia.get("/seller/inventory");
        meanwhile(OfferEdit.price(usd("59.90")));

        Answer refused = nadia.postForFragment(
                "/seller/inventory/offer",
                with(shown, "sku", "KETTLE-1", "price", "44.50", "quantity", "many", "handling", ""));
        nadia.postForFragment(
                "/seller/inventory/offer",
                with(refused, "sku", "KETTLE-1", "price", "44.50", "quantity", "40", "handling", ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("name=\"seen.price\" value=\"49.90\"", "name=\"seen.quantity\" value=\"40\"");
        assertThat(market.find(nadia.kettle().key()).price()).isEqualTo(usd("44.50"));
    }

    @Test
    void terms_that_stood_open_write_only_what_was_typed_over() {
        meanwhile(new OfferEdit(
                null,
                new PriceLimits(usd("40.00"), usd("60.00")),
                null,
                new Handling(1, 3),
                "Box opened.\nLight scratches.",
                new Gifts(false, true),
                null));
        Answer shown = nadia.get("/seller/inventory/offer?sku=KETTLE-1");
        meanwhile(new OfferEdit(
                usd("55.00"),
                new PriceLimits(usd("45.00"), usd("70.00")),
                39,
                new Handling(2, 5),
                "Light scratches.",
                new Gifts(true, true),
                null));

        Answer refused = nadia.post("/seller/inventory/offer/terms", terms(shown, "50.00"));
        Answer saved = nadia.post("/seller/inventory/offer/terms", terms(refused, "80.00"));

        assertThat(refused.text()).contains("The price is above your maximum.");
        assertThat(refused.body()).doesNotContain("_csrf=");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(market.find(nadia.kettle().key()).terms())
                .isEqualTo(new Terms(
                        usd("55.00"),
                        new PriceLimits(usd("45.00"), usd("80.00")),
                        39,
                        new Handling(2, 5),
                        "Light scratches.",
                        new Gifts(true, false)));
    }

    /** The form as it was shown, with another maximum and without gift wrap. */
    private static String[] terms(Answer shown, String maximum) {
        return with(
                shown,
                "sku",
                "KETTLE-1",
                "price",
                "49.90",
                "minimum",
                "40.00",
                "maximum",
                maximum,
                "quantity",
                "40",
                "handlingLeast",
                "1",
                "handlingMost",
                "3",
                "note",
                "Box opened.\r\nLight scratches.");
    }

    /** What a form sends: what it says was seen, and what is typed. */
    private static String[] with(Answer shown, String... typed) {
        Stream<String> seen = SEEN.matcher(shown.body()).results().flatMap(it -> Stream.of(it.group(1), it.group(2)));
        return Stream.concat(seen, Arrays.stream(typed)).toArray(String[]::new);
    }

    private void meanwhile(OfferEdit edit) {
        assertThat(offers.edit(nadia.kettle().key(), edit, "Noel")).isInstanceOf(EditResult.Edited.class);
    }

    private static Money usd(String amount) {
        return Money.ofDecimal(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    @Test
    void each_field_says_what_is_wrong_with_it() {
        Answer row = nadia.postForFragment(
                "/seller/inventory/offer",
                "sku",
                "KETTLE-1",
                "price",
                "cheap",
                "quantity",
                "many",
                "seen.quantity",
                "40",
                "handling",
                "99");
        Answer page = nadia.post(
                "/seller/inventory/offer",
                "sku",
                "KETTLE-1",
                "price",
                "-1",
                "quantity",
                "-3",
                "seen.quantity",
                "40",
                "handling",
                "-1");

        assertThat(row.status()).isEqualTo(422);
        assertThat(row.text()).contains("Enter a price such as 12.50.", "Enter a whole number.");
        assertThat(row.body()).contains("value=\"cheap\"", "value=\"many\"", "value=\"99\"");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<html", "value=\"-3\"");
        assertThat(market.find(nadia.kettle().key())).isEqualTo(nadia.kettle());
    }

    @Test
    void all_terms_of_an_offer_are_set_on_its_page() {
        Answer refused = terms("minimum", "50", "maximum", "60", "note", "Box opened");
        Answer saved = terms("minimum", "40", "maximum", "60", "note", "Box opened");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The price is below your minimum.");
        assertThat(refused.body()).contains("value=\"60\"", "Box opened");
        assertThat(nadia.get(saved.location()).text())
                .contains("Minimum price – $40.00 Nadia", "Handling days Account default 1–3 Nadia")
                .contains("Condition note – Box opened Nadia", "Gift wrap Not allowed Allowed Nadia");
        assertThat(market.find(nadia.kettle().key()).quantity()).isEqualTo(40);
    }

    @Test
    void a_note_that_tells_of_more_than_wear_comes_back_with_its_words_marked() {
        Answer refused = terms("minimum", "", "maximum", "", "note", "Light scratches. The charger is missing.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<mark>charger is missing</mark>");
        assertThat(refused.text()).contains("Missing parts", "Add the missing part");
    }

    private Answer terms(String... others) {
        return nadia.post(
                "/seller/inventory/offer/terms",
                Stream.concat(
                                Stream.of(
                                        "sku",
                                        "KETTLE-1",
                                        "price",
                                        "45",
                                        "quantity",
                                        "40",
                                        "seen.quantity",
                                        "40",
                                        "handlingLeast",
                                        "1",
                                        "handlingMost",
                                        "3",
                                        "giftWrap",
                                        "true"),
                                Arrays.stream(others))
                        .toArray(String[]::new));
    }

    @Test
    void inventory_is_filtered_searched_and_reviewed() {
        market.offer(nadia.id(), "MUG-1", "Last mug", "9.00", 0);
        clock.advance(Duration.ofDays(40));

        assertThat(nadia.get("/seller/inventory?filter=out-of-stock").text())
                .contains("Last mug")
                .doesNotContain("Gooseneck kettle");
        assertThat(nadia.get("/seller/inventory?q=KET").text())
                .contains("Gooseneck kettle", "40 days ago")
                .doesNotContain("Last mug");
        assertThat(nadia.get("/seller/inventory?q=kettle+goose").text())
                .contains("Gooseneck kettle")
                .doesNotContain("Last mug");
        for (String nothing : List.of("%27", "a+%26+%7C+%21", "%3A*", "%5C", "kettle+teapot")) {
            assertThat(nadia.get("/seller/inventory?q=" + nothing).text()).contains("Nothing found");
        }
        assertThat(nadia.get(nadia.post("/seller/inventory/review").location()).text())
                .contains("All quantities are marked as reviewed.")
                .doesNotContain("40 days ago");
    }

    @Test
    void a_change_of_stock_is_kept_with_its_reason() {
        String[] form = {"sku", "KETTLE-1", "price", "49.90", "quantity", "37", "seen.quantity", "40", "reason", "other"
        };
        assertThat(nadia.post("/seller/inventory/offer/terms", form).text())
                .contains("Say in a few words what happened.");

        nadia.post(
                "/seller/inventory/offer/terms",
                Stream.concat(Arrays.stream(form), Stream.of("reasonText", "Lent to the fair"))
                        .toArray(String[]::new));

        assertThat(nadia.get("/seller/inventory/adjustments?sku=KETTLE-1&reason=other")
                        .text())
                .contains("KETTLE-1 40 37 −3 Other Lent to the fair Nadia");
        assertThat(nadia.get("/seller/inventory/adjustments?reason=damaged").text())
                .contains("No stock changes");
        assertThat(nadia.get("/seller/inventory/adjustments?sku=" + "x".repeat(41))
                        .text())
                .contains("No stock changes");
        assertThat(nadia.get("/seller/inventory/adjustments?format=csv").body())
                .contains("KETTLE-1,40,37,-3,Other,Lent to the fair,Nadia,,");
    }

    @Test
    void what_was_not_as_described_is_counted_against_the_offer_until_it_is_taken_back() {
        Buyer dee = market.buyer("Dee");
        Order order = market.order(dee, nadia.kettle());
        feedback.leave(dee.id(), order.id(), 1, new Feedback.Answers(true, false, true), "A lid is missing");
        Buyer bo = market.buyer("Bo");
        Order late = market.order(bo, nadia.kettle());
        feedback.leave(bo.id(), late.id(), 1, new Feedback.Answers(false, true, true), "Late");

        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE-1").text())
                .contains("Not as described Said once Negative feedback: 1");
        assertThat(nadia.get("/seller/inventory").text()).contains("Not as described: 1");

        feedback.remove(dee.id(), order.id());
        assertThat(nadia.get("/seller/inventory").text()).doesNotContain("Not as described");
    }
}
