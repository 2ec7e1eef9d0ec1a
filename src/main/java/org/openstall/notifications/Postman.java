package org.openstall.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries what is due to the mail server. A try is counted, and its result noted, in transactions of their own: should
 * the program die in between, nobody can know whether the server has taken the mail, so after a while it is sent once
 * more under the same {@code Message-ID}.
 */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 50;

    /** Longer than all answers of a server together may take. */
    static final Duration LONGEST_TRY = Duration.ofMinutes(5);

    /** Other servers try about so long before they return a mail. */
    private static final Duration LONGEST_RETURN = Duration.ofDays(5);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private final MailStore store;
    private final Letters letters;
    private final PostOffice office;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Postman(MailStore store, Letters letters, PostOffice office, Marketplaces marketplaces, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.office = office;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    /** Takes one round; true if there may be more to carry at once. */
    boolean goRound() {
        if (!office.isOpen()) {
            return false;
        }
        List<Mail> due = store.due(clock.instant(), AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        try (PostOffice.Round round = office.round()) {
            for (int i = 0; i < due.size(); i++) {
                Optional<String> unreachable = carry(round, due.get(i));
                if (unreachable.isPresent()) {
                    due.subList(i + 1, due.size()).forEach(it -> couldNotBegin(it, unreachable.get()));
                    return false;
                }
            }
        }
        return due.size() == AT_ONCE;
    }

    /** Why there is no way to the server, if there is none. */
    private Optional<String> carry(PostOffice.Round round, Mail mail) {
        MailContent content;
        try {
            content = mail.content() != null ? mail.content() : letters.write(mail);
        } catch (RuntimeException bug) {
            LOG.error("Mail {} cannot be written", mail.key().id(), bug);
            couldNotBegin(mail, String.valueOf(bug));
            return Optional.empty();
        }
        if (!store.begin(mail, content, clock.instant().plus(LONGEST_TRY))) {
            return Optional.empty();
        }
        switch (round.hand(office.envelope(mail), content)) {
            case Outcome.Taken taken -> {
                Instant now = clock.instant();
                store.sent(mail.key(), now);
                store.forgetBounce(mail.mailbox(), mail.address(), now.minus(LONGEST_RETURN));
            }
            case Outcome.Refused refused -> {
                Instant now = clock.instant();
                store.failed(mail.key(), refused.reason(), now);
                store.bounced(mail.mailbox(), new Bounce(mail.address(), now, 1, refused.reason()));
            }
            case Outcome.Delayed delayed -> later(mail, delayed.reason());
            case Outcome.Unreachable unreachable -> {
                later(mail, unreachable.reason());
                return Optional.of(unreachable.reason());
            }
        }
        return Optional.empty();
    }

    private void couldNotBegin(Mail mail, String reason) {
        store.countTry(mail);
        later(mail, reason);
    }

    /** After a longer pause each time, until the tries are used up. */
    private void later(Mail mail, String reason) {
        int tries = mail.attempts() + 1;
        Instant now = clock.instant();
        if (tries >= marketplaces.policies(mail.marketplace()).whole(Policy.MAIL_TRIES)) {
            store.failed(mail.key(), reason, now);
        } else {
            store.delay(mail.key(), reason, now.plus(PAUSES.get(Math.min(tries, PAUSES.size()) - 1)));
        }
    }
}
