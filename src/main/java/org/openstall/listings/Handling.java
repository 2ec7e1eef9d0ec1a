package org.openstall.listings;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.shipping.Promise;

/**
 * How long until an offer is shipped, from {@code least} to {@code most} business days. Promises to buyers count with
 * {@code most}; an offer without it goes by its seller's default, and he by the marketplace's policy.
 */
public record Handling(@Nullable Integer least, @Nullable Integer most) {
    public static final Handling STANDARD = new Handling(null, null);
    public static final int MOST_DAYS = Promise.Handling.MOST_DAYS;

    public static Handling upTo(@Nullable Integer most) {
        return new Handling(null, most);
    }

    /** What speaks against it; nothing if it may hold. */
    public Set<OfferRefusal> refusals() {
        if (!isPossible(least) || !isPossible(most)) {
            return EnumSet.of(OfferRefusal.HANDLING_OUT_OF_RANGE);
        }
        return least != null && (most == null || least > most)
                ? EnumSet.of(OfferRefusal.HANDLING_REVERSED)
                : EnumSet.noneOf(OfferRefusal.class);
    }

    private static boolean isPossible(@Nullable Integer days) {
        return days == null || (days >= 0 && days <= MOST_DAYS);
    }

    /** What it says itself, if anything. */
    public Optional<Promise.Handling> own() {
        return Optional.ofNullable(most).map(it -> new Promise.Handling(least == null ? it : least, it));
    }
}
