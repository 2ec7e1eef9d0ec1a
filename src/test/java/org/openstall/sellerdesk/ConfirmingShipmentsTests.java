package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.listings.Offer;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

/** Packages, their carriers and their tracking numbers, of one order and of many at once. */
@OpenstallTest
class ConfirmingShipmentsTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Orders orders;

    private KettleSeller nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadia = new KettleSeller(market, browsers);
    }

    @Test
    void a_shipment_is_confirmed_with_the_carrier_recognised_from_the_number() {
        Order order = nadia.sellsTo("Omar Haddad");

        Answer answer = nadia.confirms(order, "method", "Ground");

        assertThat(answer.location()).isEqualTo("/seller/orders/" + order.id());
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nadia.get(answer.location()).text())
                .contains("UPS · Ground", MarketFixture.UPS_NUMBER, "Shipment confirmed Jun 1, 2026, 9:00 AM PDT");
    }

    @Test
    void the_carrier_is_recognised_while_the_number_is_typed() {
        Answer choice = nadia.get("/seller/carrier?trackingNumber=" + MarketFixture.UPS_NUMBER, "HX-Request", "true");

        assertThat(choice.text()).contains("Recognized: UPS");
        assertThat(choice.body()).containsPattern("value=\"UPS\" selected").doesNotContain("<html");
    }

    @Test
    void a_wrong_number_is_refused_with_its_reason_and_the_form_keeps_what_was_typed() {
        Order order = nadia.sellsTo("Omar Haddad");

        Answer misread = nadia.post(
                "/seller/orders/" + order.id() + "/shipment",
                "trackingNumber",
                "1Z999AA10123456785",
                "carrier",
                "UPS",
                "method",
                "Two parcels");

        assertThat(misread.status()).isEqualTo(422);
        assertThat(misread.text()).contains("The check digit doesn’t fit", "For example: 1Z");
        assertThat(misread.body()).contains("value=\"1Z999AA10123456785\"", "value=\"Two parcels\"");
        assertThat(misread.body()).containsPattern("value=\"UPS\" selected");
    }

    @Test
    void a_number_that_nobody_knows_asks_for_the_carrier() {
        Order order = nadia.sellsTo("Omar Haddad");

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "HELLO");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("We don’t recognize this number");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_number_of_several_carriers_asks_which_one_it_is() {
        Order order = nadia.sellsTo("Omar Haddad");

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "1234-5678-9013");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This number could be one of Yamato Transport, Sagawa Express, Japan Post");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
        assertThat(nadia.get("/seller/carrier?trackingNumber=123456789013").text())
                .contains("Choose the carrier", "Yamato Transport Sagawa Express Japan Post");
    }

    @Test
    void a_carrier_without_a_name_of_its_own_is_told_in_the_language_of_the_page() {
        User omar = market.user("Omar Haddad");
        Order order = market.order(market.buyer(omar), nadia.kettle());
        String path = "/seller/orders/" + order.id();
        nadia.speaking("ko");

        assertThat(nadia.get("/seller/carrier?trackingNumber=RB123456785SG").text())
                .contains("자동 인식: 국제 우편", "국제 우편 UPS", "기타 택배사")
                .doesNotContain("International post", "Other carrier");
        Answer misread = nadia.post(path + "/shipment", "trackingNumber", "RB123456784SG", "carrier", "POST");
        assertThat(misread.status()).isEqualTo(422);
        assertThat(misread.text()).doesNotContain("International post");
        Answer confirmed = nadia.post(path + "/shipment", "trackingNumber", "RB123456785SG");
        assertThat(nadia.get(confirmed.location()).text())
                .contains("출고를 확인했습니다(국제 우편)", "국제 우편")
                .doesNotContain("International post");

        TestBrowser omars = browsers.openFor(omar).speaking("zh-TW");
        assertThat(omars.get("/orders/" + order.id()).text())
                .contains("國際郵件 · RB123456785SG")
                .doesNotContain("International post");
        assertThat(omars.speaking("en").get("/orders/" + order.id()).text())
                .contains("International post · RB123456785SG");
    }

    @Test
    void a_carrier_nobody_knows_needs_a_safe_tracking_page_or_none() {
        Order order = nadia.sellsTo("Omar Haddad");
        String[] bikes = {"carrier", "OTHER", "carrierName", "Bike Brothers", "trackingNumber", "BB-17"};

        Answer unsafe = nadia.post(
                "/seller/orders/" + order.id() + "/shipment",
                Stream.concat(Stream.of(bikes), Stream.of("trackingLink", "javascript:alert(1)"))
                        .toArray(String[]::new));
        assertThat(unsafe.status()).isEqualTo(422);
        assertThat(unsafe.text()).contains("beginning with https://");

        nadia.post(
                "/seller/orders/" + order.id() + "/shipment",
                Stream.concat(Stream.of(bikes), Stream.of("trackingLink", "https://bikes.example.com/17"))
                        .toArray(String[]::new));
        assertThat(nadia.get("/seller/orders/" + order.id()).body())
                .contains("href=\"https://bikes.example.com/17\" rel=\"noopener noreferrer nofollow external\"");
    }

    @Test
    void an_order_goes_in_several_packages() {
        Offer filters = market.offer(nadia.id(), "FILTERS-1", "Paper filters", "6.50", 9);
        Order order = market.order(market.buyer("Omar Haddad"), nadia.kettle(), 2, filters, 1);
        assertThat(nadia.get("/seller/orders/" + order.id()).text())
                .contains("What is in this package?", "of 2", "of 1");

        Answer many = nadia.confirms(order, "units.2", "3", "units.1", "0");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.text()).contains("you entered 3, but only 2 are left to ship");
        assertThat(nadia.confirms(order, "units.2", "one", "units.1", "0").text())
                .contains("Enter quantities as whole numbers.");
        assertThat(nadia.confirms(order, "units.1", "0", "units.2", "").text())
                .contains("Put at least one unit into the package.");

        Answer first = nadia.confirms(order, "units.2", "1", "units.1", "");
        assertThat(nadia.get(first.location()).text())
                .contains("Package 1 of order " + order.id() + " is confirmed. The rest is still to ship.")
                .contains("Partly shipped", "1 × ");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(nadia.get("/seller/orders").text()).contains("Partly shipped");

        nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "986578788855");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nadia.get("/seller/orders/" + order.id()).text()).contains("Package 2", "986578788855");
    }

    @Test
    void many_orders_are_confirmed_on_one_page_and_nothing_typed_is_lost() {
        Order one = nadia.sellsTo("Omar Haddad");
        Order two = nadia.sellsTo("Olga Petrova");
        Order three = nadia.sellsTo("Nina Park");
        Order shipped = nadia.sellsTo("Ida Berg");
        market.ship(shipped);
        assertThat(nadia.get("/seller/orders").text()).contains("Confirm chosen orders", "– → 100% late if missed");
        String chosen = "?order=" + one.id() + "&order=" + two.id() + "&order=" + three.id() + "&order=" + shipped.id();

        assertThat(nadia.get("/seller/orders/confirmation" + chosen).body())
                .contains("trackingNumber." + one.id(), "trackingNumber." + three.id())
                .doesNotContain("trackingNumber." + shipped.id());

        Answer answer = nadia.post(
                "/seller/orders/confirmation",
                "order",
                one.id().value(),
                "order",
                two.id().value(),
                "order",
                three.id().value(),
                "trackingNumber." + one.id(),
                "9865 7878 8855",
                "trackingNumber." + two.id(),
                "1Z999AA10123456785",
                "carrier." + two.id(),
                "UPS",
                "method." + two.id(),
                "By boat");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains(
                        "1 order is confirmed as shipped.",
                        "One row needs your attention.",
                        "The check digit doesn’t fit");
        assertThat(answer.body())
                .contains("value=\"1Z999AA10123456785\"", "value=\"By boat\"", "trackingNumber." + three.id())
                .doesNotContain("trackingNumber." + one.id());
        assertThat(market.find(one).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(market.find(two).status()).isEqualTo(OrderStatus.UNSHIPPED);

        Answer rest = nadia.post(
                "/seller/orders/confirmation",
                "order",
                two.id().value(),
                "order",
                one.id().value(),
                "trackingNumber." + two.id(),
                MarketFixture.UPS_NUMBER,
                "trackingNumber." + one.id(),
                "986578788855");
        assertThat(rest.location()).isEqualTo("/seller/orders");
        assertThat(nadia.get("/seller/orders").text())
                .contains("Orders confirmed as shipped: 2. These share a tracking number with another order");
        assertThat(market.find(two).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void a_number_used_twice_is_pointed_out_even_when_another_row_is_refused() {
        Order one = nadia.sellsTo("Omar Haddad");
        Order two = nadia.sellsTo("Olga Petrova");
        Order three = nadia.sellsTo("Nina Park");

        Answer answer = nadia.post(
                "/seller/orders/confirmation",
                "order",
                one.id().value(),
                "order",
                two.id().value(),
                "order",
                three.id().value(),
                "trackingNumber." + one.id(),
                "986578788855",
                "trackingNumber." + two.id(),
                "986578788855",
                "trackingNumber." + three.id(),
                "1Z999AA10123456785",
                "carrier." + three.id(),
                "UPS");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Orders confirmed as shipped: 2. These share a tracking number with another order")
                .contains("One row needs your attention.");
        assertThat(market.find(two).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(market.find(three).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void without_a_choice_or_a_number_nothing_is_confirmed() {
        Order order = nadia.sellsTo("Omar Haddad");

        assertThat(nadia.get(nadia.get("/seller/orders/confirmation").location())
                        .text())
                .contains("Choose at least one order first.");
        assertThat(nadia.get("/seller/orders/confirmation?all=true&shown=" + order.id() + "&shown=x")
                        .body())
                .contains("trackingNumber." + order.id());
        Answer empty =
                nadia.post("/seller/orders/confirmation", "order", order.id().value());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Enter at least one tracking number.");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_tracking_number_is_corrected() {
        Order order = nadia.sellsTo("Omar Haddad");
        nadia.confirms(order);
        String page = "/seller/orders/" + order.id() + "/packages/1";
        assertThat(nadia.get(page).body()).contains("value=\"" + MarketFixture.UPS_NUMBER + "\"");

        Answer wrong = nadia.post(page + "/label", "trackingNumber", "1Z999AA10123456785", "carrier", "UPS");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The check digit doesn’t fit");

        Answer right = nadia.post(page + "/label", "trackingNumber", "986578788855");
        assertThat(nadia.get(right.location()).text()).contains("Package 1 has a new label.", "986578788855");
        assertThat(nadia.get(page).text()).contains("Earlier labels", MarketFixture.UPS_NUMBER);

        market.deliver(order);
        Answer late = nadia.post(page + "/label", "trackingNumber", MarketFixture.UPS_NUMBER);
        assertThat(nadia.get(late.location()).text()).contains("Its tracking can’t be changed any more.");
        Answer delivered = nadia.get("/seller/orders/" + order.id());
        assertThat(delivered.text()).contains("Earlier labels").doesNotContain("Edit tracking");
        assertThat(nadia.get(delivered.find("href=\"(" + page + ")\"")).text())
                .contains("Earlier labels", MarketFixture.UPS_NUMBER);
    }

    @Test
    void a_delivered_package_whose_label_was_never_corrected_leads_to_no_earlier_labels() {
        Order order = nadia.sellsTo("Omar Haddad");
        nadia.confirms(order);
        market.deliver(order);

        assertThat(nadia.get("/seller/orders/" + order.id()).text()).doesNotContain("Earlier labels", "Edit tracking");
    }

    @Test
    void confirming_twice_changes_nothing_and_says_so() {
        Order order = nadia.sellsTo("Omar Haddad");
        nadia.confirms(order);

        assertThat(nadia.confirms(order).status()).isEqualTo(303);
        Answer other =
                nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "9400111206206406260787");
        assertThat(other.status()).as(other.text()).isEqualTo(303);
        assertThat(nadia.get(other.location()).text())
                .contains("already confirmed with another tracking number")
                .contains(MarketFixture.UPS_NUMBER);
    }

    @Test
    void an_order_cancelled_meanwhile_is_not_confirmed() {
        Order order = nadia.sellsTo("Omar Haddad");
        orders.cancel(nadia.id(), order.id(), CancelReason.BUYER_REQUEST);

        Answer answer = nadia.confirms(order);

        assertThat(nadia.get(answer.location()).text()).contains("cancelled meanwhile. Don’t ship it");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }
}
