package org.openstall.fulfilment;

import java.time.Instant;
import java.util.List;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** Orders whose last units have just been confirmed, one or very many of them. */
public record OrdersShipped(List<Shipped> orders) {

    public OrdersShipped {
        orders = List.copyOf(orders);
    }

    /** {@code confirmedAt} is when the last unit was; {@code tracked} if carriers report scans. */
    public record Shipped(SellerId seller, OrderId order, Instant confirmedAt, boolean tracked) {}
}
