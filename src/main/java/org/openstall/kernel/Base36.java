package org.openstall.kernel;

import java.security.SecureRandom;

/** Text of digits and capital letters, for identifiers. */
final class Base36 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Base36() {}

    /** Asked of every id of every row that is read, where a regular expression would take too long. */
    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < '0' || character > '9') && (character < 'A' || character > 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Nobody can guess it. */
    static String random(int length) {
        return random(length, CHARACTERS.length());
    }

    static String randomDigits(int length) {
        return random(length, 10);
    }

    private static String random(int length, int alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(RANDOM.nextInt(alphabet)));
        }
        return text.toString();
    }
}
