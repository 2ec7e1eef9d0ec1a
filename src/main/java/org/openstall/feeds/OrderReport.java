package org.openstall.feeds;

import java.util.List;

/** The reports of a seller's orders, each with the columns that programs expect, a row for each line of an order. */
public enum OrderReport {
    /** GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: what is still to ship. */
    UNSHIPPED(
            "order-id",
            "order-item-id",
            "purchase-date",
            "payments-date",
            "reporting-date",
            "promise-date",
            "days-past-promise",
            "buyer-email",
            "buyer-phone-number",
            "sku",
            "product-name",
            "quantity-purchased",
            "quantity-shipped",
            "quantity-to-ship",
            "ship-service-level",
            "recipient-name",
            "ship-address-1",
            "ship-address-2",
            "ship-address-3",
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "ship-country",
            "is-business-order",
            "purchase-order-number",
            "price-designation",
            "is-prime"),
    /** GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: what was ordered in the last days. */
    ALL_ORDERS(
            "amazon-order-id",
            "merchant-order-id",
            "purchase-date",
            "last-updated-date",
            "order-status",
            "fulfillment-channel",
            "sales-channel",
            "order-channel",
            "ship-service-level",
            "product-name",
            "sku",
            "asin",
            "item-status",
            "quantity",
            "currency",
            "item-price",
            "item-tax",
            "shipping-price",
            "shipping-tax",
            "gift-wrap-price",
            "gift-wrap-tax",
            "item-promotion-discount",
            "ship-promotion-discount",
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "ship-country",
            "promotion-ids",
            "cpf",
            "is-business-order",
            "purchase-order-number",
            "price-designation");

    private final String columns;

    OrderReport(String... columns) {
        this.columns = String.join("\t", columns);
    }

    List<String> columns() {
        return List.of(columns.split("\t", -1));
    }
}
