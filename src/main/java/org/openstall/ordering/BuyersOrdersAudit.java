package org.openstall.ordering;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Audit;
import org.openstall.kernel.OrderId;
import org.springframework.stereotype.Component;

/** Compares the list that each buyer has of his orders with the orders themselves, which their sellers have. */
@Component
class BuyersOrdersAudit implements Audit {
    private final Orders orders;
    private final OrderListStore lists;

    BuyersOrdersAudit(Orders orders, OrderListStore lists) {
        this.orders = orders;
        this.lists = lists;
    }

    @Override
    public String name() {
        return "Buyers' lists of their orders";
    }

    @Override
    public long run(Consumer<String> differences) {
        LongAdder found = new LongAdder();
        long checked = orders.walk((seller, its) -> found.add(compare(its, differences)));
        long unknown = lists.countListed() - found.sum();
        if (unknown > 0) {
            differences.accept("Buyers' lists have " + unknown + " orders that do not exist");
        }
        return checked;
    }

    /** Says how many of the orders their buyers' lists have. */
    private int compare(List<Order> its, Consumer<String> differences) {
        Map<OrderId, OrderListStore.Listed> listed = lists.listed(its);
        for (Order order : its) {
            OrderListStore.@Nullable Listed kept = listed.get(order.id());
            OrderListStore.Listed expected = new OrderListStore.Listed(order.seller(), order.orderedAt());
            if (!expected.equals(kept)) {
                differences.accept("Order " + order.id() + " in the list of buyer " + order.buyer() + ": kept " + kept
                        + "; the order itself says " + expected);
            }
        }
        return listed.size();
    }
}
