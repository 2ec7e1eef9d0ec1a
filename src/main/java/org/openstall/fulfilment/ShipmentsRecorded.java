package org.openstall.fulfilment;

import java.util.List;

/** Shipments and deliveries of another marketplace's past have been added. */
public record ShipmentsRecorded(List<OrdersShipped.Shipped> confirmed, List<OrderDelivered> delivered) {}
