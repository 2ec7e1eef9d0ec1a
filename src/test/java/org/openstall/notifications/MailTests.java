package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.fulfilment.Parcel;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderPlaced;
import org.openstall.ordering.Orders;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The program with a mail server of its own. Tests take the postman's rounds, which a timer would. */
@OpenstallTest
// With its mail server it would be of no use to other tests.
@DirtiesContext
class MailTests {
    /** A Monday, nine in the morning in Los Angeles. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T16:00:00Z");

    private static final GreenMail SERVER = server();

    @Autowired
    private MarketFixture market;

    @Autowired
    private Users users;

    @Autowired
    private Orders orders;

    @Autowired
    private Texts texts;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MailSettings settings;

    @Autowired
    private Mails mails;

    @Autowired
    private MailStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Letters letters;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private Postman postman;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OrderMails listener;

    private User omar;
    private User nadia;
    private SellerId nadias;
    private Offer kettle;

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("openstall.address", () -> "https://shop.example/");
        properties.add("openstall.mail.from", () -> "Openstall <orders@shop.example>");
        properties.add("openstall.mail.bounces", () -> "bounces@shop.example");
        // Another program than the other tests have, and an index has room for one.
        properties.add("openstall.data", () -> "target/test-data-mail");
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void omar_buys_of_nadia() throws Exception {
        clock.stopAt(MONDAY);
        SERVER.purgeEmailFromAllMailboxes();
        omar = market.user("Omar Haddad");
        nadias = market.seller("Nadia's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        kettle = market.offer(nadias, "KETTLE-1", "Gooseneck kettle", "49.90", 40);
    }

    @AfterEach
    void nothing_waits_for_another_test() {
        TestPostgresql.jdbcClient()
                .sql("delete from notifications.mail where state = 'WAITING'")
                .update();
    }

    private Order order(Offer... wanted) {
        return market.order(market.buyer(omar), wanted);
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

    private List<Mail> about(Order order) {
        return mails.search(order.id().value(), null, 50).items();
    }

    private Mail about(Order order, MailKind kind) {
        return about(order).stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }

    private static List<MimeMessage> received(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(it -> header(it, "To").contains(address))
                .toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return String.join("|", message.getHeader(name) == null ? new String[0] : message.getHeader(name));
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The part of that kind, decoded. */
    private static String part(MimeMessage message, String type) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                // Some languages keep the hour and what follows it together.
                return String.valueOf(part.getContent()).replace("\r\n", "\n").replace('\u202f', ' ');
            }
        }
        throw new AssertionError("No " + type);
    }

    // What is told to whom

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
                .isEqualTo("<" + about(order, MailKind.ORDER_PLACED).key().id() + "." + nadias + "@shop.example>");
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
        assertThat(about(order)).hasSize(3).allMatch(it -> it.state() == Mail.State.SENT && it.attempts() == 1);
    }

    @Test
    void what_came_to_nothing_is_told_to_nobody() {
        Order order = order(kettle);
        transaction.executeWithoutResult(status -> {
            orders.cancel(nadias, order.id(), CancelReason.OUT_OF_STOCK);
            assertThat(about(order)).extracting(Mail::kind).contains(MailKind.ORDER_CANCELLED);
            status.setRollbackOnly();
        });

        assertThat(about(order)).extracting(Mail::kind).containsExactlyInAnyOrder(MailKind.ORDER_PLACED, MailKind.SALE);
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

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException failure) {
            throw new AssertionError(failure);
        }
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
    void what_a_seller_does_not_want_is_not_written() {
        settings.choose(nadias, List.of(nadia.email()), Language.ENGLISH, Set.of(MailKind.SALE_CANCELLED));
        Order order = order(kettle);

        assertThat(about(order)).extracting(Mail::kind).containsExactly(MailKind.ORDER_PLACED);
    }

    @Test
    void nobody_is_written_to_about_what_is_imported_or_kept_silent() {
        Order past = pastOrder();
        orders.recordHistory(List.of(past));
        Order[] quiet = new Order[1];
        Silence.during(() -> quiet[0] = market.order(market.buyer(omar), kettle));

        assertThat(about(past)).isEmpty();
        assertThat(about(quiet[0])).isEmpty();
    }

    private Order pastOrder() {
        Order like = market.order(market.buyer("Somebody"), kettle);
        return new Order(
                OrderId.create(like.orderedAt()),
                nadias,
                like.marketplace(),
                market.buyer(omar).id(),
                "Omar",
                null,
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

        for (MimeMessage message : SERVER.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getSubject()).contains("Lamp Bcc: evil@people.example Hello");
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
        assertThat(received("evil@people.example")).isEmpty();
    }

    @Test
    void a_name_in_any_script_arrives_as_it_is() throws Exception {
        User saeed = market.user("سعيد الحداد 이순신 宮本武蔵 😀");
        market.order(market.buyer(saeed), kettle);
        postman.goRound();

        assertThat(part(received(nadia.email()).getFirst(), "text/html")).contains("سعيد الحداد 이순신 宮本武蔵 😀");
    }

    // How it is sent

    private Postman postman(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        PostOffice office = new PostOffice(server, "", "", "https://shop.example");
        return new Postman(store, letters, office, marketplaces, clock);
    }

    @Test
    void what_a_server_that_is_down_could_not_take_it_takes_when_it_is_up_again() throws Exception {
        Order order = order(kettle);
        int nobody;
        try (ScriptedSmtp closed = new ScriptedSmtp(Map.of())) {
            nobody = closed.port();
        }
        postman(nobody).goRound();

        assertThat(about(order)).hasSize(2).allSatisfy(it -> {
            assertThat(it.state()).isEqualTo(Mail.State.WAITING);
            assertThat(it.attempts()).isEqualTo(1);
            assertThat(it.reason()).isNotBlank();
            assertThat(it.dueAt()).isEqualTo(MONDAY.plus(Duration.ofMinutes(1)));
        });
        postman.goRound();
        assertThat(received(omar.email())).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        postman.goRound();
        assertThat(received(omar.email())).hasSize(1);
        assertThat(about(order)).allSatisfy(it -> {
            assertThat(it.state()).isEqualTo(Mail.State.SENT);
            assertThat(it.reason()).isNull();
        });
    }

    @Test
    void after_the_last_try_a_mail_is_given_up_with_the_reason_and_can_be_sent_again() throws Exception {
        Order order = order(kettle);
        try (ScriptedSmtp busy = new ScriptedSmtp(Map.of("RCPT", "450 4.2.1 Mailbox busy"))) {
            Postman postman = postman(busy.port());
            Instant last = MONDAY;
            for (int tries = 1; tries < 8; tries++) {
                postman.goRound();
                Mail mail = about(order, MailKind.SALE);
                assertThat(mail.attempts()).isEqualTo(tries);
                assertThat(mail.dueAt()).isAfter(last);
                last = Objects.requireNonNull(mail.dueAt());
                clock.stopAt(last);
            }
            assertThat(Duration.between(MONDAY, last)).isBetween(Duration.ofHours(20), Duration.ofHours(26));
            postman.goRound();
        }
        Mail given = about(order, MailKind.SALE);
        assertThat(given.state()).isEqualTo(Mail.State.FAILED);
        assertThat(given.reason()).isEqualTo("450 4.2.1 Mailbox busy");
        assertThat(settings.bounces(nadias)).isEmpty();

        mails.sendAgain(given.key());
        postman.goRound();
        assertThat(received(nadia.email())).hasSize(1);
    }

    @Test
    void an_address_that_is_refused_for_good_is_noted_until_it_works_again() throws Exception {
        Order order = order(kettle);
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 No such user here"))) {
            postman(strict.port()).goRound();
        }
        Mail mail = about(order, MailKind.SALE);
        assertThat(mail.state()).isEqualTo(Mail.State.FAILED);
        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(settings.bounces(nadias)).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo(nadia.email());
            assertThat(it.reason()).isEqualTo("550 5.1.1 No such user here");
            assertThat(it.mails()).isEqualTo(1);
        });

        Order another = order(kettle);
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of(".", "554 5.7.1 We do not want this"))) {
            postman(strict.port()).goRound();
        }
        assertThat(about(another, MailKind.SALE).reason()).isEqualTo("554 5.7.1 We do not want this");
        assertThat(settings.bounces(nadias).getFirst().mails()).isEqualTo(2);

        mails.sendAgain(mail.key());
        postman.goRound();
        assertThat(settings.bounces(nadias)).isEmpty();
    }

    @Test
    void all_that_failed_is_sent_again_but_not_to_addresses_that_are_refused_for_good() throws Exception {
        settings.choose(
                nadias, List.of(nadia.email(), "gone@people.example"), Language.ENGLISH, EnumSet.of(MailKind.SALE));
        Order order = order(kettle);
        try (ScriptedSmtp busy = new ScriptedSmtp(
                Map.of("RCPT TO:<GONE@", "550 5.1.1 Gone", "RCPT TO:<O", "450 Busy", "RCPT TO:<N", "450 Busy"))) {
            for (int tries = 0; tries < 8; tries++) {
                postman(busy.port()).goRound();
                clock.advance(Duration.ofHours(12));
            }
        }
        assertThat(about(order)).hasSize(3).allMatch(it -> it.state() == Mail.State.FAILED);

        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        assertThat(iris.get("/operator/mail?state=failed").text()).contains("Send all failed again");
        assertThat(iris.post("/operator/mail/attempts").status()).isEqualTo(303);
        postman.goRound();

        assertThat(received(omar.email())).hasSize(1);
        assertThat(received(nadia.email())).hasSize(1);
        assertThat(about(order).stream().filter(it -> it.state() == Mail.State.FAILED))
                .extracting(Mail::address)
                .containsExactly("gone@people.example");
    }

    @Test
    void one_refused_address_keeps_no_other_from_its_mail() throws Exception {
        settings.choose(
                nadias, List.of(nadia.email(), "gone@people.example"), Language.ENGLISH, EnumSet.of(MailKind.SALE));
        Order order = order(kettle);
        try (ScriptedSmtp picky = new ScriptedSmtp(Map.of("RCPT TO:<GONE@", "550 5.1.1 Gone"))) {
            postman(picky.port()).goRound();
            assertThat(picky.heads()).hasSize(2);
        }
        assertThat(about(order).stream().filter(it -> it.state() == Mail.State.SENT))
                .hasSize(2);
        assertThat(settings.bounces(nadias)).extracting(Bounce::address).containsExactly("gone@people.example");
    }

    @Test
    void a_refused_sender_is_nobody_elses_fault() throws Exception {
        Order order = order(kettle);
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("MAIL", "553 5.7.1 You are not shop.example"))) {
            postman(strict.port()).goRound();
        }
        assertThat(about(order)).allSatisfy(it -> {
            assertThat(it.state()).isEqualTo(Mail.State.WAITING);
            assertThat(it.reason()).isEqualTo("553 5.7.1 You are not shop.example");
        });
        assertThat(settings.bounces(nadias)).isEmpty();
    }

    @Test
    void a_mail_whose_answer_was_lost_is_sent_again_as_the_same_mail() throws Exception {
        order(kettle);
        try (ScriptedSmtp dying = new ScriptedSmtp(Map.of(".", ""))) {
            Postman postman = postman(dying.port());
            postman.goRound();
            clock.advance(Duration.ofMinutes(1));
            postman.goRound();
            List<String> ids = dying.heads().stream()
                    .flatMap(String::lines)
                    .filter(it -> it.startsWith("Message-ID:"))
                    .toList();
            assertThat(ids).hasSize(4);
            assertThat(Set.copyOf(ids)).hasSize(2);
        }
    }

    @Test
    void a_program_killed_between_sending_and_noting_it_sends_the_same_mail_once_more() throws Exception {
        Order order = order(kettle);
        Mail mail = about(order, MailKind.SALE);
        MailContent content = letters.write(mail);
        assertThat(store.begin(mail, content, clock.instant().plus(Postman.LONGEST_TRY)))
                .isTrue();
        assertThat(store.begin(mail, content, clock.instant().plus(Postman.LONGEST_TRY)))
                .as("by another node")
                .isFalse();
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.getSmtp().getPort());
        PostOffice office = new PostOffice(server, "orders@shop.example", "", "https://shop.example");
        try (PostOffice.Round round = office.round()) {
            assertThat(round.hand(mail, content)).isInstanceOf(Outcome.Taken.class);
        }

        postman.goRound();
        assertThat(received(nadia.email())).as("nobody knows yet").hasSize(1);
        clock.advance(Postman.LONGEST_TRY);
        postman.goRound();

        List<MimeMessage> twice = received(nadia.email());
        assertThat(twice).hasSize(2);
        assertThat(header(twice.getFirst(), "Message-ID")).isEqualTo(header(twice.getLast(), "Message-ID"));
        assertThat(part(twice.getFirst(), "text/plain")).isEqualTo(part(twice.getLast(), "text/plain"));
        assertThat(about(order, MailKind.SALE).state()).isEqualTo(Mail.State.SENT);
    }

    @Test
    void mail_that_is_long_over_is_forgotten() {
        Order order = order(kettle);
        postman.goRound();
        clock.advance(Duration.ofDays(1));

        assertThat(Stream.generate(() -> store.forget(clock.instant(), 500)).anyMatch(it -> it < 500))
                .isTrue();

        assertThat(about(order)).isEmpty();
    }

    @Test
    void a_long_list_is_read_in_stretches() {
        Order order = order(kettle);
        List<Mail> all = about(order);
        var first = mails.search(order.id().value(), null, 1);
        var second = mails.search(order.id().value(), first.next(), 1);

        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .containsExactlyElementsOf(all);
        assertThat(second.next()).isNull();
        assertThat(mails.search(nadia.email(), null, 5).items()).hasSize(1);
        assertThat(mails.list(Mail.State.WAITING, null, 5).items()).hasSize(2);
        assertThat(mails.list(null, null, 1).next()).isNotNull();
        assertThat(mails.failed()).isBetween(0, Mails.MOST_COUNTED);
    }

    @Test
    void a_seller_hears_what_is_wrong_with_an_address() {
        assertThat(settings.choose(nadias, List.of("nadia at home"), Language.ENGLISH, Set.of()))
                .contains(new MailSettings.Refusal(MailSettings.Problem.NOT_AN_ADDRESS, "nadia at home"));
        assertThat(settings.choose(nadias, List.of("a@b.example\r\nBcc: c@d.example"), Language.ENGLISH, Set.of()))
                .isPresent();
        assertThat(settings.choose(nadias, List.of(" "), Language.ENGLISH, Set.of(MailKind.SALE)))
                .contains(new MailSettings.Refusal(MailSettings.Problem.NO_ADDRESS, ""));
        assertThat(settings.choose(
                        nadias,
                        Stream.iterate(1, it -> it + 1)
                                .limit(6)
                                .map(it -> it + "@people.example")
                                .toList(),
                        Language.ENGLISH,
                        Set.of()))
                .contains(new MailSettings.Refusal(MailSettings.Problem.TOO_MANY, ""));
        assertThat(settings.of(nadias, Marketplaces.US).chosen()).isFalse();
    }
}
