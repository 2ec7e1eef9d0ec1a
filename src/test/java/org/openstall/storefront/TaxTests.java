package org.openstall.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.CheckoutForm;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.feeds.OrderReport;
import org.openstall.feeds.OrderReports;
import org.openstall.identity.User;
import org.openstall.kernel.Audit;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.ordering.LineTax;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.ordering.TaxCalculator;
import org.openstall.ordering.Taxable;
import org.openstall.ordering.Taxes;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With a calculator of the operator's own: a tenth of everything that goes to Washington, later an eighth. */
@OpenstallTest
// Another program than the other tests have, and an index has room for one.
@TestPropertySource(properties = "openstall.data=target/test-data-tax")
@DirtiesContext
class TaxTests {
    @TestConfiguration
    static class Operator {
        @Bean
        WashingtonTax washingtonTax() {
            return new WashingtonTax();
        }
    }

    static class WashingtonTax implements TaxCalculator {
        private volatile int part = 10;

        @Override
        public Taxes on(Taxable order) {
            return "WA".equals(order.destination().state())
                    ? new Taxes(
                            order.lines().stream()
                                    .map(it -> new LineTax(part(it.price()), part(it.giftWrap())))
                                    .toList(),
                            part(order.shipping()))
                    : Taxes.none(order);
        }

        private Money part(Money whole) {
            return whole.fraction(1, part);
        }
    }

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private WashingtonTax washington;

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
    private List<Audit> audits;

    private SellerId nadias;
    private User omar;
    private TestBrowser shop;

    @BeforeEach
    void omar_wants_two_wrapped_kettles() {
        nadias = market.seller("Nadia's Kitchen");
        Offer kettle = market.offer(nadias, "KETTLE", "Gooseneck kettle", "50.00", 9);
        offers.edit(kettle.key(), new OfferEdit(null, null, null, null, null, new Gifts(true, true), null), "Nadia");
        gifts.save(nadias, Marketplaces.US, new GiftTerms(true, Money.of(300, "USD")));
        omar = market.user("Omar Haddad");
        shop = browsers.openFor(omar);
        shop.post("/cart/items", "seller", nadias.value(), "sku", "KETTLE", "quantity", "2");
    }

    private String[] form(Answer page, String region, String postcode) {
        String kettle = nadias + " KETTLE";
        return CheckoutForm.to("Omar Haddad", region, postcode, page, "gift", kettle, "wrap " + kettle, "300");
    }

    private List<Order> ordered() {
        return orders.of(omar.signedIn().buyer(), null, 10).items();
    }

    private Answer live(String region, String postcode) {
        return shop.post("/checkout/delivery", form(shop.get("/checkout"), region, postcode));
    }

    @Test
    void a_tax_is_shown_paid_frozen_and_reported() throws IOException {
        Answer page = live("WA", "98101");
        assertThat(page.text()).contains("Tax $11.10").contains("Place order for $122.09");

        Answer answer = shop.post("/checkout", form(page, "WA", "98101"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);

        Order order = ordered().getFirst();
        assertThat(order.lines().getFirst().tax()).isEqualTo(new LineTax(Money.of(1_000, "USD"), Money.of(60, "USD")));
        assertThat(order.shippingTax()).isEqualTo(Money.of(50, "USD"));
        assertThat(order.total()).isEqualTo(Money.of(12_209, "USD"));
        assertThat(payments.of(nadias, order.id()).orElseThrow().amount()).isEqualTo(order.total());

        TestBrowser desk = browsers.openFor(market.userOf(nadias, "Nadia"));
        assertThat(shop.get("/orders/" + order.id()).text())
                .contains("Tax $11.10")
                .contains("$122.09");
        assertThat(desk.get("/seller/orders/" + order.id()).text())
                .contains("Tax $11.10")
                .contains("$122.09");
        assertThat(desk.get("/seller/orders?tab=all").text()).contains("$122.09");
        StringBuilder report = new StringBuilder();
        reports.write(OrderReport.ALL_ORDERS, nadias, market.us(), 1, report);
        List<List<String>> rows =
                report.toString().lines().map(it -> List.of(it.split("\t", -1))).toList();
        assertThat(List.of("item-tax", "shipping-tax", "gift-wrap-tax"))
                .extracting(it -> rows.get(1).get(rows.getFirst().indexOf(it)))
                .containsExactly("10.00", "0.50", "0.60");

        market.ship(order);
        assertThat(payments.of(nadias, order.id()).orElseThrow().state()).isNotEqualTo(Payment.State.AUTHORIZED);
        assertThat(audits).allSatisfy(it -> assertThat(Differences.of(it))
                .noneMatch(difference -> difference.contains(nadias.value())));
    }

    @Test
    void where_there_is_no_tax_nobody_speaks_of_it() {
        Answer page = live("OR", "97205");
        assertThat(page.text()).doesNotContain("Tax");
        assertThat(shop.post("/checkout", form(page, "OR", "97205")).status()).isEqualTo(303);
        assertThat(ordered().getFirst().tax()).isEqualTo(Money.of(0, "USD"));
        assertThat(shop.get("/orders/" + ordered().getFirst().id()).text()).doesNotContain("Tax");
    }

    @Test
    void another_tax_than_the_page_showed_orders_nothing_and_is_said() {
        Answer untaxed = live("OR", "97205");
        assertThat(shop.post("/checkout", form(untaxed, "WA", "98101")).text())
                .contains("The taxes are not what this page showed.")
                .contains("Nothing has been ordered or charged.")
                .contains("Tax $11.10");
        Answer page = live("WA", "98101");
        washington.part = 8;
        try {
            Answer refused = shop.post("/checkout", form(page, "WA", "98101"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("The taxes are not what this page showed.");
            assertThat(ordered()).isEmpty();
            assertThat(shop.post("/checkout", form(refused, "WA", "98101")).status())
                    .isEqualTo(303);
        } finally {
            washington.part = 10;
        }
    }
}
