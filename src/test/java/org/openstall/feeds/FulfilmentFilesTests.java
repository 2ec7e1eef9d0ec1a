package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.Differences;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.Audit;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class FulfilmentFilesTests {
    private static final String HEADER =
            "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method";
    private static final String UPS = MarketFixture.UPS_NUMBER;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private Orders orders;

    @Autowired
    private Shipments shipments;

    @Autowired
    private MarketFixture market;

    @Autowired
    private List<Audit> audits;

    @Autowired
    private TestBrowsers browsers;

    private SellerId nadia;
    private SellerFiles files;

    @BeforeEach
    void nadia_sells() {
        nadia = market.seller("Nadia's Home");
        files = new SellerFiles(feeds, runner, nadia);
    }

    private Feed sent(String... rows) {
        return files.run(FeedKind.ORDER_FULFILMENT, HEADER, String.join("\n", rows) + "\n");
    }

    private List<String> findings(Feed feed) {
        return feeds.issues(feed, null, 1_000).items().stream()
                .map(it -> it.record() + " " + it.finding() + " " + it.arguments())
                .toList();
    }

    private Order order() {
        Offer kettle =
                market.offer(nadia, "KETTLE-" + UUID.randomUUID().toString().substring(0, 8), "A kettle", "49.90", 9);
        Offer pan = market.offer(nadia, "PAN-" + UUID.randomUUID().toString().substring(0, 8), "Pan", "29.90", 9);
        return market.order(market.buyer("Omar"), kettle, 2, pan, 3);
    }

    private static String row(Order order, String item, String quantity, String code, String name, String number) {
        return String.join("\t", order.id().value(), item, quantity, "2026-06-01", code, name, number, "Ground");
    }

    @Test
    void rows_of_one_order_with_one_number_are_one_package() {
        Order order = order();

        Feed feed = sent(
                row(order, "1", "1", "UPS", "", UPS),
                row(order, "2", "3", "UPS", "", UPS),
                row(order, "1", "", "Federal Express", "", "9865 7878 8855"));

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(findings(feed)).isEmpty();
        assertThat(feed.counts().records()).isEqualTo(3);
        assertThat(feed.counts().accepted()).isEqualTo(3);
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipments.of(nadia, order.id()))
                .extracting(Parcel::carrier, Parcel::trackingNumber, Parcel::contents)
                .containsExactly(
                        tuple(Carrier.UPS, UPS, List.of(new Parcel.Content(1, 1), new Parcel.Content(2, 3))),
                        tuple(Carrier.FEDEX, "986578788855", List.of(new Parcel.Content(1, 1))));
    }

    @Test
    void a_spreadsheet_confirms_orders() throws IOException {
        Order order = order();

        Feed feed = files.run(FeedKind.ORDER_FULFILMENT, SellerFiles.workbook("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>order-id</t></is></c><c r="B1" t="inlineStr"><is>
                <t>carrier-code</t></is></c><c r="C1" t="inlineStr"><is><t>tracking-number</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>%s</t></is></c><c r="B2" t="inlineStr"><is><t>FedEx</t></is></c>
                <c r="C2"><v>986578788855</v></c></row>
                """.formatted(order.id())));

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(feed.format()).isEqualTo("XLSX");
        assertThat(findings(feed)).isEmpty();
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipments.of(nadia, order.id()))
                .extracting(Parcel::trackingNumber)
                .containsExactly("986578788855");
    }

    @Test
    void a_file_sent_again_changes_nothing() {
        Order order = order();
        String[] rows = {row(order, "1", "", "UPS", "", UPS), row(order, "", "", "", "", "986578788855")};
        sent(rows);
        List<Parcel> before = shipments.of(nadia, order.id());

        Feed again = sent(rows);

        assertThat(again.counts().rejected()).isZero();
        assertThat(shipments.of(nadia, order.id())).isEqualTo(before).hasSize(2);
    }

    @Test
    void every_kind_of_wrong_row_is_named_with_its_reason_and_the_others_go_through() {
        Order fine = order();
        Order other = order();
        Order cancelled = order();
        orders.cancel(nadia, cancelled.id(), CancelReason.BUYER_REQUEST);
        Order shipped = order();
        market.ship(shipped);
        Order foreign =
                market.order(market.buyer("Olga"), market.offer(market.seller("Noel's"), "MUG", "Mug", "9.00", 3));

        Feed feed = sent(
                row(fine, "", "", "", "", UPS),
                row(other, "3", "1", "UPS", "", UPS),
                row(other, "1", "5", "UPS", "", UPS),
                row(other, "", "2", "UPS", "", UPS),
                row(other, "1", "none", "UPS", "", UPS),
                row(other, "1", "1", "UPS", "", "1Z999AA10123456785"),
                row(other, "1", "1", "UPS", "", "123"),
                row(other, "1", "1", "UPS", "", "1Y999AA10123456784"),
                row(other, "1", "1", "", "", "123456789013"),
                row(other, "1", "1", "", "", "HELLO"),
                row(other, "1", "1", "Pigeon", "", "12345"),
                row(other, "1", "1", "Other", "", "12345"),
                row(other, "1", "1", "UPS", "", ""),
                row(other, "1", "1", "Other", "Bike Brothers and Sisters " + "x".repeat(60), "12345"),
                row(cancelled, "", "", "UPS", "", UPS),
                row(shipped, "", "", "", "", "986578788855"),
                row(foreign, "", "", "UPS", "", UPS),
                "123-4567\t\t\t\tUPS\t\t" + UPS + "\t",
                "\t\t\t\tUPS\t\t" + UPS + "\t",
                row(other, "1", "1", "Other", "Bike Brothers", "BB-12345"));

        assertThat(feed.state()).isEqualTo(FeedState.DONE);
        assertThat(findings(feed))
                .extracting(it -> it.split(" \\[", 2)[0])
                .containsExactly(
                        "2 ORDER_ITEM_UNKNOWN",
                        "3 PACKAGE_INCOMPLETE",
                        "4 ORDER_ITEM_MISSING",
                        "5 SHIP_QUANTITY_INVALID",
                        "6 TRACKING_NUMBER_CHECK_DIGIT",
                        "7 TRACKING_NUMBER_LENGTH",
                        "8 TRACKING_NUMBER_FORM",
                        "9 CARRIER_AMBIGUOUS",
                        "10 CARRIER_MISSING",
                        "11 CARRIER_UNKNOWN",
                        "12 CARRIER_NAME_MISSING",
                        "13 TRACKING_NUMBER_MISSING",
                        "14 SHIP_TEXT_TOO_LONG",
                        "15 ORDER_CANCELLED",
                        "16 ORDER_ALREADY_SHIPPED",
                        "17 ORDER_UNKNOWN",
                        "18 ORDER_INVALID",
                        "19 ORDER_MISSING",
                        "1 TRACKING_NUMBER_REUSED");
        assertThat(feed.counts().accepted()).isEqualTo(2);
        assertThat(feed.counts().rejected()).isEqualTo(18);
        assertThat(market.find(fine).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(market.find(other).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        assertThat(shipments.of(nadia, other.id()).getFirst().carrierName()).isEqualTo("Bike Brothers");
        assertThat(orders.get(foreign.seller(), foreign.id()).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_carrier_without_a_name_of_its_own_is_called_in_the_language_of_the_page() {
        Feed feed = sent(
                row(order(), "", "", "POST", "", "RB123456784SG"), row(order(), "", "", "POST", "", "1".repeat(20)));
        TestBrowser browser = browsers.openFor(market.userOf(nadia, "Nadia"));
        String file = "/seller/inventory/files/" + feed.id();

        assertThat(browser.get(file).text()).contains("International post numbers look like RB123456785GB");
        browser.speaking("ko");
        assertThat(browser.get(file).text())
                .contains("국제 우편 번호의 예: RB123456785GB", "국제 우편에는 이런 길이의 운송장 번호가")
                .doesNotContain("International post");
        assertThat(browser.get(file + "/report").body()).contains("국제 우편 번호의 예").doesNotContain("International post");
        browser.speaking("zh-TW");
        assertThat(browser.get(file).text()).contains("國際郵件 的編號如 RB123456785GB");
    }

    @Test
    void more_units_than_are_left_are_refused_with_the_numbers_and_so_is_the_rest_of_the_package() {
        Order order = order();

        Feed feed = sent(row(order, "1", "3", "UPS", "", UPS), row(order, "2", "1", "UPS", "", UPS));

        assertThat(findings(feed)).containsExactly("1 SHIP_QUANTITY_TOO_HIGH [3, 2]", "2 PACKAGE_INCOMPLETE []");
        assertThat(market.find(order).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void a_file_that_is_not_about_orders_is_refused_as_a_whole() {
        assertThat(files.run(FeedKind.ORDER_FULFILMENT, "tracking-number\tquantity", "KETTLE\t5\n")
                        .failure())
                .isEqualTo(Failure.NO_ORDER_COLUMN);
        assertThat(sent(IntStream.rangeClosed(0, ShipmentRows.MOST)
                                .mapToObj(it -> "x")
                                .toArray(String[]::new))
                        .failure())
                .isEqualTo(Failure.TOO_MANY_ROWS);
    }

    @Test
    void of_a_thousand_orders_of_which_37_are_wrong_963_are_confirmed_and_37_named() {
        List<Order> all = recorded(1_000);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(rowOf(i, all.get(i)));
        }

        Feed feed = sent(rows.toArray(String[]::new));

        assertThat(feed.counts().records()).isEqualTo(1_000);
        assertThat(feed.counts().accepted()).isEqualTo(963);
        assertThat(feed.counts().rejected()).isEqualTo(37);
        Map<Finding, Long> named = feeds.issues(feed, null, 1_000).items().stream()
                .collect(Collectors.groupingBy(Issue::finding, Collectors.counting()));
        assertThat(named)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Finding.TRACKING_NUMBER_CHECK_DIGIT,
                        8L,
                        Finding.ORDER_UNKNOWN,
                        6L,
                        Finding.TRACKING_NUMBER_MISSING,
                        5L,
                        Finding.SHIP_QUANTITY_TOO_HIGH,
                        5L,
                        Finding.ORDER_ITEM_UNKNOWN,
                        5L,
                        Finding.CARRIER_AMBIGUOUS,
                        4L,
                        Finding.CARRIER_UNKNOWN,
                        4L));
        List<OrderId> ids = all.stream().map(Order::id).toList();
        assertThat(orders.find(nadia, ids).stream().filter(it -> it.status() == OrderStatus.SHIPPED))
                .hasSize(963);
        assertThat(shipments.of(nadia, ids)).hasSize(963);
        assertThat(audits.stream().flatMap(it -> Differences.of(it).stream())).isEmpty();
    }

    /** The first 37 are wrong, each in one of seven ways. */
    private static String rowOf(int i, Order order) {
        String number = number(i);
        if (i < 8) {
            return row(order, "", "", "USPS", "", wrong(number));
        }
        if (i < 14) {
            return row(order, "", "", "USPS", "", number).replace(order.id().value(), "999-9999999-" + (1_000_000 + i));
        }
        if (i < 19) {
            return row(order, "", "", "USPS", "", "");
        }
        if (i < 24) {
            return row(order, "1", "7", "USPS", "", number);
        }
        if (i < 29) {
            return row(order, "9", "1", "USPS", "", number);
        }
        return i < 33
                ? row(order, "", "", "", "", "123456789013")
                : row(order, "", "", i < 37 ? "Pigeon" : "USPS", "", number);
    }

    /** Orders placed just now, as an import brings them. */
    private List<Order> recorded(int count) {
        Instant now = market.now();
        Money price = Money.of(1_000, "USD");
        List<Order> all =
                IntStream.range(0, count).mapToObj(it -> order(now, price)).toList();
        orders.recordHistory(all);
        return all;
    }

    private Order order(Instant now, Money price) {
        return new Order(
                OrderId.create(now),
                nadia,
                Marketplaces.US,
                new BuyerId(UUID.randomUUID()),
                "Anybody",
                "placed elsewhere",
                OrderStatus.UNSHIPPED,
                now,
                now.plus(Duration.ofDays(2)),
                null,
                now.plus(Duration.ofDays(9)),
                null,
                MarketFixture.address("Anybody"),
                price.times(2),
                Money.of(0, "USD"),
                null,
                null,
                null,
                null,
                List.of(new OrderLine(1, new Sku("ANY"), ProductId.random(), "Anything", 2, price)));
    }

    private static String number(int i) {
        return IntStream.range(0, 10)
                .mapToObj(check -> "94001%016d%d".formatted(i, check))
                .filter(it -> TrackingNumbers.check(Carrier.USPS, it) instanceof TrackingNumbers.Check.Accepted)
                .findFirst()
                .orElseThrow();
    }

    /** With the next check digit. */
    private static String wrong(String number) {
        int last = number.length() - 1;
        return number.substring(0, last) + (number.charAt(last) - '0' + 1) % 10;
    }
}
