package org.openstall.carriers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret by which an aggregator is known. It has so many random bits that a plain hash keeps it well. */
final class Key {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int BEGINNING = 8;

    private final String text;

    private Key(String text) {
        this.text = text;
    }

    static Key random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Key("osk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Key of(String text) {
        return new Key(text);
    }

    String text() {
        return text;
    }

    String beginning() {
        return text.substring(0, Math.min(BEGINNING, text.length()));
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
