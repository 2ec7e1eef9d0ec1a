package org.openstall.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openstall.identity.PasswordForgotten;
import org.openstall.identity.PasswordLinks;
import org.openstall.identity.PasswordRenewed;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.pages.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Sends mail about accounts. Only here it is looked whether an address has one, and only here a link by which to set a
 * password is made, for the very try that sends it: each try has a link of its own, as a mail may have arrived whose sending
 * seemed to fail. Nothing that it says is kept, so there is nothing for
 * the operator to look at or to send again; whoever got no mail asks for another.
 */
@Component
class AccountMails {
    private static final Logger LOG = LoggerFactory.getLogger(AccountMails.class);
    private static final int AT_ONCE = 50;

    private final AccountMailStore store;
    private final Users users;
    private final PasswordLinks links;
    private final Letters letters;
    private final PostOffice office;
    private final Clock clock;

    AccountMails(
            AccountMailStore store, Users users, PasswordLinks links, Letters letters, PostOffice office, Clock clock) {
        this.store = store;
        this.users = users;
        this.links = links;
        this.letters = letters;
        this.office = office;
        this.clock = clock;
    }

    @EventListener
    void on(PasswordForgotten event) {
        add(event.request(), event.email(), AccountMail.Kind.PASSWORD_FORGOTTEN, event.language());
    }

    /** A link that still waits would be good after the password has changed. */
    @ApplicationModuleListener
    void on(PasswordRenewed event) {
        store.removeAll(event.email(), AccountMail.Kind.PASSWORD_FORGOTTEN);
        add(event.id(), event.email(), AccountMail.Kind.PASSWORD_RENEWED, event.language());
    }

    private void add(UUID id, String email, AccountMail.Kind kind, String language) {
        if (office.isOpen()) {
            Instant now = clock.instant();
            store.add(new AccountMail(id, email, kind, Language.ofTag(language).orElse(Language.ENGLISH), now, now));
        }
    }

    /** Takes one round; true if there may be more to carry at once. */
    boolean goRound() {
        if (!office.isOpen()) {
            return false;
        }
        List<AccountMail> due = store.due(clock.instant(), AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        try (PostOffice.Round round = office.round()) {
            for (AccountMail mail : due) {
                if (!carry(round, mail)) {
                    return false;
                }
            }
        }
        return due.size() == AT_ONCE;
    }

    /** False if there is no way to the server. */
    private boolean carry(PostOffice.Round round, AccountMail mail) {
        Instant now = clock.instant();
        User user = users.findByEmail(mail.email()).orElse(null);
        if (user == null || now.isAfter(mail.createdAt().plus(mail.kind().worthwhile()))) {
            end(mail);
            return true;
        }
        if (!store.begin(mail, now.plus(Postman.LONGEST_TRY))) {
            return true;
        }
        Language language = Language.ofTag(user.language()).orElse(mail.language());
        MailContent content =
                switch (mail.kind()) {
                    case PASSWORD_FORGOTTEN -> letters.passwordForgotten(links.make(user.id()), language);
                    case PASSWORD_RENEWED -> letters.passwordRenewed(language);
                };
        return switch (round.hand(office.envelope(mail, language), content)) {
            case Outcome.Taken taken -> {
                end(mail);
                yield true;
            }
            case Outcome.Refused refused -> {
                LOG.warn("A mail about an account was refused: {}", refused.reason());
                end(mail);
                yield true;
            }
            case Outcome.Delayed delayed -> {
                LOG.warn("A mail about an account has to wait: {}", delayed.reason());
                yield true;
            }
            case Outcome.Unreachable unreachable -> {
                LOG.warn("A mail about an account has to wait: {}", unreachable.reason());
                yield false;
            }
        };
    }

    private void end(AccountMail mail) {
        switch (mail.kind()) {
            case PASSWORD_FORGOTTEN -> store.remove(mail);
            // What it tells of may be told again, should the program die just now.
            case PASSWORD_RENEWED -> store.end(mail);
        }
    }
}
