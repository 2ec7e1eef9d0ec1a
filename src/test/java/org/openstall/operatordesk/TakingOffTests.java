package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferChange;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.OfferStatus;
import org.openstall.listings.Offers;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;
import org.openstall.listings.Suppression;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Orders;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator takes a single offer off, and gives it back. */
@OpenstallTest
class TakingOffTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Templates templates;

    @Autowired
    private Offers offers;

    @Autowired
    private Publications publications;

    @Autowired
    private Sellers sellers;

    @Autowired
    private Orders orders;

    private SellerId nadias;
    private Offer kettle;
    private TestBrowser nadia;
    private TestBrowser iris;

    @BeforeEach
    void a_seller_with_an_offer() {
        nadias = market.seller("Nadia's Kitchen");
        kettle = market.offer(nadias, "KETTLE/1", "A kettle to take off", "49.90", 9);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
    }

    private TestBrowser.Answer takeOff(String reason) {
        return iris.post(
                "/operator/sellers/" + nadias + "/offer/suppression",
                "marketplace",
                Marketplaces.US.value(),
                "sku",
                "KETTLE/1",
                "reason",
                reason);
    }

    private TestBrowser.Answer giveBack() {
        return iris.post(
                "/operator/sellers/" + nadias + "/offer/release",
                "marketplace",
                Marketplaces.US.value(),
                "sku",
                "KETTLE/1");
    }

    private String shop() {
        return browsers.open().get("/products/" + kettle.product()).text();
    }

    @Test
    void the_offers_of_a_seller_are_found_by_sku_and_by_product() {
        market.offer(nadias, "PAN-1", "A pan nobody minds", "19.90", 3);
        String list = "/operator/sellers/" + nadias + "/offers";

        assertThat(iris.get("/operator/sellers/" + nadias).body()).contains(list);
        assertThat(iris.get(list).text()).contains("A kettle to take off", "A pan nobody minds", "$49.90");
        assertThat(iris.get(list + "?q=KETTLE").text())
                .contains("A kettle to take off")
                .doesNotContain("A pan nobody minds");
        assertThat(iris.get(list + "?q=" + kettle.product()).text())
                .contains("A kettle to take off")
                .doesNotContain("A pan nobody minds");
        assertThat(iris.get(list + "?filter=suppressed").text()).contains("No offers here");
        assertThat(iris.get(list + "?q=nothing-like-it").text()).contains("No offer matches");
        takeOff("=1+1");
        assertThat(iris.get(list + "?filter=suppressed").text()).contains("A kettle to take off", "=1+1");
        assertThat(iris.get(list + "?filter=suppressed&format=csv").body())
                .contains("KETTLE/1," + kettle.product())
                .contains("'=1+1,Iris");
    }

    @Test
    void more_offers_than_fit_on_a_page_are_leafed_through() {
        for (int i = 10; i < 70; i++) {
            market.offer(nadias, kettle, "MANY-" + i, "20.00", 1);
        }

        TestBrowser.Answer first = iris.get("/operator/sellers/" + nadias + "/offers?q=MANY");
        TestBrowser.Answer second =
                iris.get(first.find("href=\"([^\"]+)\" rel=\"next\"").replace("&amp;", "&"));

        assertThat(first.text()).contains("MANY-10", "MANY-59").doesNotContain("MANY-60");
        assertThat(second.text()).contains("MANY-60", "MANY-69").doesNotContain("MANY-59");
    }

    @Test
    void an_offer_that_is_taken_off_leaves_the_shop_at_once_and_comes_back_when_it_is_given_back() {
        assertThat(takeOff("The brand says it is a copy.").location())
                .isEqualTo("/operator/sellers/" + nadias + "/offer?marketplace=" + Marketplaces.US + "&sku=KETTLE%2F1");

        assertThat(shop()).contains("Currently unavailable");
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.OPERATOR);

        giveBack();

        assertThat(shop()).contains("$49.90");
        assertThat(market.find(kettle.key()).status()).isEqualTo(OfferStatus.ACTIVE);
    }

    @Test
    void the_operator_reads_prices_and_templates_in_the_history_as_the_seller_does() {
        templates.create(
                nadias,
                Marketplaces.US,
                "By post",
                templates.usual(Marketplaces.US).rates());
        Template mine = templates.of(nadias, Marketplaces.US).getFirst();
        offers.edit(kettle.key(), OfferEdit.price(Money.of(4_500, "USD")), "Nadia");
        offers.shipBy(kettle.key(), mine.id(), "Nadia");

        for (String page : List.of(
                nadia.get("/seller/inventory/offer?sku=KETTLE/1").text(),
                iris.get("/operator/sellers/" + nadias + "/offer?sku=KETTLE/1").text())) {
            assertThat(page)
                    .contains("$49.90 $45.00")
                    .contains(mine.name())
                    .doesNotContain(mine.id().toString());
        }
    }

    @Test
    void the_seller_reads_why_and_both_keep_the_history() {
        takeOff("The brand says\nit is a copy.");

        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE/1").text())
                .contains("The marketplace took this offer off on")
                .contains("The brand says it is a copy.")
                .contains("only the marketplace can put it back");
        assertThat(nadia.get("/seller/inventory").text()).contains("Taken off: The brand says it is a copy.");
        assertThat(nadia.speaking("ko").get("/seller/inventory").text()).contains("판매 중단: The brand says");

        giveBack();

        assertThat(nadia.speaking("en").get("/seller/inventory").text()).doesNotContain("Taken off");
        assertThat(offers.history(kettle.key()))
                .extracting(OfferChange::field, OfferChange::from, OfferChange::to, OfferChange::changedBy)
                .containsExactly(
                        tuple("status", "suppressed", "active", "Iris"),
                        tuple("taken-off", "The brand says\nit is a copy.", "", "Iris"),
                        tuple("status", "active", "suppressed", "Iris"),
                        tuple("taken-off", "", "The brand says\nit is a copy.", "Iris"));
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE/1").text()).contains("Taken off by the marketplace");
        assertThat(iris.get("/operator/sellers/" + nadias + "/offer?sku=KETTLE/1")
                        .text())
                .contains("Taken off by the marketplace")
                .contains("it is a copy.");
    }

    @Test
    void a_long_history_is_leafed_through_by_both() {
        for (int i = 0; i < 35; i++) {
            offers.takeOff(kettle.key(), "Reason %02d.".formatted(i), "Iris");
            offers.giveBack(kettle.key(), "Iris");
        }

        for (TestBrowser browser : List.of(nadia, iris)) {
            String page = browser == nadia
                    ? "/seller/inventory/offer?sku=KETTLE/1"
                    : "/operator/sellers/" + nadias + "/offer?sku=KETTLE/1";
            TestBrowser.Answer first = browser.get(page);
            TestBrowser.Answer second =
                    browser.get(first.find("href=\"([^\"]+)\" rel=\"next\"").replace("&amp;", "&"));
            assertThat(first.text()).contains("Reason 34.", "Reason 20.").doesNotContain("Reason 19.");
            assertThat(second.text()).contains("Reason 19.", "Reason 05.").doesNotContain("Reason 20.");
        }
        assertThat(offers.history(kettle.key())).hasSize(140);
    }

    @Test
    void both_take_the_history_along_for_a_spreadsheet() {
        templates.create(
                nadias,
                Marketplaces.US,
                "Post, \"slow\"",
                templates.usual(Marketplaces.US).rates());
        offers.edit(kettle.key(), OfferEdit.price(Money.of(4_500, "USD")), "Nadia");
        offers.shipBy(
                kettle.key(), templates.of(nadias, Marketplaces.US).getFirst().id(), "Nadia");
        takeOff("=1+1, \"a copy\"\nas the brand says");
        for (int i = 0; i < 40; i++) {
            offers.edit(kettle.key(), OfferEdit.price(Money.of(4_501 + i, "USD")), "Nadia");
        }
        String his = "/operator/sellers/" + nadias + "/offer?marketplace=" + Marketplaces.US + "&sku=KETTLE%2F1";
        String hers = "/seller/inventory/offer?sku=KETTLE%2F1";

        for (TestBrowser browser : List.of(nadia, iris)) {
            String page = browser == nadia ? hers : his;
            assertThat(browser.get(page).body()).contains(page.replace("&", "&amp;") + "&amp;format=csv");
            TestBrowser.Answer file = browser.get(page + "&format=csv");
            assertThat(file.header("content-disposition"))
                    .contains(browser == nadia ? "offer-changes.csv" : "offer-changes-" + nadias + ".csv");
            assertThat(file.body())
                    .startsWith("\uFEFFChanged at,SKU,Field,From,To,Currency,By,File ID\r\n")
                    .contains(
                            ",KETTLE/1,Price,49.90,45.00,USD,Nadia,\r\n",
                            ",KETTLE/1,Price,45.39,45.40,USD,Nadia,\r\n",
                            ",KETTLE/1,Shipping template,,\"Post, \"\"slow\"\"\",,Nadia,\r\n",
                            ",KETTLE/1,Status,Active,Suppressed,,Iris,\r\n",
                            ",,\"'=1+1, \"\"a copy\"\"\nas the brand says\",,Iris,\r\n");
            assertThat(browser.speaking("ko").get(page + "&format=csv").body())
                    .startsWith("\uFEFF변경 일시,SKU,항목,변경 전,변경 후,통화,변경한 사람,파일 ID\r\n")
                    .contains(",상태,판매 중,노출 제한,,Iris,");
        }
        market.offer(market.seller("Noel's Kitchen"), "NOELS-PAN", "A pan of another", "19.90", 3);
        assertThat(nadia.get("/seller/inventory/offer?sku=NOELS-PAN&format=csv").status())
                .isEqualTo(404);
        assertThat(iris.get("/operator/sellers/" + nadias + "/offer?sku=NOELS-PAN&format=csv")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_buys_what_was_taken_off_after_the_cart_was_filled() {
        User omar = market.user("Omar Haddad");
        TestBrowser omars = browsers.openFor(omar);
        market.fillCart(market.buyer(omar), kettle);
        TestBrowser.Answer form = omars.get("/checkout");

        takeOff("A copy.");
        TestBrowser.Answer answer = omars.post("/checkout", CheckoutForm.of(form));

        assertThat(answer.text()).contains("A kettle to take off").contains("Nothing has been ordered or charged");
        assertThat(orders.of(market.buyer(omar).id(), null, 10).items()).isEmpty();
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(9);
        assertThat(omars.get("/cart").text()).doesNotContain("$49.90");
    }

    @Test
    void the_seller_cannot_give_it_back_himself_by_any_way() {
        takeOff("A copy.");

        nadia.post("/seller/inventory/status", "sku", "KETTLE/1", "active", "false");
        nadia.post("/seller/inventory/status", "sku", "KETTLE/1", "active", "true");
        nadia.post(
                "/seller/inventory/offer", "sku", "KETTLE/1", "price", "45.00", "quantity", "5", "seen.quantity", "9");
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.OPERATOR);
        assertThat(nadia.post(
                                "/operator/sellers/" + nadias + "/offer/release",
                                "marketplace",
                                Marketplaces.US.value(),
                                "sku",
                                "KETTLE/1")
                        .status())
                .isEqualTo(404);

        publish(row(StagedRow.Action.REMOVE));
        assertThat(offers.find(kettle.key())).isEmpty();
        publish(row(StagedRow.Action.PUT));
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.OPERATOR);

        publish(row(StagedRow.Action.REMOVE));
        nadia.post(
                "/seller/inventory/add/" + kettle.product(),
                "sku",
                "KETTLE/1",
                "condition",
                "new",
                "price",
                "41.00",
                "quantity",
                "5");
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.OPERATOR);
        assertThat(shop()).doesNotContain("$41.00");
        giveBack();
        assertThat(shop()).contains("$41.00");
    }

    private StagedRow row(StagedRow.Action action) {
        return new StagedRow(
                1,
                kettle.key().sku(),
                action,
                kettle.product(),
                Condition.NEW,
                null,
                4_100L,
                null,
                null,
                5,
                null,
                null,
                null,
                null,
                null);
    }

    private void publish(StagedRow row) {
        Publication publication = new Publication(UUID.randomUUID(), nadias, Marketplaces.US, "Nadia", false);
        Staged staged = publications.stage(publication, List.of(row));
        publications.publish(publication, staged, refused -> {
            throw new AssertionError(refused);
        });
    }

    @Test
    void what_keeps_an_offer_from_buyers_otherwise_stays_when_it_is_given_back() {
        takeOff("A copy.");
        sellers.changeStanding(nadias, Marketplaces.US, Standing.ACTIVE, Standing.DEACTIVATED, "Fraud", "Iris");

        giveBack();
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.STANDING);

        takeOff("A copy, still.");
        sellers.changeStanding(nadias, Marketplaces.US, Standing.DEACTIVATED, Standing.ACTIVE, "Sorry", "Iris");
        assertThat(market.find(kettle.key()).suppressions()).containsExactly(Suppression.OPERATOR);
    }

    @Test
    void a_reason_is_needed_and_not_too_long() {
        assertThat(takeOff(" ").status()).isEqualTo(422);
        assertThat(takeOff("x".repeat(1_001)).text()).contains("Shorten the reason to 1,000 characters");
        assertThat(market.find(kettle.key()).active()).isTrue();
        assertThat(offers.history(kettle.key())).isEmpty();
    }

    @Test
    void of_two_operators_the_second_is_told() {
        takeOff("A copy.");

        assertThat(iris.get(takeOff("Another reason").location()).text())
                .contains("Somebody else has taken this offer off meanwhile")
                .contains("A copy.");
        giveBack();
        assertThat(iris.get(giveBack().location()).text()).contains("Somebody else has put this offer back meanwhile");
        OfferKey nobodys = new OfferKey(nadias, Marketplaces.US, new Sku("NO-SUCH"));
        assertThatThrownBy(() -> offers.giveBack(kettle.key(), "Iris")).isInstanceOf(LostRace.class);
        assertThat(offers.find(nobodys)).isEmpty();
        assertThat(iris.get("/operator/sellers/" + nadias + "/offer?sku=NO-SUCH")
                        .status())
                .isEqualTo(404);
        assertThat(iris.get("/operator/sellers/" + nadias + "/offer?sku=").status())
                .isEqualTo(404);
    }
}
