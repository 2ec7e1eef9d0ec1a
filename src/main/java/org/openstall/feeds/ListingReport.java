package org.openstall.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openstall.listings.InventoryQuery;

/** The reports of a seller's listings, each with the columns that programs expect. */
public enum ListingReport {
    /** GET_FLAT_FILE_OPEN_LISTINGS_DATA. */
    OPEN(InventoryQuery.Filter.ACTIVE),
    /** GET_MERCHANT_LISTINGS_DATA. */
    ACTIVE(InventoryQuery.Filter.ACTIVE),
    /** GET_MERCHANT_LISTINGS_INACTIVE_DATA. */
    INACTIVE(InventoryQuery.Filter.NOT_ACTIVE),
    /** GET_MERCHANT_LISTINGS_ALL_DATA. */
    ALL(InventoryQuery.Filter.ALL);

    private static final List<String> LISTING = List.of(
            "item-name",
            "item-description",
            "listing-id",
            "seller-sku",
            "price",
            "quantity",
            "open-date",
            "image-url",
            "item-is-marketplace",
            "product-id-type",
            "zshop-shipping-fee",
            "item-note",
            "item-condition",
            "zshop-category1",
            "zshop-browse-path",
            "zshop-storefront-feature",
            "asin1",
            "asin2",
            "asin3",
            "will-ship-internationally",
            "expedited-shipping",
            "zshop-boldface",
            "product-id",
            "bid-for-featured-placement",
            "add-delete",
            "pending-quantity",
            "fulfillment-channel");

    private final InventoryQuery.Filter filter;

    ListingReport(InventoryQuery.Filter filter) {
        this.filter = filter;
    }

    InventoryQuery.Filter filter() {
        return filter;
    }

    List<String> columns() {
        return switch (this) {
            case OPEN -> {
                List<String> columns = new ArrayList<>(List.of("sku", "asin", "price", "quantity"));
                addBusinessPrices(columns);
                yield columns;
            }
            case ACTIVE -> {
                List<String> columns = new ArrayList<>(LISTING);
                addBusinessPrices(columns);
                columns.add(columns.indexOf("Progressive Price Type"), "merchant-shipping-group");
                yield columns;
            }
            case INACTIVE, ALL -> {
                List<String> columns = new ArrayList<>(LISTING);
                columns.addAll(Arrays.asList("merchant-shipping-group", "status"));
                yield columns;
            }
        };
    }

    private static void addBusinessPrices(List<String> columns) {
        columns.addAll(List.of("Business Price", "Quantity Price Type"));
        addSteps(columns, "Quantity", 5);
        columns.add("Progressive Price Type");
        addSteps(columns, "Progressive", 3);
    }

    private static void addSteps(List<String> columns, String what, int steps) {
        for (int step = 1; step <= steps; step++) {
            columns.add(String.format(Locale.ROOT, "%s Lower Bound %d", what, step));
            columns.add(String.format(Locale.ROOT, "%s Price %d", what, step));
        }
    }
}
