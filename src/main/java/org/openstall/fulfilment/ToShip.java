package org.openstall.fulfilment;

import org.openstall.kernel.OrderId;

/** One of many confirmations. */
public record ToShip(OrderId order, Confirmation confirmation) {}
