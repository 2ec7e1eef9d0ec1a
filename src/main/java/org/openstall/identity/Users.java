package org.openstall.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.Registration.Reason;
import org.openstall.identity.Registration.Refused;
import org.openstall.identity.Registration.Registered;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.UserId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people with an account. E-mail addresses are compared without regard to case. */
@Component
public class Users {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\".]{2,}");
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 80;

    private final UserStore store;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Users(UserStore store, PasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Opens an account for a buyer; see {@link Accounts} for more. */
    public Registration register(String email, String name, String password) {
        String address = normalized(email);
        String shownName = name.strip();
        Reason refusal = refusal(address, shownName, password);
        if (refusal != null) {
            return new Refused(refusal);
        }
        User user = new User(new UserId(TimeOrderedIds.create(clock.instant())), address, shownName, null, false, null);
        return store.insert(user, hash(password), clock.instant())
                ? new Registered(user)
                : new Refused(Reason.EMAIL_TAKEN);
    }

    private static @Nullable Reason refusal(String email, String name, String password) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return Reason.NAME_MISSING;
        }
        if (!isAddress(email)) {
            return Reason.EMAIL_INVALID;
        }
        return passwordRefusal(email, name, password);
    }

    static @Nullable Reason passwordRefusal(String email, String name, String password) {
        if (PasswordPolicy.isTooLong(password)) {
            return Reason.PASSWORD_TOO_LONG;
        }
        return PasswordPolicy.isWeak(password, email, name) ? Reason.PASSWORD_WEAK : null;
    }

    String hash(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash for a password");
        }
        return hash;
    }

    public Optional<User> find(UserId id) {
        return store.find(id);
    }

    public Optional<User> findByEmail(String email) {
        return store.idOf(normalized(email)).flatMap(store::find);
    }

    /** Keeps the language that the user has chosen, as a tag such as {@code zh-TW}. */
    public void setLanguage(UserId user, String language) {
        store.setLanguage(user, language);
    }

    /** Those who work for a seller's business, the first who joined first. */
    public List<User> of(SellerId seller) {
        return store.of(seller);
    }

    /** Whether a text has the form of an e-mail address; not whether anybody reads what is sent there. */
    public static boolean isAddress(String text) {
        return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
