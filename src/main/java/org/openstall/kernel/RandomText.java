package org.openstall.kernel;

import java.security.SecureRandom;

/** Text nobody can guess, for identifiers. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private RandomText() {}

    static String base36(int length) {
        return text(length, BASE_36.length());
    }

    static String digits(int length) {
        return text(length, 10);
    }

    private static String text(int length, int alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE_36.charAt(RANDOM.nextInt(alphabet)));
        }
        return text.toString();
    }
}
