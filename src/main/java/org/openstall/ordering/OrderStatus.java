package org.openstall.ordering;

/** Where an order is on its way. */
public enum OrderStatus {
    UNSHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED
}
