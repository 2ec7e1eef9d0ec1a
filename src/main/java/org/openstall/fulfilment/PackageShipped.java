package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/**
 * A seller has confirmed that a package is on its way.
 *
 * @param number which of the order's packages it is
 * @param complete whether nothing of the order is left to ship
 */
public record PackageShipped(SellerId seller, OrderId order, int number, Instant confirmedAt, boolean complete) {}
