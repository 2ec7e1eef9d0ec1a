package org.openstall.ordering;

/** Why an order is cancelled before shipment, by whom, and whose doing that is. */
public enum CancelReason {
    /** The buyer asked the seller for it. */
    BUYER_REQUEST(By.SELLER, false, true),
    /** The buyer wants it elsewhere. An address is never edited after the order, so he is to order again. */
    OTHER_ADDRESS(By.SELLER, false, true),
    OUT_OF_STOCK(By.SELLER, true, false),
    WRONG_PRICE(By.SELLER, true, true),
    CANNOT_SHIP(By.SELLER, true, true),
    CHANGED_MIND(By.BUYER, false, true),
    ORDERED_BY_MISTAKE(By.BUYER, false, true),
    ARRIVES_TOO_LATE(By.BUYER, false, true),
    WRONG_ADDRESS(By.BUYER, false, true),
    /** Not confirmed long after it was to ship. Whether the goods are still there nobody knows. */
    NEVER_SHIPPED(By.MARKETPLACE, true, false),
    /** Imported without a reason. */
    UNKNOWN(By.SELLER, true, true);

    /** Who cancels. */
    public enum By {
        BUYER,
        SELLER,
        MARKETPLACE
    }

    private final By by;
    private final boolean countsAgainstSeller;
    private final boolean putsUnitsBack;

    CancelReason(By by, boolean countsAgainstSeller, boolean putsUnitsBack) {
        this.by = by;
        this.countsAgainstSeller = countsAgainstSeller;
        this.putsUnitsBack = putsUnitsBack;
    }

    public By by() {
        return by;
    }

    /** Whether it counts in the seller's cancel rate. */
    public boolean countsAgainstSeller() {
        return countsAgainstSeller;
    }

    /** Whether the units go back on sale. */
    public boolean putsUnitsBack() {
        return putsUnitsBack;
    }
}
