package org.openstall.listings;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/** What a seller wants changed; null leaves as it is. A handling time of {@link #DEFAULT_HANDLING} takes the policy. */
public record OfferEdit(
        @Nullable Money price,
        @Nullable Integer quantity,
        @Nullable Integer handlingDays,
        @Nullable Boolean active) {
    public static final int DEFAULT_HANDLING = -1;
}
