package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.notifications.MailServer.header;
import static org.openstall.notifications.MailServer.part;
import static org.openstall.notifications.MailServer.received;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.pages.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How mail is sent, tried again and given up, and for how long it is known. */
@OpenstallTest
class SendingMailTests implements WithMailServer {
    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture fixture;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private MailSettings settings;

    @Autowired
    private Mails mails;

    @Autowired
    private MailStore store;

    @Autowired
    private Letters letters;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private Postman postman;

    @Autowired
    private MovableClock clock;

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

        assertThat(fixture.about(order)).hasSize(2).allSatisfy(it -> {
            assertThat(it.state()).isEqualTo(Mail.State.WAITING);
            assertThat(it.attempts()).isEqualTo(1);
            assertThat(it.reason()).isNotBlank();
            assertThat(it.dueAt()).isEqualTo(MarketFixture.MONDAY.plus(Duration.ofMinutes(1)));
        });
        postman.goRound();
        assertThat(received(omar.email())).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        postman.goRound();
        assertThat(received(omar.email())).hasSize(1);
        assertThat(fixture.about(order)).allSatisfy(it -> {
            assertThat(it.state()).isEqualTo(Mail.State.SENT);
            assertThat(it.reason()).isNull();
        });
    }

    @Test
    void after_the_last_try_a_mail_is_given_up_with_the_reason_and_can_be_sent_again() throws Exception {
        Order order = order(kettle);
        try (ScriptedSmtp busy = new ScriptedSmtp(Map.of("RCPT", "450 4.2.1 Mailbox busy"))) {
            Postman postman = postman(busy.port());
            Instant last = MarketFixture.MONDAY;
            for (int tries = 1; tries < 8; tries++) {
                postman.goRound();
                Mail mail = fixture.about(order, MailKind.SALE);
                assertThat(mail.attempts()).isEqualTo(tries);
                assertThat(mail.dueAt()).isAfter(last);
                last = Objects.requireNonNull(mail.dueAt());
                clock.stopAt(last);
            }
            assertThat(Duration.between(MarketFixture.MONDAY, last))
                    .isBetween(Duration.ofHours(20), Duration.ofHours(26));
            postman.goRound();
        }
        Mail given = fixture.about(order, MailKind.SALE);
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
        Mail mail = fixture.about(order, MailKind.SALE);
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
        assertThat(fixture.about(another, MailKind.SALE).reason()).isEqualTo("554 5.7.1 We do not want this");
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
        assertThat(fixture.about(order)).hasSize(3).allMatch(it -> it.state() == Mail.State.FAILED);

        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        assertThat(iris.get("/operator/mail?state=failed").text()).containsPattern("Send \\d+ failed mails again");
        assertThat(iris.post("/operator/mail/attempts").status()).isEqualTo(303);
        postman.goRound();

        assertThat(received(omar.email())).hasSize(1);
        assertThat(received(nadia.email())).hasSize(1);
        assertThat(fixture.about(order).stream().filter(it -> it.state() == Mail.State.FAILED))
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
        assertThat(fixture.about(order).stream().filter(it -> it.state() == Mail.State.SENT))
                .hasSize(2);
        assertThat(settings.bounces(nadias)).extracting(Bounce::address).containsExactly("gone@people.example");
    }

    @Test
    void a_refused_sender_is_nobody_elses_fault() throws Exception {
        Order order = order(kettle);
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("MAIL", "553 5.7.1 You are not shop.example"))) {
            postman(strict.port()).goRound();
        }
        assertThat(fixture.about(order)).allSatisfy(it -> {
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
            assertThat(dying.messageIds()).hasSize(4);
            assertThat(Set.copyOf(dying.messageIds())).hasSize(2);
        }
    }

    @Test
    void a_program_killed_between_sending_and_noting_it_sends_the_same_mail_once_more() throws Exception {
        Order order = order(kettle);
        Mail mail = fixture.about(order, MailKind.SALE);
        MailContent content = letters.write(mail);
        assertThat(store.begin(mail, content, clock.instant().plus(Postman.LONGEST_TRY)))
                .isTrue();
        assertThat(store.begin(mail, content, clock.instant().plus(Postman.LONGEST_TRY)))
                .as("by another node")
                .isFalse();
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(MailServer.port());
        PostOffice office = new PostOffice(server, "orders@shop.example", "", "https://shop.example");
        try (PostOffice.Round round = office.round()) {
            assertThat(round.hand(office.envelope(mail), content)).isInstanceOf(Outcome.Taken.class);
        }

        postman.goRound();
        assertThat(received(nadia.email())).as("nobody knows yet").hasSize(1);
        clock.advance(Postman.LONGEST_TRY);
        postman.goRound();

        List<MimeMessage> twice = received(nadia.email());
        assertThat(twice).hasSize(2);
        assertThat(header(twice.getFirst(), "Message-ID")).isEqualTo(header(twice.getLast(), "Message-ID"));
        assertThat(part(twice.getFirst(), "text/plain")).isEqualTo(part(twice.getLast(), "text/plain"));
        assertThat(fixture.about(order, MailKind.SALE).state()).isEqualTo(Mail.State.SENT);
    }

    @Test
    void mail_that_is_long_over_is_forgotten() {
        Order order = order(kettle);
        postman.goRound();
        clock.advance(Duration.ofDays(1));

        assertThat(Stream.generate(() -> store.forget(clock.instant(), 500)).anyMatch(it -> it < 500))
                .isTrue();

        assertThat(fixture.about(order)).isEmpty();
    }

    @Test
    void a_long_list_is_read_in_stretches() {
        Order order = order(kettle);
        List<Mail> all = fixture.about(order);
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
}
