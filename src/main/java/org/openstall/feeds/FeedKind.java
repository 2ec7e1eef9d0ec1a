package org.openstall.feeds;

/** What a file is for. */
public enum FeedKind {
    /** Price, quantity and handling time of offers that there are. */
    PRICE_AND_QUANTITY,
    /** Offers of products in the catalogue: added, changed, ended. */
    INVENTORY_LOADER,
    /** Pages by the template of a product type, with an offer each: known pages are matched, new ones proposed. */
    PAGE_TEMPLATE,
    /** The messages of the JSON listings feed, as far as they are about offers. */
    LISTINGS_JSON,
    /** Packages of orders on their way. */
    ORDER_FULFILMENT
}
