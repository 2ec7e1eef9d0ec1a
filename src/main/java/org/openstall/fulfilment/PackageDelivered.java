package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** The carrier has delivered an order's package. */
public record PackageDelivered(SellerId seller, OrderId order, Instant deliveredAt) {}
