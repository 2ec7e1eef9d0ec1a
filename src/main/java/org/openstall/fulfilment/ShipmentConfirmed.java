package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** The seller has confirmed that an order is on its way. {@code tracked} if its carrier reports scans. */
public record ShipmentConfirmed(SellerId seller, OrderId order, Instant confirmedAt, boolean tracked) {}
