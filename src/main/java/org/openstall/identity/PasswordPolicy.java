package org.openstall.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a password has to be: long enough, not a few signs repeated, and not the person's own e-mail or name. */
final class PasswordPolicy {
    private static final int MIN_LENGTH = 10;
    private static final int MIN_DIFFERENT = 5;
    /** As much as bcrypt reads. */
    private static final int MAX_BYTES = 72;

    private PasswordPolicy() {}

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    static boolean isWeak(String password, String email, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        return password.codePointCount(0, password.length()) < MIN_LENGTH
                || password.codePoints().distinct().count() < MIN_DIFFERENT
                || lower.equals(email)
                || lower.equals(name.toLowerCase(Locale.ROOT));
    }
}
