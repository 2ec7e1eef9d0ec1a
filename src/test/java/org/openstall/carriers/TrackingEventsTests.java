package org.openstall.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.MarketFixture.MONDAY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.NewLabel;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenstallTest
class TrackingEventsTests {
    @Autowired
    private Aggregators aggregators;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Orders orders;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    private final HttpClient client = HttpClient.newHttpClient();
    private String key = "";
    private SellerId seller = new SellerId("A0000000000000");
    private @Nullable Order shipped;
    private String number = "";

    @BeforeEach
    void an_aggregator_has_a_key_and_a_package_is_under_way() {
        clock.stopAt(MONDAY);
        key = key("Paket Radar");
        seller = market.seller("Nadia's Kitchen");
        number = number();
        shipped = shipped(number);
        clock.stopAt(MONDAY.plus(Duration.ofDays(3)));
    }

    private String key(String name) {
        return switch (aggregators.add(UUID.randomUUID(), name, "Iris")) {
            case NewAggregator.Added added -> added.key();
            case NewAggregator refused -> throw new AssertionError(refused);
        };
    }

    /** Of a carrier whose numbers have no check digit. */
    private static String number() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static String upsNumber() {
        String serial = "1Z" + number().substring(0, 15);
        return IntStream.range(0, 10)
                .mapToObj(check -> serial + check)
                .filter(it -> TrackingNumbers.check(Carrier.UPS, it) instanceof TrackingNumbers.Check.Accepted)
                .findFirst()
                .orElseThrow();
    }

    private Order shipped(String under) {
        return shipped("Bike Brothers", under);
    }

    private Order shipped(String by, String under) {
        Offer offer =
                market.offer(seller, "KETTLE-" + UUID.randomUUID().toString().substring(0, 8), "Kettle", "49.90", 9);
        Order order = market.order(market.buyer("Omar"), offer);
        NewLabel label = new NewLabel(Carrier.OTHER, by, under, "", "", ServiceLevel.STANDARD);
        shipments.confirm(seller, order.id(), new Confirmation(label, List.of()));
        return order;
    }

    private Order order() {
        if (shipped == null) {
            throw new IllegalStateException("Nothing has shipped");
        }
        return orders.get(seller, shipped.id());
    }

