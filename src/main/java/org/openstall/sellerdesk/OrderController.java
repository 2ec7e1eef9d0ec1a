package org.openstall.sellerdesk;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrderController {
    private final Orders orders;
    private final OrderPages pages;

    OrderController(Orders orders, OrderPages pages) {
        this.orders = orders;
        this.pages = pages;
    }

    @GetMapping("/seller/orders/{id}")
    View order(@ModelAttribute(binding = false) Stall stall, @PathVariable String id) {
        Order order = orders.get(stall.seller(), orderId(id));
        return pages.of(stall, order, ConfirmForm.blank(order), null);
    }

    @PostMapping("/seller/orders/{id}/cancellation")
    View cancel(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable CancelReason reason) {
        Order order = orders.get(stall.seller(), orderId(id));
        if (reason == null || !OrderPages.REASONS.contains(reason)) {
            return Redirect.to(path(order.id())).warning("desk.cancel.reason-missing");
        }
        try {
            orders.cancel(stall.seller(), order.id(), reason);
        } catch (LostRace meanwhile) {
            return Redirect.to(path(order.id())).warning("desk.cancel.too-late");
        }
        return Redirect.to(path(order.id())).saying("desk.cancel.done", order.id());
    }

    static OrderId orderId(String id) {
        if (!OrderId.isValid(id)) {
            throw new NotYours("No order " + id);
        }
        return new OrderId(id);
    }

    static String path(OrderId order) {
        return "/seller/orders/" + order;
    }
}
