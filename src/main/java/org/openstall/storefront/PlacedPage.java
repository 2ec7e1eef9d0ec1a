package org.openstall.storefront;

import java.util.List;
import org.openstall.ordering.Order;
import org.openstall.pages.View;

/** The orders that a checkout has become. */
public record PlacedPage(List<ShownOrder> orders) implements View {

    public PlacedPage {
        orders = List.copyOf(orders);
    }

    public Order first() {
        return orders.getFirst().order();
    }
}
