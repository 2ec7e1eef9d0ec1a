package org.openstall.ordering;

import java.time.Instant;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** An order has been cancelled before shipment. */
public record OrderCancelled(
        SellerId seller, OrderId order, MarketplaceId marketplace, Instant cancelledAt, CancelReason reason) {}
