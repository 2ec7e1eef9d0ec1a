package org.openstall.ordering;

/** Why an order is cancelled before shipment, and whose doing that is. */
public enum CancelReason {
    BUYER_REQUEST(false),
    OUT_OF_STOCK(true),
    WRONG_PRICE(true),
    CANNOT_SHIP(true),
    /** Imported without a reason. */
    UNKNOWN(true);

    private final boolean bySeller;

    CancelReason(boolean bySeller) {
        this.bySeller = bySeller;
    }

    /** Whether it counts in the seller's cancel rate. */
    public boolean bySeller() {
        return bySeller;
    }
}
