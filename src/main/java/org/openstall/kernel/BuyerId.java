package org.openstall.kernel;

import java.io.Serializable;
import java.util.UUID;

/** A shopper. Someone who has not signed in has one too, kept in a cookie, so that his cart has an owner. */
public record BuyerId(UUID value) implements Serializable {

    public static BuyerId parse(String text) {
        return new BuyerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
