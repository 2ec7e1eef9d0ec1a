package org.openstall.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Audit;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.springframework.stereotype.Component;

/** Compares how far each order is said to be with what its packages tell. */
@Component
class ProgressAudit implements Audit {
    private final Orders orders;
    private final ParcelStore store;

    ProgressAudit(Orders orders, ParcelStore store) {
        this.orders = orders;
        this.store = store;
    }

    @Override
    public String name() {
        return "Progress of orders";
    }

    @Override
    public long run(Consumer<String> differences) {
        return orders.walk((seller, its) -> compare(seller, its, differences));
    }

    private void compare(SellerId seller, List<Order> its, Consumer<String> differences) {
        Map<OrderId, List<Parcel>> parcels = store
                .of(seller, its.stream().map(Order::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Parcel::order));
        for (Order order : its) {
            Progress kept = new Progress(order.status(), order.confirmedAt(), order.deliveredAt());
            Progress told = Progress.of(new Fulfilment(order, parcels.getOrDefault(order.id(), List.of())));
            if (!kept.equals(told)) {
                differences.accept("Order " + order.id() + " of seller " + seller + ": kept " + kept
                        + "; its packages say " + told);
            }
        }
    }

    private record Progress(
            OrderStatus status,
            @Nullable Instant confirmedAt,
            @Nullable Instant deliveredAt) {

        static Progress of(Fulfilment fulfilment) {
            return new Progress(
                    status(fulfilment),
                    fulfilment.confirmedAt().orElse(null),
                    fulfilment.deliveredAt().orElse(null));
        }

        /** Only an order without any package can be cancelled. */
        private static OrderStatus status(Fulfilment fulfilment) {
            if (fulfilment.parcels().isEmpty()) {
                return fulfilment.order().cancelledAt() == null ? OrderStatus.UNSHIPPED : OrderStatus.CANCELLED;
            }
            if (!fulfilment.isComplete()) {
                return OrderStatus.PARTIALLY_SHIPPED;
            }
            return fulfilment.deliveredAt().isPresent() ? OrderStatus.DELIVERED : OrderStatus.SHIPPED;
        }
    }
}
