package org.openstall.ordering;

/** The tabs of a seller's order list. */
public enum OrderTab {
    /** The most urgent first. */
    TO_SHIP,
    SHIPPED,
    CANCELLED,
    ALL
}
