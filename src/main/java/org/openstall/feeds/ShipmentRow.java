package org.openstall.feeds;

import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.NewLabel;
import org.openstall.kernel.OrderId;

/**
 * A row of a fulfilment file.
 *
 * @param item the line of the order; null for all that is left of it
 * @param quantity how many units of the item; null for all that are left
 */
record ShipmentRow(
        int record,
        OrderId order,
        @Nullable Integer item,
        @Nullable Integer quantity,
        NewLabel label) {

    /** Rows of one package go together. */
    record PackageKey(OrderId order, NewLabel label) {}

    PackageKey key() {
        return new PackageKey(order, label);
    }
}
