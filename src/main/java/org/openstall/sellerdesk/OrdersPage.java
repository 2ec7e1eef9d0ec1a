package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.ordering.ListedOrder;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.View;

/**
 * A seller's orders.
 *
 * @param query what was searched for, or empty
 * @param effects what shipping late would do; null where nothing is to ship
 */
public record OrdersPage(
        Stall stall,
        OrderTab tab,
        String query,
        Page<ListedOrder> orders,
        Orders.Backlog backlog,
        @Nullable Effects effects)
        implements View {

    /** The tab's name in addresses. */
    public String tabName(OrderTab each) {
        return OrdersController.name(each);
    }

    /** Whether orders are chosen here to be confirmed together. */
    public boolean canConfirm() {
        return tab == OrderTab.TO_SHIP;
    }

    /** What becomes of the rate if the order, which is not late yet, is. */
    public @Nullable Effect ifLate(ListedOrder order) {
        return effects == null ? null : effects.ifLate(order.shipBy());
    }
}
