package org.openstall.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.UserId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords, slowly for whoever guesses. */
@Component
public class SignIns {
    private final UserStore store;
    private final PasswordEncoder passwords;
    private final SignInLimits limits;
    private final Acts acts;
    /** Compared with when nobody has the e-mail, so that the answer takes as long as for a wrong password. */
    private final @Nullable String hashOfNobody;

    SignIns(UserStore store, PasswordEncoder passwords, SignInLimits limits, Acts acts) {
        this.store = store;
        this.passwords = passwords;
        this.limits = limits;
        this.acts = acts;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    /**
     * Tells whether somebody has this e-mail and password. Only failures use up attempts.
     *
     * @param address the network address of the asker
     */
    public SignInAttempt attempt(String email, String password, String address) {
        String normalized = Users.normalized(email);
        // What nobody can have is counted as one: it may be of any length.
        String account = Users.isAddress(normalized) ? normalized : "";
        Instant barredUntil = limits.take(account, address);
        if (barredUntil != null) {
            return new SignInAttempt.TryAgainAt(barredUntil);
        }
        Optional<UserId> user = store.idOf(normalized);
        String hash = user.flatMap(store::passwordHash).orElse(hashOfNobody);
        boolean matches = !PasswordPolicy.isTooLong(password) && passwords.matches(password, hash);
        if (user.isEmpty() || !matches) {
            acts.signInFailed(account, address);
            return new SignInAttempt.Mismatch();
        }
        limits.giveBack(account, address);
        return store.find(user.get())
                .<SignInAttempt>map(SignInAttempt.Welcome::new)
                .orElseGet(SignInAttempt.Mismatch::new);
    }
}
