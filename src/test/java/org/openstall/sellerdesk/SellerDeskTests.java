package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.MarketFixture.Buyer;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class SellerDeskTests {
    /** A Monday, nine in the morning in Los Angeles. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T16:00:00Z");

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Orders orders;

    @Autowired
    private Sellers sellers;

    @Autowired
    private FeedbackDesk feedback;

    private SellerId seller;
    private Offer kettle;
    private TestBrowser nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MONDAY);
        seller = market.seller("Nadia's Kitchen");
        kettle = market.offer(seller, "KETTLE-1", "Gooseneck kettle", "49.90", 40);
        nadia = browsers.openFor(market.userOf(seller, "Nadia"));
    }

    private Order order(String buyer) {
        return market.order(market.buyer(buyer), kettle);
    }

    private Order now(Order order) {
        return orders.get(seller, order.id());
    }

    // Today

    @Test
    void today_shows_what_is_due_with_its_deadline_and_its_effect() {
        for (int i = 0; i < 9; i++) {
            market.ship(order("Buyer " + i));
        }
        Order waiting = order("Omar Haddad");
        clock.stopAt(waiting.shipBy().minus(Duration.ofMinutes(192)));

        String text = nadia.get("/seller").text();

        assertThat(text)
                .contains("Due today", "Gooseneck kettle", waiting.id().value(), "in 3 h 12 min")
                .contains("Late shipment rate, short term 0% → to 10% if missed");
    }

    @Test
    void an_overdue_order_comes_first_and_counts_as_late() {
        Order waiting = order("Omar Haddad");
        clock.stopAt(waiting.shipBy().plus(Duration.ofHours(5)));

        String text = nadia.get("/seller").text();

        assertThat(text).contains("Do first", "5 h ago", "Already counts as late", "1 of 1 orders", "target: under 4%");
    }

    @Test
    void once_everything_due_is_shipped_the_day_is_done() {
        Order waiting = order("Omar Haddad");
        clock.stopAt(waiting.shipBy().minus(Duration.ofHours(3)));
        assertThat(nadia.get("/seller").text()).doesNotContain("Done for today");

        Answer confirmed = confirm(waiting, "from", "today");

        assertThat(confirmed.location()).isEqualTo("/seller");
        assertThat(nadia.get("/seller").text())
                .contains("One offer has not been reviewed for 24 hours")
                .doesNotContain("Done for today")
                .contains("Order " + waiting.id() + " is confirmed as shipped with UPS.");

        assertThat(nadia.post("/seller/inventory/review", "from", "today").location())
                .isEqualTo("/seller");
        assertThat(nadia.get("/seller").text()).contains("Done for today", "no order is waiting");
    }

    @Test
    void negative_feedback_shows_what_it_did_until_it_is_read() {
        market.livedOrder("Ada", 5, "Lovely", kettle);
        market.livedOrder("Bo", 4, "", kettle);
        market.livedOrder("Cy", 5, "", kettle);
        market.livedOrder("Dee", 1, "Arrived broken", kettle);

        Answer today = nadia.get("/seller");
        assertThat(today.text())
                .contains("Negative feedback from Dee", "Arrived broken", "3 new ratings without complaint")
                .contains("Order defect rate 0% → to 25% because of this feedback")
                .contains("97 more orders without a defect would bring it back on target");

        String id = today.find("name=\"id\" value=\"([^\"]+)\"");
        assertThat(nadia.post("/seller/feedback/read", "id", id).location()).isEqualTo("/seller");
        assertThat(nadia.get("/seller").text()).doesNotContain("Negative feedback from Dee");
    }

    @Test
    void what_runs_out_is_on_the_list() {
        Offer last = market.offer(seller, "LAST-1", "Last mug", "9.00", 1);
        Offer few = market.offer(seller, "FEW-1", "Few spoons", "4.00", 10);
        market.offer(seller, "OLD-1", "Old lamp", "4.00", 0);
        market.order(market.buyer("Omar"), last);
        for (int i = 0; i < 7; i++) {
            market.order(market.buyer("Omar"), few);
        }

        assertThat(nadia.get("/seller").text())
                .contains("Last mug", "Out of stock", "About 1 sale a week is lost until it is back")
                .contains("Few spoons FEW-1 · 3 left · 1 a day Gone in about 3 days at this pace")
                .contains("Best sellers Few spoons 7 sold in 30 days · 1 a day 3 days")
                .doesNotContain("Old lamp");
    }

    // Orders

    @Test
    void tabs_hold_orders_by_what_is_to_be_done() {
        Order open = order("Omar Haddad");
        Order shipped = order("Mina Seo");
        market.ship(shipped);
        Order cancelled = order("Lin Chen");
        orders.cancel(seller, cancelled.id(), CancelReason.BUYER_REQUEST);

        assertThat(nadia.get("/seller/orders").text())
                .contains(open.id().value())
                .doesNotContain(shipped.id().value(), cancelled.id().value());
        assertThat(nadia.get("/seller/orders?tab=shipped").text())
                .contains(shipped.id().value())
                .doesNotContain(open.id().value());
        assertThat(nadia.get("/seller/orders?tab=cancelled").text())
                .contains(cancelled.id().value());
        assertThat(nadia.get("/seller/orders?tab=all").text())
                .contains(
                        open.id().value(), shipped.id().value(), cancelled.id().value());
    }

    @Test
    void orders_are_found_by_id_and_by_the_beginning_of_the_buyers_name() {
        Order omars = order("Omar Haddad");
        Order minas = order("Mina Seo");

        assertThat(nadia.get("/seller/search?q=" + omars.id()).location()).isEqualTo("/seller/orders/" + omars.id());
        assertThat(nadia.get("/seller/search?q=mina").location()).isEqualTo("/seller/orders/" + minas.id());
        assertThat(nadia.get("/seller/search?q=KETT").location()).isEqualTo("/seller/inventory?q=KETT");
        assertThat(nadia.get("/seller/orders?q=oMAR&tab=all").text())
                .contains(omars.id().value())
                .doesNotContain(minas.id().value());
        assertThat(nadia.get("/seller/orders?q=nobody&tab=all").text()).contains("Nothing found for “nobody”");
    }

    @Test
    void a_long_list_is_paged_without_loss_or_repetition() {
        Offer mug = market.offer(seller, "MUG-1", "Mug", "9.00", 500);
        List<Order> all = Stream.generate(() -> market.order(market.buyer("Pat"), mug))
                .limit(60)
                .toList();

        Answer first = nadia.get("/seller/orders?tab=all&q=pat");
        Answer second = nadia.get(first.find("href=\"([^\"]+)\" rel=\"next\"").replace("&amp;", "&"));

        assertThat(all).allSatisfy(it -> assertThat(links(first, it) ^ links(second, it))
                .as(it.id().value())
                .isTrue());
        assertThat(second.body()).doesNotContain("rel=\"next\"");
    }

    private static boolean links(Answer page, Order order) {
        return page.body().contains("href=\"/seller/orders/" + order.id() + '"');
    }

    @Test
    void the_csv_has_every_order_of_the_view_and_no_formula() {
        Order tricky = order("=HYPERLINK(\"http://x\")");
        order("Omar, Jr.");

        Answer csv = nadia.get("/seller/orders?tab=all&format=csv");

        assertThat(csv.headers().getOrDefault("content-type", List.of()).toString())
                .contains("text/csv");
        assertThat(csv.body())
                .startsWith("\ufeffOrder id,")
                .contains(
                        tricky.id().value(),
                        "\"'=HYPERLINK(\"\"http://x\"\")\"",
                        "\"Omar, Jr.\"",
                        "2026-06-01T09:00-07:00");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(nadia.get("/seller/orders?tab=cancelled&format=csv").body().lines())
                .hasSize(1);
    }

    // One order

    private Answer confirm(Order order, String... more) {
        String[] fields = Stream.concat(
                        Stream.of("trackingNumber", MarketFixture.UPS_NUMBER, "serviceLevel", "STANDARD"),
                        Stream.of(more))
                .toArray(String[]::new);
        return nadia.post("/seller/orders/" + order.id() + "/shipment", fields);
    }

    @Test
    void a_shipment_is_confirmed_with_the_carrier_recognised_from_the_number() {
        Order order = order("Omar Haddad");

        Answer answer = confirm(order, "method", "Ground");

        assertThat(answer.location()).isEqualTo("/seller/orders/" + order.id());
        assertThat(now(order).status()).isEqualTo(OrderStatus.SHIPPED);
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
        Order order = order("Omar Haddad");

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
        Order order = order("Omar Haddad");

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "HELLO");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("We don’t recognize this number");
        assertThat(now(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_number_of_several_carriers_asks_which_one_it_is() {
        Order order = order("Omar Haddad");

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "1234-5678-9013");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This number could be one of Yamato Transport, Sagawa Express, Japan Post");
        assertThat(now(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
        assertThat(nadia.get("/seller/carrier?trackingNumber=123456789013").text())
                .contains("Choose the carrier", "Yamato Transport Sagawa Express Japan Post");
    }

    @Test
    void an_order_goes_in_several_packages() {
        Offer filters = market.offer(seller, "FILTERS-1", "Paper filters", "6.50", 9);
        Order order = market.order(market.buyer("Omar Haddad"), kettle, 2, filters, 1);
        assertThat(nadia.get("/seller/orders/" + order.id()).text())
                .contains("What is in this package?", "of 2", "of 1");

        Answer many = confirm(order, "units.2", "3", "units.1", "0");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.text()).contains("you entered 3, but only 2 are left to ship");
        assertThat(confirm(order, "units.2", "one", "units.1", "0").text())
                .contains("Enter quantities as whole numbers.");
        assertThat(confirm(order, "units.1", "0", "units.2", "").text())
                .contains("Put at least one unit into the package.");

        Answer first = confirm(order, "units.2", "1", "units.1", "");
        assertThat(nadia.get(first.location()).text())
                .contains("Package 1 of order " + order.id() + " is confirmed. The rest is still to ship.")
                .contains("Partly shipped", "1 × ");
        assertThat(now(order).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(nadia.get("/seller/orders").text()).contains("Partly shipped");

        nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "986578788855");
        assertThat(now(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(nadia.get("/seller/orders/" + order.id()).text()).contains("Package 2", "986578788855");
    }

    @Test
    void many_orders_are_confirmed_on_one_page_and_nothing_typed_is_lost() {
        Order one = order("Omar Haddad");
        Order two = order("Olga Petrova");
        Order three = order("Nina Park");
        Order shipped = order("Ida Berg");
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
        assertThat(now(one).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(now(two).status()).isEqualTo(OrderStatus.UNSHIPPED);

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
        assertThat(now(two).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void without_a_choice_or_a_number_nothing_is_confirmed() {
        Order order = order("Omar Haddad");

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
        assertThat(now(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_tracking_number_is_corrected() {
        Order order = order("Omar Haddad");
        confirm(order);
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
    }

    @Test
    void a_carrier_nobody_knows_needs_a_safe_tracking_page_or_none() {
        Order order = order("Omar Haddad");
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
    void confirming_twice_changes_nothing_and_says_so() {
        Order order = order("Omar Haddad");
        confirm(order);

        assertThat(confirm(order).status()).isEqualTo(303);
        Answer other =
                nadia.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", "9400111206206406260787");
        assertThat(other.status()).as(other.text()).isEqualTo(303);
        assertThat(nadia.get(other.location()).text())
                .contains("already confirmed with another tracking number")
                .contains(MarketFixture.UPS_NUMBER);
    }

    @Test
    void an_order_cancelled_meanwhile_is_not_confirmed() {
        Order order = order("Omar Haddad");
        orders.cancel(seller, order.id(), CancelReason.BUYER_REQUEST);

        Answer answer = confirm(order);

        assertThat(nadia.get(answer.location()).text()).contains("cancelled meanwhile. Don’t ship it");
        assertThat(now(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void before_cancelling_the_page_says_what_it_costs() {
        Order order = order("Omar Haddad");
        for (int i = 0; i < 9; i++) {
            order("Buyer " + i);
        }

        Answer page = nadia.get("/seller/orders/" + order.id());
        assertThat(page.text())
                .contains("The buyer asked for it Doesn’t count against you.")
                .contains("Out of stock Counts as cancelled by you: Pre-fulfillment cancel rate 0% → to 10%");

        nadia.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK");
        assertThat(now(order).cancelReason()).isEqualTo(CancelReason.OUT_OF_STOCK);
        assertThat(nadia.get("/seller/health").text()).contains("10% 1 of 10 orders");
    }

    @Test
    void a_shipped_order_cannot_be_cancelled() {
        Order order = order("Omar Haddad");
        market.ship(order);

        Answer answer = nadia.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK");

        assertThat(nadia.get(answer.location()).text())
                .contains("shipped or cancelled meanwhile. Nothing was changed.");
        assertThat(now(order).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void nobody_sees_or_touches_another_sellers_orders_and_offers() {
        Order order = order("Omar Haddad");
        User rival = market.userOf(market.seller("Rival"), "Rita");
        TestBrowser rita = browsers.openFor(rival);

        assertThat(rita.get("/seller/orders/" + order.id()).status()).isEqualTo(404);
        assertThat(rita.get("/seller/inventory/offer?sku=KETTLE-1").status()).isEqualTo(404);
        assertThat(rita.post("/seller/orders/" + order.id() + "/shipment", "trackingNumber", MarketFixture.UPS_NUMBER)
                        .status())
                .isEqualTo(404);
        assertThat(rita.post("/seller/orders/" + order.id() + "/cancellation", "reason", "OUT_OF_STOCK")
                        .status())
                .isEqualTo(404);
        assertThat(rita.post("/seller/inventory/offer", "sku", "KETTLE-1", "price", "1", "quantity", "1")
                        .status())
                .isEqualTo(404);
        assertThat(rita.get("/seller/search?q=" + order.id()).location()).startsWith("/seller/orders?");
        assertThat(now(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    // Inventory

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
                "seenQuantity",
                "40",
                "handling",
                "3");

        assertThat(row.status()).isEqualTo(200);
        assertThat(row.body()).startsWith("<tr").contains("value=\"44.50\"", "value=\"38\"", "Saved");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(38);
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE-1").text())
                .contains("Price $49.90 $44.50 Nadia", "Handling days 2 (standard) 3 Nadia");
    }

    @Test
    void an_edit_that_leaves_the_quantity_alone_does_not_undo_a_sale() {
        order("Omar Haddad");

        nadia.post(
                "/seller/inventory/offer",
                "sku",
                "KETTLE-1",
                "price",
                "44.50",
                "quantity",
                "40",
                "seenQuantity",
                "40",
                "handling",
                "");

        assertThat(market.find(kettle.key()).quantity()).isEqualTo(39);
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
                "seenQuantity",
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
                "seenQuantity",
                "40",
                "handling",
                "-1");

        assertThat(row.status()).isEqualTo(422);
        assertThat(row.text()).contains("Enter a price such as 12.50.", "Enter a whole number.");
        assertThat(row.body()).contains("value=\"cheap\"", "value=\"many\"", "value=\"99\"");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<html", "value=\"-3\"");
        assertThat(market.find(kettle.key())).isEqualTo(kettle);
    }

    @Test
    void all_terms_of_an_offer_are_set_on_its_page() {
        Answer refused = terms("minimum", "50", "maximum", "60", "note", "Box opened");
        Answer saved = terms("minimum", "40", "maximum", "60", "note", "Box opened");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The price is below your minimum.");
        assertThat(refused.body()).contains("value=\"60\"", "Box opened");
        assertThat(nadia.get(saved.location()).text())
                .contains("Minimum price – $40.00 Nadia", "Handling days 2 (standard) 1–3 Nadia")
                .contains("Condition note – Box opened Nadia", "Gift wrap Not allowed Allowed Nadia");
        assertThat(market.find(kettle.key()).quantity()).isEqualTo(40);
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
                                        "seenQuantity",
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
        market.offer(seller, "MUG-1", "Last mug", "9.00", 0);
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
        String[] form = {"sku", "KETTLE-1", "price", "49.90", "quantity", "37", "seenQuantity", "40", "reason", "other"
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
        Order order = market.order(dee, kettle);
        feedback.leave(dee.id(), order.id(), 1, new Feedback.Answers(true, false, true), "A lid is missing");
        Buyer bo = market.buyer("Bo");
        Order late = market.order(bo, kettle);
        feedback.leave(bo.id(), late.id(), 1, new Feedback.Answers(false, true, true), "Late");

        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE-1").text())
                .contains("Not as described Said once Negative feedback: 1");
        assertThat(nadia.get("/seller/inventory").text()).contains("Not as described: 1");

        feedback.remove(dee.id(), order.id());
        assertThat(nadia.get("/seller/inventory").text()).doesNotContain("Not as described");
    }

    // Health and feedback

    @Test
    void account_health_tells_each_rate_and_leads_to_the_very_orders() {
        market.livedOrder("Ada", 5, "", kettle);
        Order broken = market.livedOrder("Dee", 1, "Arrived broken", kettle);

        assertThat(nadia.get("/seller/health").text())
                .contains("Order defect rate", "50% 1 of 2 orders", "target: under 1% · alert at 0.8%", "Off target");
        assertThat(nadia.get("/seller/health/order-defect").text())
                .contains(broken.id().value(), "Negative feedback in force");
        assertThat(nadia.get("/seller/health/order-defect?format=csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(broken.id().value())
                .endsWith(",1,1");
        assertThat(nadia.get("/seller/health/no-such-metric").status()).isEqualTo(404);
    }

    @Test
    void a_past_day_is_told_as_it_was_known_then() {
        Order late = order("Omar Haddad");
        Buyer ada = market.buyer("Ada");
        Order judged = market.order(ada, kettle);
        market.ship(judged);
        clock.advance(Duration.ofDays(6));
        market.ship(late);
        market.leaveFeedback(ada, judged.id(), 1, "");

        assertThat(nadia.get("/seller/health").text()).contains("50% 1 of 2 orders target: under 1%");
        String then = nadia.get("/seller/health?as-of=2026-06-02").text();
        assertThat(then).contains("As it stood at the end of Jun 2, 2026", "0% 0 of 2 orders target: under 1%");
        assertThat(nadia.get("/seller/health/late-shipment-long?as-of=2026-06-05")
                        .text())
                .contains(late.id().value(), "Not confirmed; was to ship by Jun 3, 2026, 11:59 PM PDT");
        assertThat(nadia.get("/seller/health/late-shipment-long").text())
                .contains(
                        late.id().value(),
                        "late: to ship by Jun 3, 2026, 11:59 PM PDT, confirmed Jun 7, 2026, 9:00 AM PDT");
        assertThat(nadia.get("/seller/health?as-of=nonsense").status()).isEqualTo(200);
        assertThat(nadia.get("/seller/health/cancel?after=nonsense_x").status()).isEqualTo(200);
    }

    @Test
    void a_history_that_has_ended_is_offered() {
        order("Omar Haddad");
        clock.advance(Duration.ofDays(200));

        Answer health = nadia.get("/seller/health");

        assertThat(health.text()).contains("Your last one was on Jun 1, 2026.");
        assertThat(health.body()).contains("/seller/health?as-of=2026-06-01");
    }

    @Test
    void feedback_is_scored_listed_and_filtered() {
        market.livedOrder("Ada", 5, "Lovely", kettle);
        market.livedOrder("Bo", 3, "So so", kettle);
        market.livedOrder("Dee", 1, "@broken", kettle);

        assertThat(nadia.get("/seller/feedback").text())
                .contains("Positive 33.33% 1 33.33% 1 33.33% 1 33.33% 1", "Lovely", "So so", "Not on time", "@broken");
        assertThat(nadia.get("/seller/feedback?stars=1").text())
                .contains("@broken")
                .doesNotContain("Lovely");
        assertThat(nadia.get("/seller/feedback?format=csv").body()).contains("'@broken", "Lovely");
    }

    // The desk

    @Test
    void a_seller_who_does_not_sell_in_the_marketplace_is_offered_his_own() {
        SellerId abroad = sellers.open(NewSeller.newcomer("Loja", "São Paulo", Marketplaces.BR, clock.instant()));
        TestBrowser bia = browsers.openFor(market.userOf(abroad, "Bia"));

        assertThat(bia.get("/seller/orders").text()).contains("You don’t sell in United States", "Brazil");

        bia.post("/marketplace", "marketplace", Marketplaces.BR.value(), "next", "/seller");
        assertThat(bia.get("/seller").text()).contains("Loja", "Done for today");
    }

    @Test
    void every_page_speaks_korean_and_chinese() {
        Order order = order("Omar Haddad");
        for (String path : List.of(
                "/seller",
                "/seller/orders",
                "/seller/orders/" + order.id(),
                "/seller/inventory",
                "/seller/inventory/offer?sku=KETTLE-1",
                "/seller/health",
                "/seller/health/cancel",
                "/seller/feedback")) {
            for (String tag : List.of("ko", "zh-TW")) {
                Answer answer = nadia.speaking(tag).get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.text()).as(path + " in " + tag).doesNotContainPattern("desk\\.[a-z]");
                assertThat(answer.body()).contains("<html lang=\"" + tag + "\"");
            }
        }
    }
}
