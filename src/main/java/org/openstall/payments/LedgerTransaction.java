package org.openstall.payments;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** One movement of money between accounts of one seller. Its entries add up to zero or it does not exist. */
record LedgerTransaction(
        UUID id, SellerId seller, OrderId order, Kind kind, Instant postedAt, Map<LedgerAccount, Money> entries) {

    /** What a movement is for. */
    enum Kind {
        ORDER_PLACED,
        ORDER_SHIPPED,
        ORDER_CANCELLED
    }

    LedgerTransaction {
        entries = Map.copyOf(entries);
        if (entries.values().stream().mapToLong(Money::minor).sum() != 0) {
            throw new IllegalArgumentException("Does not balance: " + entries);
        }
    }
}
