package org.openstall.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended in a list that is sorted by time and, within an instant, by id. It travels in addresses, where
 * anybody may write anything: what is no key leads to the beginning of the list.
 */
public record TimeKey(Instant at, String id) {
    /** Before everything in a list whose oldest come first. */
    public static final TimeKey OLDEST = new TimeKey(Instant.EPOCH, "");

    /** Before everything in a list whose newest come first. */
    public static final TimeKey NEWEST = new TimeKey(Instant.parse("9999-01-01T00:00:00Z"), "~");

    /** @param beginning what holds for no text, and for one that is no key */
    public static TimeKey parse(@Nullable String text, TimeKey beginning) {
        int cut = text == null ? -1 : text.indexOf('_');
        if (text == null || cut < 0) {
            return beginning;
        }
        try {
            Instant at = Instant.parse(text.substring(0, cut));
            return at.isBefore(OLDEST.at) || at.isAfter(NEWEST.at)
                    ? beginning
                    : new TimeKey(at, text.substring(cut + 1));
        } catch (DateTimeException notAKey) {
            return beginning;
        }
    }

    /** The id of a list whose rows have UUIDs; what is none is before or after all of them, as the beginning wants. */
    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return id.isEmpty() ? new UUID(0, 0) : new UUID(-1, -1);
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
