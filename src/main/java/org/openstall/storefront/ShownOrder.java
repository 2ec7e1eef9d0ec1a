package org.openstall.storefront;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.sellers.Seller;

/**
 * An order as its buyer sees it in a list.
 *
 * @param place its marketplace, by whose clock its days are told
 * @param categories of the products that still have a page
 */
public record ShownOrder(Order order, Seller seller, Marketplace place, Map<ProductId, String> categories) {

    public ShownOrder {
        categories = Map.copyOf(categories);
    }

    public LocalDate orderedOn() {
        return place.dayOf(order.orderedAt());
    }

    /** The day until which it was promised. */
    public LocalDate promisedBy() {
        return place.dayOf(order.promisedBy());
    }

    public @Nullable LocalDate deliveredOn() {
        return order.deliveredAt() == null ? null : place.dayOf(order.deliveredAt());
    }

    public String icon(OrderLine line) {
        return CategoryIcons.of(categories.getOrDefault(line.product(), ""));
    }
}
