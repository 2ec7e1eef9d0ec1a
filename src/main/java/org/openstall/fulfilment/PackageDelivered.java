package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** The carrier has delivered one of an order's packages, counted from one. */
public record PackageDelivered(SellerId seller, OrderId order, int number, Instant deliveredAt) {}
