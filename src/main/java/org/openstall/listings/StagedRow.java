package org.openstall.listings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;

/**
 * What a file says of one offer, valid by itself: whether it fits the offer is seen when it is published. Null leaves
 * as it is, or takes what is usual for a new offer.
 *
 * @param record the number of the row in its file, from 1
 * @param note empty takes the note away
 * @param minimum in minor units; {@link #NO_LIMIT} takes the limit away
 * @param handlingMost business days; {@link #STANDARD_HANDLING} goes by the seller's default
 * @param template how it is shipped
 */
public record StagedRow(
        int record,
        Sku sku,
        Action action,
        @Nullable ProductId product,
        @Nullable Condition condition,
        @Nullable String note,
        @Nullable Long price,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Integer quantity,
        @Nullable Integer handlingLeast,
        @Nullable Integer handlingMost,
        @Nullable Boolean giftMessage,
        @Nullable Boolean giftWrap,
        @Nullable UUID template) {

    public static final long NO_LIMIT = 0;
    public static final int STANDARD_HANDLING = -1;

    /** A row that says no more of an offer than what to do with it and, perhaps, its quantity. */
    public static StagedRow bare(int record, Sku sku, Action action, @Nullable Integer quantity) {
        return new StagedRow(
                record, sku, action, null, null, null, null, null, null, quantity, null, null, null, null, null);
    }

    public StagedRow of(ProductId other) {
        return new StagedRow(
                record,
                sku,
                action,
                other,
                condition,
                note,
                price,
                minimum,
                maximum,
                quantity,
                handlingLeast,
                handlingMost,
                giftMessage,
                giftWrap,
                template);
    }

    /** What to do with the offer. */
    public enum Action {
        /** Change an offer that there is. */
        EDIT,
        /** Change it, or list it anew and open. */
        PUT,
        /** Take it away for good. */
        REMOVE,
        /** Leave it as it is. Only for a publication that closes the offers it does not name. */
        KEEP
    }
}
