package org.openstall.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets people who have forgotten their password set a new one by a link in a mail, which is good for an hour and for one
 * time. Only the hash of its code is kept; the code itself is nowhere but in the mail. All links of an account end when its
 * password changes, but none because another is asked for: anybody can do that.
 */
@Component
public class PasswordLinks {
    public static final Duration GOOD = Duration.ofHours(1);
    private static final int CODE_BYTES = 32;

    private final PasswordLinkStore store;
    private final Users users;
    private final Accounts accounts;
    private final SignInLimits limits;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(
            PasswordLinkStore store,
            Users users,
            Accounts accounts,
            SignInLimits limits,
            Acts acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.accounts = accounts;
        this.limits = limits;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Hears a request, without looking whether anybody has that address: the answer is the same, and takes as long.
     *
     * @param language in which he asks, as a tag such as {@code zh-TW}
     * @param address the network address of the asker
     */
    public LinkRequest request(String email, String language, String address) {
        String normalized = Users.normalized(email);
        if (!Users.isAddress(normalized)) {
            return new LinkRequest.NoAddress();
        }
        Instant barredUntil = limits.takeLink(normalized, address);
        if (barredUntil != null) {
            return new LinkRequest.TryAgainAt(barredUntil);
        }
        acts.passwordForgotten(normalized, address);
        events.publishEvent(new PasswordForgotten(TimeOrderedIds.create(clock.instant()), normalized, language));
        return new LinkRequest.Heard();
    }

    /** The code of a new link, to be sent to the user at once. */
    public String make(UserId user) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accounts.addLink(user, hash(code), clock.instant().plus(GOOD));
        return code;
    }

    /** Whose link has that code; empty if it is not good. */
    public Optional<User> owner(String code) {
        return store.owner(hash(code), clock.instant()).flatMap(users::find);
    }

    /**
     * Uses up a link. Whoever is signed in by the account signs in anew, and failed sign-ins to it are forgotten, those
     * from all addresses together and those from his own, as the owner has shown that he reads its mail.
     *
     * @param language in which he does it, as a tag such as {@code zh-TW}
     * @param address the network address he does it from
     */
    public PasswordRenewal renew(String code, String password, String language, String address) {
        User user = owner(code).orElse(null);
        if (user == null) {
            return new PasswordRenewal.LinkVoid();
        }
        Registration.@Nullable Reason refusal = Users.passwordRefusal(user.email(), user.name(), password);
        if (refusal != null) {
            return new PasswordRenewal.Refused(refusal);
        }
        Instant now = clock.instant();
        PasswordRenewed event = new PasswordRenewed(
                TimeOrderedIds.create(now), user.email(), Objects.requireNonNullElse(user.language(), language));
        if (!accounts.renewPassword(user, hash(code), users.hash(password), event, now)) {
            return new PasswordRenewal.LinkVoid();
        }
        acts.passwordRenewed(user, address);
        limits.forgive(user.email(), address);
        return new PasswordRenewal.Renewed();
    }

    /** Forgets those that are over. */
    void forgetExpired() {
        store.removeExpired(clock.instant());
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
