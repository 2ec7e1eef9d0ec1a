package org.openstall.storefront;

import java.time.LocalDate;
import java.util.Map;
import org.openstall.kernel.ProductId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.sellers.Seller;

/**
 * An order as its buyer sees it in a list.
 *
 * @param promisedBy the day until which it was promised, in its marketplace
 * @param categories of the products that still have a page
 */
public record ShownOrder(Order order, Seller seller, LocalDate promisedBy, Map<ProductId, String> categories) {

    public ShownOrder {
        categories = Map.copyOf(categories);
    }

    public String icon(OrderLine line) {
        return CategoryIcons.of(categories.getOrDefault(line.product(), ""));
    }
}