    private HttpResponse<String> post(String authorization, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + environment.getRequiredProperty("local.server.port") + "/carriers/v1/tracking-events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    private static byte[] events(List<String> events) {
        return bytes("{\"events\": [" + String.join(",", events) + "]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> outcomes(String... events) {
        HttpResponse<String> answer = post("Bearer " + key, events(List.of(events)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode results = JsonMapper.shared().readTree(answer.body()).get("results");
        return results.valueStream().map(it -> it.get("outcome").asString()).toList();
    }

    private String event(String status, String occurredAt) {
        return event("Bike Brothers", number, status, occurredAt);
    }

    private static String event(String carrier, String number, String status, String occurredAt) {
        return """
                {"id": "e1", "carrier": "%s", "trackingNumber": "%s", "status": "%s", "occurredAt": "%s",
                 "place": "Portland, OR"}""".formatted(carrier, number, status, occurredAt);
    }

    private List<Parcel.Kind> scans(Order each) {
        return shipments.get(seller, each.id(), 1).scans().stream()
                .map(Parcel.Scan::kind)
                .toList();
    }

    @Test
    void events_in_any_order_and_sent_again_tell_one_story() {
        List<String> all = new ArrayList<>(List.of(
                event("PICKED_UP", "2026-06-01T11:00:00-07:00"),
                event("IN_TRANSIT", "2026-06-02T03:00:00+02:00"),
                event("OUT_FOR_DELIVERY", "2026-06-03T08:00:00-07:00"),
                event("DELIVERED", "2026-06-03T22:15:00Z")));
        Collections.reverse(all);

        assertThat(outcomes(all.toArray(String[]::new)))
                .containsOnly("ACCEPTED")
                .hasSize(4);
        assertThat(outcomes(all.toArray(String[]::new))).containsOnly("KNOWN").hasSize(4);

        assertThat(scans(order()))
                .containsExactly(
                        Parcel.Kind.PICKED_UP,
                        Parcel.Kind.IN_TRANSIT,
                        Parcel.Kind.OUT_FOR_DELIVERY,
                        Parcel.Kind.DELIVERED);
        assertThat(order().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(order().deliveredAt()).isEqualTo(Instant.parse("2026-06-03T22:15:00Z"));
    }

    @Test
    void each_event_gets_its_own_answer_and_a_wrong_one_stops_no_other() {
        assertThat(outcomes(
                        event("Bike Brothers", number(), "IN_TRANSIT", "2026-06-02T10:00:00Z"),
                        event("UPS", "1Z999AA10123456785", "IN_TRANSIT", "2026-06-02T10:00:00Z"),
                        event("", number, "IN_TRANSIT", "2026-06-02T10:00:00Z"),
                        event("LOST_IN_SPACE", "2026-06-02T10:00:00Z"),
                        event("IN_TRANSIT", "yesterday"),
                        event("IN_TRANSIT", "2026-06-02T10:00:00"),
                        event("IN_TRANSIT", "2026-06-04T16:30:00Z"),
                        event("IN_TRANSIT", "2026-06-04T09:30:00+09:00"),
                        event("DELIVERED", "2025-06-03T10:00:00Z"),
                        event("IN_TRANSIT", "2026-06-02T10:00:00Z").replace("Portland, OR", "x".repeat(101)),
                        "{}",
                        "17",
                        event("Other Bikes", number, "IN_TRANSIT", "2026-06-02T10:00:00Z"),
                        event("bike brothers", number, "IN_TRANSIT", "2026-06-02T10:00:00Z")))
                .containsExactly(
                        "UNKNOWN_PACKAGE",
                        "NUMBER_INVALID",
                        "CARRIER_MISSING",
                        "STATUS_UNKNOWN",
                        "TIME_UNREADABLE",
                        "TIME_WITHOUT_OFFSET",
                        "TIME_IN_FUTURE",
                        "ACCEPTED",
                        "TIME_BEFORE_SHIPMENT",
                        "TEXT_TOO_LONG",
                        "CARRIER_MISSING",
                        "CARRIER_MISSING",
                        "UNKNOWN_PACKAGE",
                        "ACCEPTED");
        assertThat(order().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void an_event_from_before_the_confirmation_counts_as_sellers_confirm_afterwards() {
        assertThat(outcomes(event("PICKED_UP", "2026-05-30T10:00:00Z"))).containsExactly("ACCEPTED");
    }

    @Test
    void a_carrier_is_found_by_the_name_the_seller_gave_though_a_known_one_has_that_name() {
        Order odd = shipped("UPS", "DOOR-7");
        String fitting = upsNumber();
        Order usual = shipped("UPS", fitting);

        assertThat(outcomes(
                        event("UPS", "DOOR 7", "IN_TRANSIT", "2026-06-04T10:00:00Z"),
                        event("ups", fitting, "IN_TRANSIT", "2026-06-04T10:00:00Z"),
                        event("UPS", "DOOR-8", "IN_TRANSIT", "2026-06-04T10:00:00Z"),
                        event("FedEx", "DOOR-7", "IN_TRANSIT", "2026-06-04T10:00:00Z"),
                        event("UPS", upsNumber(), "IN_TRANSIT", "2026-06-04T10:00:00Z")))
                .containsExactly("ACCEPTED", "ACCEPTED", "NUMBER_INVALID", "NUMBER_INVALID", "UNKNOWN_PACKAGE");
        assertThat(scans(odd)).containsExactly(Parcel.Kind.IN_TRANSIT);
        assertThat(scans(usual)).containsExactly(Parcel.Kind.IN_TRANSIT);
    }

    @Test
    void of_two_packages_with_one_number_the_one_shipped_last_is_meant() {
        Order later = shipped(number);
        clock.stopAt(MONDAY.plus(Duration.ofDays(5)));

        outcomes(event("IN_TRANSIT", "2026-06-02T10:00:00Z"), event("DELIVERED", "2026-06-05T10:00:00Z"));

        assertThat(scans(order())).containsExactly(Parcel.Kind.IN_TRANSIT);
        assertThat(scans(later)).containsExactly(Parcel.Kind.DELIVERED);
    }

    @Test
    void without_a_key_in_force_nothing_is_taken() {
        byte[] body = events(List.of(event("DELIVERED", "2026-06-03T22:15:00Z")));
        assertThat(post("", body).statusCode()).isEqualTo(401);
        assertThat(post("Bearer osk_guessed", body).statusCode()).isEqualTo(401);
        assertThat(post("Basic " + key, body).statusCode()).isEqualTo(401);

        aggregators.all().forEach(it -> aggregators.revoke(it.id(), "Iris"));
        HttpResponse<String> revoked = post("Bearer " + key, body);
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(revoked.body()).contains("Send the key that the operator gave you");
        assertThat(scans(order())).isEmpty();
    }

    @Test
    void what_is_no_request_is_refused_with_what_is_wrong() {
        String mine = "Bearer " + key;
        assertThat(post(mine, bytes("{\"events\": [")).body()).contains("This is not JSON: line 1");
        assertThat(post(mine, bytes("[]")).statusCode()).isEqualTo(400);
        assertThat(post(mine, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post(mine, new byte[] {(byte) 0xff, 0, 1}).statusCode()).isEqualTo(400);
        String many = IntStream.rangeClosed(0, TrackingController.MOST_EVENTS)
                .mapToObj(it -> "{}")
                .collect(Collectors.joining(",", "{\"events\": [", "]}"));
        assertThat(post(mine, bytes(many)).body()).contains("an array of 1 to 500");
        assertThat(post(mine, new byte[TrackingController.MOST_BYTES + 1]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void an_operator_makes_a_key_that_is_shown_once_and_revokes_it() {
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        String id = UUID.randomUUID().toString();
        assertThat(iris.post("/operator/carriers", "id", id, "name", " ").text())
                .contains("Enter who uses the key.");

        String made =
                iris.post("/operator/carriers", "id", id, "name", "Ship Scope").text();
        assertThat(made).contains("Copy this key now", "Ship Scope");
        String again =
                iris.post("/operator/carriers", "id", id, "name", "Ship Scope").location();
        assertThat(iris.get(again).text()).contains("its key was shown then").doesNotContain("Copy this key now");
        key = made.replaceAll("(?s).*(osk_[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(outcomes(event("IN_TRANSIT", "2026-06-02T10:00:00Z"))).containsExactly("ACCEPTED");

        iris.post("/operator/carriers/" + id + "/revocation");
        assertThat(post("Bearer " + key, events(List.of("{}"))).statusCode()).isEqualTo(401);
        assertThat(iris.get("/operator/carriers").text()).contains("Revoked Jun 4, 2026");
    }

    @Test
    void the_keys_are_taken_along_for_a_spreadsheet_but_not_what_opens_anything() {
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        String id = UUID.randomUUID().toString();
        TestBrowser.Answer made = iris.post("/operator/carriers", "id", id, "name", "=1+1, \"Scope\"");
        String whole = made.find("(osk_[A-Za-z0-9_-]{43})");
        String beginning = iris.get("/operator/carriers").find("=1\\+1, \"Scope\"</td>\\s*<td[^>]*>([^<]+)…");

        assertThat(made.body()).contains("\"/operator/carriers?format=csv\"");
        TestBrowser.Answer file = iris.get("/operator/carriers?format=csv");
        assertThat(file.header("content-disposition")).contains("carriers.csv");
        assertThat(file.body())
                .startsWith("\uFEFFName,Key begins with,Created at,Created by,Last used at,Revoked at,Revoked by\r\n")
                .contains("\"'=1+1, \"\"Scope\"\"\"," + beginning + ",2026-06-04T", ",Iris,,,\r\n")
                .doesNotContain(whole);
        iris.post("/operator/carriers/" + id + "/revocation");
        assertThat(iris.speaking("ko").get("/operator/carriers?format=csv").body())
                .startsWith("\uFEFF이름,키 앞부분,생성 일시,생성한 사람,마지막 사용 일시,폐기 일시,폐기한 사람\r\n")
                .containsPattern(beginning + ",2026-06-04T[^,]+,Iris,,2026-06-04T[^,]+,Iris\r\n");
    }

    @Test
    void the_seller_sees_where_a_package_is() {
        outcomes(event("OUT_FOR_DELIVERY", "2026-06-03T08:00:00-07:00"));

        TestBrowser nadia = browsers.openFor(market.userOf(seller, "Nadia"));
        assertThat(nadia.get("/seller/orders/" + order().id()).text()).contains("Out for delivery Portland, OR");
    }
}
