package org.openstall.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Act.Kind;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.UserId;
import org.springframework.stereotype.Service;

/** Keeps who has done what, from where and when, for a year. */
@Service
public class Acts {
    static final Duration KEPT = Duration.ofDays(365);
    private static final int LONGEST = 500;

    private final ActStore store;
    private final Clock clock;

    Acts(ActStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void signedIn(User user, String address) {
        add(Kind.SIGNED_IN, user.email(), user.id(), address, "", "");
    }

    /** @param email empty if what was typed cannot be one: it may be a password in the wrong field */
    void signInFailed(String email, String address) {
        add(Kind.SIGN_IN_FAILED, email, null, address, "", "");
    }

    void passwordForgotten(String email, String address) {
        add(Kind.PASSWORD_FORGOTTEN, email, null, address, "", "");
    }

    void passwordRenewed(User user, String address) {
        add(Kind.PASSWORD_RENEWED, user.email(), user.id(), address, "", "");
    }

    /** Of an account, by the command line. */
    void changed(Kind kind, User account, String to) {
        add(kind, "", null, "", account.email(), to);
    }

    /** Notes what is about to be done, so that it is known even if nothing is known of its end. */
    public UUID begin(SignedIn user, String address, String request) {
        return add(Kind.REQUEST, user.email(), user.user(), address, request, "");
    }

    public void end(UUID act, int status) {
        store.saveOutcome(act, Integer.toString(status));
    }

    private UUID add(Kind kind, String who, @Nullable UserId user, String address, String subject, String outcome) {
        Instant now = clock.instant();
        UUID id = TimeOrderedIds.create(now);
        store.add(new Act(id, now, kind, shortened(who), user, address, shortened(subject), outcome));
        return id;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /**
     * The newest first.
     *
     * @param kind only those; null for all
     * @param who only those of an e-mail address; empty for everybody
     */
    public Page<Act> list(@Nullable Kind kind, String who, @Nullable String after, int size) {
        return store.list(kind, who.strip().toLowerCase(Locale.ROOT), after, size);
    }

    /** Forgets at most a thousand that have been kept long enough; returns how many. */
    int forgetOld() {
        return store.removeBefore(clock.instant().minus(KEPT), 1_000);
    }
}
