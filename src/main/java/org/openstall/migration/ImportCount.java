package org.openstall.migration;

/** What an import counts, in the order in which it is told. */
public enum ImportCount {
    NEW_SELLERS("new sellers"),
    NEW_PRODUCTS("new products"),
    KNOWN_PRODUCTS("products that were known, by id or code"),
    NEW_OFFERS("new offers"),
    NEW_ORDERS("new orders"),
    SHIPMENTS("shipments and deliveries"),
    FEEDBACK("feedback given or replaced"),
    ORDERS_WITHOUT_ITEMS("orders skipped, having no items and so no seller"),
    LATER_ORDERS("orders left out as later");

    private final String title;

    ImportCount(String title) {
        this.title = title;
    }

    /** For the terminal. */
    String title() {
        return title;
    }

    /** Whether anything is different for it than before the import. */
    boolean isChange() {
        return switch (this) {
            case NEW_SELLERS, NEW_PRODUCTS, NEW_OFFERS, NEW_ORDERS, SHIPMENTS, FEEDBACK -> true;
            case KNOWN_PRODUCTS, ORDERS_WITHOUT_ITEMS, LATER_ORDERS -> false;
        };
    }
}
