package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.feeds.OrderReport;
import org.openstall.feeds.OrderReports;
import org.openstall.identity.User;
import org.openstall.kernel.Audit;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.Gift;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.springframework.beans.factory.annotation.Autowired;

/** Omar gives away what Nadia sells: what he pays for, what she reads, and what the receiver does not. */
@OpenstallTest
class GiftTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private GiftSettings gifts;

    @Autowired
    private Offers offers;

    @Autowired
    private Orders orders;

    @Autowired
    private Payments payments;

    @Autowired
    private OrderReports reports;

    @Autowired
    private Catalog catalog;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private Offer kettle;
    private User omar;
    private TestBrowser shop;
    private TestBrowser desk;

    @BeforeEach
    void nadia_wraps_kettles_for_three_and_a_half_dollars() {
        clock.stopAt(Instant.parse("2026-06-08T17:00:00Z"));
        nadias = market.seller("Nadia's Kitchen");
        kettle = giftable(market.offer(nadias, "KETTLE 1", "Gooseneck kettle", "49.90", 9));
        omar = market.user("Omar Haddad");
        shop = browsers.openFor(omar);
        desk = browsers.openFor(market.userOf(nadias, "Nadia"));
        wrapFor("3.50");
    }

    private Offer giftable(Offer offer) {
        offers.edit(offer.key(), new OfferEdit(null, null, null, null, null, new Gifts(true, true), null), "Nadia");
        return market.find(offer.key());
    }

    private void wrapFor(String price) {
        assertThat(desk.post("/seller/gifts", "offered", "true", "wrap", price).location())
                .isEqualTo("/seller/gifts");
    }

    private Answer checkout(Offer offer, int quantity) {
        CartForm.add(shop, offer, quantity);
        return shop.get("/checkout");
    }

    private static String[] form(Answer page, String... more) {
        return CheckoutForm.to("Maya Haddad", "OR", "97205", page, more);
    }

    private String[] given(Answer page, String message, String wrap) {
        return given(page, kettle.key(), message, wrap);
    }

    private static String[] given(Answer page, OfferKey offer, String message, String wrap) {
        String name = offer.seller() + " " + offer.sku();
        return form(page, "gift", name, "message " + name, message, "wrap " + name, wrap);
    }

    private List<Order> ordered() {
        return orders.of(omar.signedIn().buyer(), null, 10).items();
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }

    @Test
    void a_wrapped_gift_is_paid_for_frozen_and_told_to_the_seller_and_its_slip_has_words_but_no_prices()
            throws IOException {
        Answer page = checkout(kettle, 2);
        assertThat(page.text())
                .contains("Gooseneck kettle is a gift")
                .contains("Gift wrap for $3.50 each, $7.00 in all");
        Answer live = shop.post("/checkout/delivery", given(page, "", "350"));
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.text()).contains("Gift wrap $7.00").contains("Place order for $111.79");
        assertThat(ordered()).isEmpty();

        Answer answer = shop.post("/checkout", given(page, "Happy birthday, Maya!\r\n  - Omar\t:)\r\n", "350"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);

        Order order = ordered().getFirst();
        assertThat(order.lines().getFirst().gift()).isEqualTo(new Gift("Happy birthday, Maya!\n  - Omar :)", usd(350)));
        assertThat(order.giftWrap()).isEqualTo(usd(700));
        assertThat(order.total()).isEqualTo(usd(9_980 + 499 + 700));
        assertThat(payments.of(nadias, order.id()).orElseThrow().amount()).isEqualTo(order.total());

        gifts.save(nadias, Marketplaces.US, new GiftTerms(false, null));
        assertThat(shop.get("/orders/" + order.id()).text())
                .contains("Gift, wrapped")
                .contains("Happy birthday, Maya!")
                .contains("Gift wrap $7.00");
        assertThat(desk.get("/seller/orders").text()).contains("2 units · Gift");
        assertThat(desk.get("/seller/orders/" + order.id()).text())
                .contains("wrap 2 units")
                .contains("Happy birthday, Maya! - Omar :)")
                .contains("Gift wrap $7.00")
                .contains("$111.79");
        assertThat(desk.get("/seller/orders/slips?order=" + order.id()).text())
                .contains("A gift for you, wrapped")
                .contains("Happy birthday, Maya!")
                .doesNotContain("$");
        assertThat(desk.get("/seller/orders?format=csv").body())
                .contains("7.00")
                .contains("Happy birthday, Maya!");
        assertThat(mails(order))
                .hasSize(2)
                .allMatch(it -> it.contains("Gift, wrapped"))
                .anyMatch(it -> it.contains("This order is a gift: wrap 2 units."));
        StringBuilder report = new StringBuilder();
        reports.write(OrderReport.ALL_ORDERS, nadias, market.us(), 1, report);
        assertThat(cell(report, "gift-wrap-price")).isEqualTo("7.00");
        assertThat(cell(report, "item-price")).isEqualTo("99.80");

        market.ship(order);
        assertThat(payments.of(nadias, order.id()).orElseThrow().state()).isNotEqualTo(Payment.State.AUTHORIZED);
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it))
                .noneMatch(difference -> difference.contains(nadias.value())));
    }

    private List<String> mails(Order order) {
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        return Pattern.compile("/operator/mail/" + nadias + "/[-0-9a-f]+")
                .matcher(iris.get("/operator/mail?q=" + order.id()).body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(it -> iris.get(it).text())
                .toList();
    }

    private static String cell(StringBuilder report, String column) {
        List<String[]> rows =
                report.toString().lines().map(it -> it.split("\t", -1)).toList();
        return rows.get(1)[List.of(rows.getFirst()).indexOf(column)];
    }

    @Test
    void sending_the_page_twice_gives_away_once() {
        String[] form = given(checkout(kettle, 1), "Hi", "350");
        String first = shop.post("/checkout", form).location();
        assertThat(shop.post("/checkout", form).location()).isEqualTo(first);
        assertThat(ordered()).hasSize(1);
    }

    @Test
    void a_gift_without_words_or_wrap_still_hides_prices() {
        Answer page = checkout(kettle, 1);
        shop.post("/checkout", given(page, "", ""));
        Order order = ordered().getFirst();
        assertThat(order.isGift()).isTrue();
        assertThat(order.giftWrap()).isEqualTo(usd(0));
        assertThat(desk.get("/seller/orders/slips?order=" + order.id()).text())
                .contains("A gift for you")
                .doesNotContain("$");
    }

    @Test
    void what_was_typed_for_a_line_that_is_no_gift_after_all_does_not_matter() {
        String name = nadias + " KETTLE 1";
        shop.post("/checkout", form(checkout(kettle, 1), "message " + name, "Hi", "wrap " + name, "350"));
        assertThat(ordered().getFirst().isGift()).isFalse();
    }

    @Test
    void another_price_of_wrapping_is_said_and_nothing_is_charged() {
        Answer page = checkout(kettle, 1);
        wrapFor("4");

        Answer answer = shop.post("/checkout", given(page, "Hi", "350"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("The gift options are no longer what this page showed for: Gooseneck kettle.")
                .contains("Nothing has been ordered or charged.")
                .contains("Gift wrap for $4.00")
                .contains("Hi");
        assertThat(ordered()).isEmpty();
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(9);
        assertThat(shop.post("/checkout", given(answer, "Hi", "400")).status()).isEqualTo(303);
        assertThat(ordered().getFirst().giftWrap()).isEqualTo(usd(400));
    }

    @Test
    void gifts_that_are_offered_no_longer_are_refused() {
        Answer page = checkout(kettle, 1);
        gifts.save(nadias, Marketplaces.US, new GiftTerms(false, usd(350)));
        assertThat(shop.post("/checkout", given(page, "", "")).text()).contains("The gift options are no longer");
        assertThat(shop.get("/checkout").text()).doesNotContain("is a gift");
        assertThat(ordered()).isEmpty();
    }

    @Test
    void a_forged_form_gets_no_wrap_where_none_is_offered_and_none_for_less() {
        Offer pan = market.offer(nadias, "PAN", "Pan", "20.00", 3);
        Answer page = checkout(pan, 1);
        assertThat(page.text()).doesNotContain("Gift options");

        assertThat(shop.post("/checkout", given(page, pan.key(), "", "0")).status())
                .isEqualTo(422);
        assertThat(shop.post("/checkout", given(page, kettle.key(), "", "350")).status())
                .isEqualTo(422);
        shop.post("/cart/items/quantity", "seller", nadias.value(), "sku", "PAN", "quantity", "0");
        assertThat(shop.post("/checkout", given(checkout(kettle, 1), "", "1")).status())
                .isEqualTo(422);
        assertThat(ordered()).isEmpty();
    }

    @Test
    void books_are_gifts_only_where_the_operator_allows_it_whatever_the_seller_says() {
        OfferKey key = new OfferKey(nadias, Marketplaces.US, new Sku("BOOK"));
        NewProduct book = new NewProduct("A book", "Hollin", "books", "BOOK", null, Map.of(), List.of(), null, null);
        offers.listAll(List.of(new NewOffer(
                key,
                catalog.add(book).id(),
                Condition.NEW,
                Terms.of(usd(900), 3).with(new Gifts(true, true)),
                true)));
        Answer page = checkout(market.find(key), 1);
        assertThat(page.text()).doesNotContain("Gift options");
        assertThat(shop.post("/checkout", given(page, key, "Read this", "")).status())
                .isEqualTo(422);
        assertThat(desk.get("/seller/gifts").text()).contains("never sold as gifts");

        allowMedia(0, 1);
        try {
            assertThat(desk.get("/seller/gifts").text()).doesNotContain("never sold as gifts");
            Answer allowed = shop.get("/checkout");
            assertThat(allowed.text()).contains("Gift options");
            assertThat(shop.post("/checkout", given(allowed, key, "Read this", ""))
                            .status())
                    .isEqualTo(303);
        } finally {
            allowMedia(1, 0);
        }
    }

    private void allowMedia(int seen, int wanted) {
        marketplaces.change(
                Marketplaces.US,
                Policy.GIFTS_FOR_MEDIA,
                BigDecimal.valueOf(seen),
                BigDecimal.valueOf(wanted),
                "Iris",
                "Readers asked for it");
    }

    @Test
    void messages_of_all_scripts_arrive_as_they_were_written() {
        String message = "생일 축하해요! 🎂\n生日快樂！\nعيد ميلاد سعيد\n<b>&amp; \"Omar\"</b>";
        shop.post("/checkout", given(checkout(kettle, 1), message.replace("\n", "\r\n"), ""));

        Order order = ordered().getFirst();
        assertThat(order.lines().getFirst().gift()).isEqualTo(new Gift(message, null));
        assertThat(desk.get("/seller/orders/slips?order=" + order.id()).text())
                .contains("생일 축하해요! 🎂")
                .contains("生日快樂！")
                .contains("عيد ميلاد سعيد")
                .contains("<b>&amp; \"Omar\"</b>");
    }

    @Test
    void a_message_that_cannot_be_printed_is_refused_beside_its_field_and_kept() {
        Answer page = checkout(kettle, 1);
        for (Map.Entry<String, String> wrong : Map.of(
                        "Ring\u0007",
                        "control characters",
                        "x".repeat(241),
                        "longer than 240 characters",
                        "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk",
                        "more than 10 lines")
                .entrySet()) {
            Answer answer = shop.post("/checkout", given(page, wrong.getKey(), "350"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains(wrong.getValue()).contains("Nothing has been ordered or charged.");
        }
        assertThat(shop.post("/checkout", given(page, "x".repeat(241), "350")).text())
                .contains("x".repeat(241));
        assertThat(shop.post("/checkout", given(page, "Happy\u0000birthday", "350"))
                        .status())
                .isEqualTo(400);
        assertThat(ordered()).isEmpty();
        assertThat(shop.post("/checkout", given(page, "🎂".repeat(240), "350")).status())
                .isEqualTo(303);
    }

    @Test
    void a_seller_settles_what_wrapping_costs_or_reads_what_is_wrong() {
        assertThat(desk.get("/seller/gifts").body()).contains("value=\"3.50\"").contains("checked");
        for (String wrong : List.of("free", "-1", "1.234", "10000.01")) {
            Answer answer = desk.post("/seller/gifts", "offered", "true", "wrap", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"" + wrong + "\"").contains("is-invalid");
        }
        assertThat(gifts.of(nadias, Marketplaces.US)).isEqualTo(new GiftTerms(true, usd(350)));

        wrapFor("0");
        assertThat(checkout(kettle, 1).text()).contains("Gift wrap, free of charge");
        wrapFor("");
        assertThat(shop.get("/checkout").text()).contains("is a gift").doesNotContain("Gift wrap");
        desk.post("/seller/gifts", "wrap", "3.50");
        assertThat(shop.get("/checkout").text()).doesNotContain("is a gift");
    }
}
