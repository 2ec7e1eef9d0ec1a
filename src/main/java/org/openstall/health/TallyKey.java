package org.openstall.health;

import java.time.LocalDate;
import java.util.Comparator;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/**
 * Where a count is kept. A day is spread over slots, so that parallel orders of one seller do not queue on one row.
 * The order is the one in which rows are locked.
 */
record TallyKey(SellerId seller, MarketplaceId marketplace, LocalDate day, int slot) implements Comparable<TallyKey> {
    private static final int SLOTS = 8;
    private static final Comparator<TallyKey> ORDER = Comparator.comparing(
                    (TallyKey it) -> it.seller().value())
            .thenComparing(it -> it.marketplace().value())
            .thenComparing(TallyKey::day)
            .thenComparing(TallyKey::slot);

    static int slot(OrderId order) {
        return Math.floorMod(order.hashCode(), SLOTS);
    }

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
