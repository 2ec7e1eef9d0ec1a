package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.header;
import static org.openstall.notifications.MailServer.part;
import static org.openstall.notifications.MailServer.received;
import static org.openstall.notifications.MailServer.subject;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.fulfilment.Parcel;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderPlaced;
import org.openstall.ordering.Orders;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told to whom, and in which words. */
@OpenstallTest
class WrittenMailTests implements WithMailServer {
    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture fixture;

    @Autowired
    private Users users;

    @Autowired
    private Orders orders;

    @Autowired
    private Texts texts;

    @Autowired
    private MailSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Postman postman;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OrderMails listener;

    private User omar;
    private SellerId nadias;
    private User nadia;
    private Offer kettle;

    @BeforeEach
    void omar_buys_of_nadia() {
        clock.stopAt(MarketFixture.MONDAY);
        omar = market.user("Omar Haddad");
        nadias = market.seller("Nadia's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        kettle = market.offer(nadias, "KETTLE-1", "Gooseneck kettle", "49.90", 40);
    }

    private Order order(Offer... wanted) {
        return market.order(market.buyer(omar), wanted);
    }

    @Test
    void an_order_is_told_to_its_buyer_and_to_all_addresses_of_its_seller_each_in_their_language() throws Exception {
        users.setLanguage(omar.id(), "ko");
        String second = "depot-" + UUID.randomUUID() + "@people.example";
        assertThat(settings.choose(
                        nadias,
                        List.of(nadia.email(), " " + second + " ", ""),
                        Language.TRADITIONAL_CHINESE,
                        EnumSet.of(MailKind.SALE)))
                .isEmpty();
        Offer pan = market.offer(nadias, "PAN-1", "Pan <b>“Ä”</b>", "1234.50", 9);
        Order order = order(kettle, pan);

        postman.goRound();

        MimeMessage buyers = received(omar.email()).getFirst();
        assertThat(buyers.getSubject()).isEqualTo("주문이 접수되었습니다: Gooseneck kettle 외 1건");
        assertThat(header(buyers, "From")).isEqualTo("Openstall <orders@shop.example>");
        assertThat(header(buyers, "Return-Path")).isEqualTo("<bounces@shop.example>");
        assertThat(header(buyers, "Content-Language")).isEqualTo("ko");
        assertThat(header(buyers, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(buyers, "Message-ID"))
                .isEqualTo(
                        "<" + fixture.about(order, MailKind.ORDER_PLACED).key().id() + "." + nadias + "@shop.example>");
        assertThat(part(buyers, "text/plain"))
                .contains("Nadia's Kitchen에서", order.id().value(), "US$1,289.39", "12 Alder St", "미국")
                .contains("2026. 6. 1. 오전 9:00 PDT", "https://shop.example/orders/" + order.id());
        assertThat(part(buyers, "text/html"))
                .contains("US$1,289.39", "Pan &lt;b&gt;“Ä”&lt;/b&gt;")
                .contains("href=\"https://shop.example/orders/" + order.id() + "\"")
                .doesNotContain("<img", "src=", "<script");
        for (String address : List.of(nadia.email(), second)) {
            MimeMessage sellers = received(address).getFirst();
            assertThat(sellers.getSubject()).startsWith("已售出，請立即出貨：Gooseneck kettle 等另 1 項");
            assertThat(part(sellers, "text/plain"))
                    .contains("Omar Haddad 已訂購並付款", "KETTLE-1", "+1 503 555 0123", "US$1,289.39")
                    .contains("https://shop.example/seller/orders/" + order.id());
        }
        assertThat(fixture.about(order)).hasSize(3).allMatch(it -> it.state() == Mail.State.SENT && it.attempts() == 1);
    }

    @Test
    void what_came_to_nothing_is_told_to_nobody() {
        Order order = order(kettle);
        transaction.executeWithoutResult(status -> {
            orders.cancel(nadias, order.id(), CancelReason.OUT_OF_STOCK);
            assertThat(fixture.about(order)).extracting(Mail::kind).contains(MailKind.ORDER_CANCELLED);
            status.setRollbackOnly();
        });

        assertThat(fixture.about(order))
                .extracting(Mail::kind)
                .containsExactlyInAnyOrder(MailKind.ORDER_PLACED, MailKind.SALE);
    }

    @Test
    void whoever_is_told_twice_is_written_to_once() {
        Order order = order(kettle);
        listener.on(placed(order));
        postman.goRound();
        listener.on(placed(order));
        postman.goRound();

        assertThat(received(omar.email())).hasSize(1);
        assertThat(received(nadia.email())).hasSize(1);
    }

    private static OrderPlaced placed(Order order) {
        return new OrderPlaced(
                order.seller(),
                order.id(),
                order.marketplace(),
                order.buyer(),
                order.orderedAt(),
                order.shipBy(),
                order.promisedBy(),
                order.units(),
                order.total());
    }

    @Test
    void package_and_delivery_are_told_to_the_buyer_with_the_tracking_number() throws Exception {
        Order order = order(kettle);
        market.ship(order);
        clock.advance(Duration.ofDays(2));
        market.deliver(order);
        postman.goRound();

        List<MimeMessage> buyers = received(omar.email());
        assertThat(buyers).hasSize(3);
        MimeMessage sent = buyers.stream()
                .filter(it -> subject(it).equals("On its way: Gooseneck kettle"))
                .findFirst()
                .orElseThrow();
        assertThat(part(sent, "text/plain"))
                .contains("UPS", MarketFixture.UPS_NUMBER, "https://www.ups.com/track?tracknum=1Z999AA10123456784");
        MimeMessage delivered = buyers.stream()
                .filter(it -> subject(it).equals("Delivered: Gooseneck kettle"))
                .findFirst()
                .orElseThrow();
        assertThat(part(delivered, "text/plain")).contains("UPS reports its delivery on Jun 3, 2026, 9:00 AM PDT.");
    }

    @Test
    void a_package_with_a_part_of_the_order_says_what_is_in_it() throws Exception {
        Offer pan = market.offer(nadias, "PAN-1", "Pan", "30.00", 9);
        Order order = market.order(market.buyer(omar), kettle, 3, pan, 1);
        market.ship(order, new Parcel.Content(1, 2));
        postman.goRound();

        MimeMessage sent = received(omar.email()).stream()
                .filter(it -> subject(it).equals("On its way: 2 × Gooseneck kettle"))
                .findFirst()
                .orElseThrow();
        assertThat(part(sent, "text/plain"))
                .contains("This is package 1 of your order.", "- 2 × Gooseneck kettle")
                .doesNotContain("Pan");
    }

    @Test
    void a_cancellation_says_why_and_what_happens_to_the_money() throws Exception {
        Order order = order(kettle);
        orders.cancel(nadias, order.id(), CancelReason.OUT_OF_STOCK);
        postman.goRound();

        MimeMessage buyers = received(omar.email()).stream()
                .filter(it -> subject(it).startsWith("Cancelled"))
                .findFirst()
                .orElseThrow();
        assertThat(part(buyers, "text/plain"))
                .contains("Nadia's Kitchen has cancelled it, because an item is no longer in stock.")
                .contains("You have not been charged. The $54.89 held on", "is released");
        MimeMessage sellers = received(nadia.email()).stream()
                .filter(it -> subject(it).startsWith("Cancelled, do not ship"))
                .findFirst()
                .orElseThrow();
        assertThat(part(sellers, "text/plain")).contains("It counts in your cancellation rate.");
    }

    @Test
    void every_reason_has_its_words_in_every_language() {
        for (Language language : Language.values()) {
            for (CancelReason reason : CancelReason.values()) {
                for (String key : List.of("mail.cancelled.reason.", "mail.sale-cancelled.reason.")) {
                    String whole = key + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    assertThat(texts.text(language, whole, "Nadia")).isNotEqualTo(whole);
                }
            }
        }
    }

    @Test
    void the_promise_is_told_as_it_was_made() throws Exception {
        Order order = order(kettle);
        postman.goRound();

        assertThat(order.promisedFrom()).isNotNull();
        assertThat(part(received(omar.email()).getFirst(), "text/plain"))
                .containsPattern("Delivery: \\w+, Jun \\d+ – \\w+, Jun \\d+\\n")
                .contains("Service: Standard delivery");
        assertThat(part(received(nadia.email()).getFirst(), "text/plain"))
                .containsPattern("Promised by: \\w+, Jun \\d+\\n")
                .contains("Service: Standard");
    }

    @Test
    void nobody_is_written_to_about_what_is_imported_or_kept_silent() {
        Order past = pastOrder();
        orders.recordHistory(List.of(past));
        Order[] quiet = new Order[1];
        Silence.during(() -> quiet[0] = market.order(market.buyer(omar), kettle));

        assertThat(fixture.about(past)).isEmpty();
        assertThat(fixture.about(quiet[0])).isEmpty();
    }

    private Order pastOrder() {
        Order like = market.order(market.buyer("Somebody"), kettle);
        return new Order(
                OrderId.create(like.orderedAt()),
                nadias,
                like.marketplace(),
                market.buyer(omar).id(),
                "Omar",
                "placed elsewhere",
                like.status(),
                like.orderedAt(),
                like.shipBy(),
                like.promisedFrom(),
                like.promisedBy(),
                like.service(),
                like.shipTo(),
                like.items(),
                like.shipping(),
                null,
                null,
                null,
                null,
                like.lines());
    }

    @Test
    void nothing_that_people_typed_begins_a_header() throws Exception {
        Offer odd = market.offer(nadias, "ODD-1", "Lamp\r\nBcc: evil@people.example\r\n\r\nHello", "5.00", 9);
        order(odd);
        postman.goRound();

        for (MimeMessage message : received()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getSubject()).contains("Lamp Bcc: evil@people.example Hello");
        }
        assertThat(received()).hasSize(2);
        assertThat(received("evil@people.example")).isEmpty();
    }

    @Test
    void a_name_in_any_script_arrives_as_it_is() throws Exception {
        User saeed = market.user("سعيد الحداد 이순신 宮本武蔵 😀");
        market.order(market.buyer(saeed), kettle);
        postman.goRound();

        assertThat(part(received(nadia.email()).getFirst(), "text/html")).contains("سعيد الحداد 이순신 宮本武蔵 😀");
    }
}
