package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/**
 * The carrier has delivered one of an order's packages, counted from one.
 *
 * @param units in it
 * @param unitsOfOrder which may be in several packages
 */
public record PackageDelivered(
        SellerId seller, OrderId order, int number, int units, int unitsOfOrder, Instant deliveredAt) {

    /** Whether more than this package belongs to the order. */
    public boolean isPart() {
        return units < unitsOfOrder;
    }
}
