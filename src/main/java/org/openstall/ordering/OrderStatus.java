package org.openstall.ordering;

/** Where an order is on its way. */
public enum OrderStatus {
    UNSHIPPED,
    /** Some of its units are on their way, others still to ship. It cannot be cancelled any more. */
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED;

    /** Whether the seller still has to ship something. */
    public boolean isToShip() {
        return this == UNSHIPPED || this == PARTIALLY_SHIPPED;
    }
}
