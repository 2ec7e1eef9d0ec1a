package org.openstall.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Act.Kind;
import org.openstall.identity.Registration.Reason;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may do beyond buying, and their passwords. A change ends the sessions of the user, who signs in anew with
 * what he may do from now on, and is kept among the {@link Acts}. A new password ends his {@link PasswordLinks}, too.
 */
@Component
public class Accounts {
    private final Users users;
    private final UserStore store;
    private final PasswordLinkStore links;
    private final JdbcIndexedSessionRepository stored;
    private final SparingSessions sessions;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    Accounts(
            Users users,
            UserStore store,
            PasswordLinkStore links,
            JdbcIndexedSessionRepository stored,
            SparingSessions sessions,
            Acts acts,
            ApplicationEventPublisher events) {
        this.users = users;
        this.store = store;
        this.links = links;
        this.stored = stored;
        this.sessions = sessions;
        this.acts = acts;
        this.events = events;
    }

    /**
     * The user works for the seller's business from now on, and for no other; null for none.
     *
     * @throws LostRace if there is no such user
     */
    public void setSeller(UserId user, @Nullable SellerId seller) {
        store.setSeller(user, seller);
        noted(Kind.SELLER_SET, user, seller == null ? "" : seller.value());
    }

    /**
     * Whether the user operates the marketplace from now on.
     *
     * @throws LostRace if there is no such user
     */
    public void setOperator(UserId user, boolean operator) {
        store.setOperator(user, operator);
        noted(Kind.OPERATOR_SET, user, Boolean.toString(operator));
    }

    /** Empty if the user has the password now; else why it cannot be one. */
    public Optional<Reason> setPassword(User user, String password) {
        Reason refusal = Users.passwordRefusal(user.email(), user.name(), password);
        if (refusal == null) {
            store.setPasswordHash(user.id(), users.hash(password));
            noted(Kind.PASSWORD_SET, user.id(), "");
        }
        return Optional.ofNullable(refusal);
    }

    /** A link is made either before a password is set, which ends it, or after that. */
    @Transactional
    void addLink(UserId user, byte[] codeHash, Instant expiresAt) {
        store.lockPassword(user);
        links.add(user, codeHash, expiresAt);
    }

    /** Sets a good password by a link, which is used up; false if it is no good one any more. */
    @Transactional
    boolean renewPassword(User user, byte[] codeHash, String passwordHash, PasswordRenewed event, Instant now) {
        store.lockPassword(user.id());
        if (!links.use(user.id(), codeHash, now)) {
            return false;
        }
        store.setPasswordHash(user.id(), passwordHash);
        endSessions(user.id());
        events.publishEvent(event);
        return true;
    }

    private void noted(Kind kind, UserId user, String to) {
        store.find(user).ifPresent(it -> acts.changed(kind, it, to));
        endSessions(user);
    }

    private void endSessions(UserId user) {
        Set.copyOf(stored.findByIndexNameAndIndexValue(
                                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user.toString())
                        .keySet())
                .forEach(sessions::deleteById);
    }
}
