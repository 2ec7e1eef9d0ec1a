package org.openstall.ordering;

import java.time.Instant;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** A buyer has ordered and paid; the seller is to ship. */
public record OrderPlaced(
        SellerId seller,
        OrderId order,
        MarketplaceId marketplace,
        BuyerId buyer,
        Instant orderedAt,
        Instant shipBy,
        Instant promisedBy,
        int units,
        Money total) {

    static OrderPlaced of(Order order) {
        return new OrderPlaced(
                order.seller(),
                order.id(),
                order.marketplace(),
                order.buyer(),
                order.orderedAt(),
                order.shipBy(),
                order.promisedBy(),
                order.units(),
                order.total());
    }
}
