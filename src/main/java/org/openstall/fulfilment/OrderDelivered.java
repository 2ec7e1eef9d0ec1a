package org.openstall.fulfilment;

import java.time.Instant;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** The last of an order's packages has been delivered. */
public record OrderDelivered(SellerId seller, OrderId order, Instant deliveredAt) {}
