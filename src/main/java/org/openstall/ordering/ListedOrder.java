package org.openstall.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;

/**
 * What a line of a list tells of an order, for which the whole need not be read: neither its address nor its prices.
 *
 * @param movedAt when it was delivered or cancelled, or else confirmed; null before
 * @param total with shipping, gift wrap and taxes
 * @param title of its first line; empty if nothing is known of its lines, as of some imported ones
 */
public record ListedOrder(
        OrderId id,
        String buyerName,
        OrderStatus status,
        Instant orderedAt,
        Instant shipBy,
        @Nullable Instant movedAt,
        Money total,
        String title,
        int lines,
        int units,
        boolean isGift) {

    /** This order and one more of its lines, for which wrapping and taxes come on top. */
    ListedOrder withLine(String lineTitle, int quantity, boolean gift, long moreMinor) {
        return new ListedOrder(
                id,
                buyerName,
                status,
                orderedAt,
                shipBy,
                movedAt,
                new Money(total.minor() + moreMinor, total.currency()),
                lines == 0 ? lineTitle : title,
                lines + 1,
                units + quantity,
                isGift || gift);
    }
}
