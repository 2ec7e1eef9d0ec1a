package org.openstall.listings;

import org.jspecify.annotations.Nullable;

/**
 * How long a seller takes until shipment, from {@code least} to {@code most} business days. Promises to buyers count
 * with {@code most}; without it the marketplace's policy holds.
 */
public record Handling(@Nullable Integer least, @Nullable Integer most) {
    public static final Handling STANDARD = new Handling(null, null);
    public static final int MOST_DAYS = 30;

    public static Handling upTo(@Nullable Integer most) {
        return new Handling(null, most);
    }
}
