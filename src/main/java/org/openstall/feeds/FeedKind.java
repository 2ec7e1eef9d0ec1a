package org.openstall.feeds;

/** What a file is for. */
public enum FeedKind {
    /** Price, quantity and handling time of offers that there are. */
    PRICE_AND_QUANTITY,
    /** Offers of products in the catalogue: added, changed, ended. */
    INVENTORY_LOADER
}
