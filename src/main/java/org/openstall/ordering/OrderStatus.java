package org.openstall.ordering;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where an order is on its way, and where it can go from there. */
public enum OrderStatus {
    UNSHIPPED,
    /** Some of its units are on their way, others still to ship. It cannot be cancelled any more. */
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** What an order can become from here; there is no other move, and none back. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case UNSHIPPED -> EnumSet.of(PARTIALLY_SHIPPED, SHIPPED, CANCELLED);
            case PARTIALLY_SHIPPED -> EnumSet.of(PARTIALLY_SHIPPED, SHIPPED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    public boolean canBecome(OrderStatus other) {
        return next().contains(other);
    }

    /** Those from which an order can come here, by their names: the condition of every update. */
    String[] from() {
        return Arrays.stream(values())
                .filter(it -> it.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** Whether the seller still has to ship something. */
    public boolean isToShip() {
        return canBecome(SHIPPED);
    }
}
