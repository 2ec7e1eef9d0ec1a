package org.openstall.ordering;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Audit;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.payments.Payment;
import org.openstall.payments.Payments;
import org.springframework.stereotype.Component;

/** Compares what each buyer pays, and whether it is taken, with his order. Orders placed elsewhere have no payment. */
@Component
class PaymentAudit implements Audit {
    private final Orders orders;
    private final Payments payments;

    PaymentAudit(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Override
    public String name() {
        return "Payments of orders";
    }

    @Override
    public long run(Consumer<String> differences) {
        LongAdder found = new LongAdder();
        orders.walk((seller, its) -> found.add(compare(seller, its, differences)));
        long kept = payments.count();
        if (kept > found.sum()) {
            differences.accept("There are " + (kept - found.sum()) + " payments of orders that do not exist");
        }
        return kept;
    }

    /** Says how many payments the orders have. */
    private int compare(SellerId seller, List<Order> its, Consumer<String> differences) {
        Map<OrderId, Payment> kept = payments
                .of(seller, its.stream().map(Order::id).toList())
                .stream()
                .collect(Collectors.toMap(Payment::order, Function.identity()));
        for (Order order : its) {
            @Nullable Payment payment = kept.get(order.id());
            if (!fits(payment, order)) {
                differences.accept("Payment of order " + order.id() + " of seller " + seller + ": kept "
                        + (payment == null ? "none" : payment.amount() + " " + payment.state()) + "; the order is "
                        + order.status() + " with " + order.total()
                        + (order.externalId() == null ? "" : " and was placed elsewhere"));
            }
        }
        return kept.size();
    }

    private static boolean fits(@Nullable Payment payment, Order order) {
        if (payment == null || order.externalId() != null) {
            return payment == null && order.externalId() != null;
        }
        return payment.amount().equals(order.total())
                && switch (order.status()) {
                    case UNSHIPPED, PARTIALLY_SHIPPED -> payment.state() == Payment.State.AUTHORIZED;
                    case SHIPPED, DELIVERED ->
                        payment.state() == Payment.State.CAPTURE_DUE || payment.state() == Payment.State.CAPTURED;
                    case CANCELLED -> payment.state() == Payment.State.RELEASED;
                };
    }
}
