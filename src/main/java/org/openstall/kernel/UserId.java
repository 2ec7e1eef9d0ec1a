package org.openstall.kernel;

import java.io.Serializable;
import java.util.UUID;

/** A person who signs in, whatever his roles. */
public record UserId(UUID value) implements Serializable {

    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
