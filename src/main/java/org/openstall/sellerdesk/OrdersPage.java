package org.openstall.sellerdesk;

import org.openstall.kernel.Page;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.View;

/** A seller's orders; {@code query} is what was searched for, or empty. */
public record OrdersPage(Stall stall, OrderTab tab, String query, Page<Order> orders, Orders.Backlog backlog)
        implements View {

    /** The tab's name in addresses. */
    public String tabName(OrderTab each) {
        return OrdersController.name(each);
    }
}
