package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.payments.Payments;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrderLookupController {
    private static final int MOST_SELLERS = 50;

    private final Orders orders;
    private final Sellers sellers;
    private final Marketplaces marketplaces;
    private final Shipments shipments;
    private final Payments payments;
    private final FeedbackDesk feedback;

    OrderLookupController(
            Orders orders,
            Sellers sellers,
            Marketplaces marketplaces,
            Shipments shipments,
            Payments payments,
            FeedbackDesk feedback) {
        this.orders = orders;
        this.sellers = sellers;
        this.marketplaces = marketplaces;
        this.shipments = shipments;
        this.payments = payments;
        this.feedback = feedback;
    }

    @GetMapping("/operator/search")
    View search(@RequestParam(defaultValue = "") String q) {
        if (q.isBlank()) {
            return new SearchPage("", List.of(), Map.of(), List.of());
        }
        List<Order> foundOrders = Stream.concat(
                        orders.findAnywhere(q).stream(),
                        shipments.search(null, q).stream().flatMap(it -> orders.find(it.seller(), it.order()).stream()))
                .distinct()
                .toList();
        List<Seller> foundSellers = sellers.search(q, MOST_SELLERS);
        if (foundOrders.size() == 1 && foundSellers.isEmpty()) {
            return Redirect.to(path(foundOrders.getFirst()));
        }
        if (foundOrders.isEmpty() && foundSellers.size() == 1) {
            return Redirect.to("/operator/sellers/" + foundSellers.getFirst().id());
        }
        Map<SellerId, Seller> sellersOfOrders =
                sellers.find(foundOrders.stream().map(Order::seller).distinct().toList());
        return new SearchPage(q.strip(), foundOrders, sellersOfOrders, foundSellers);
    }

    private static String path(Order order) {
        return "/operator/sellers/" + order.seller() + "/orders/" + order.id();
    }

    @GetMapping("/operator/sellers/{seller}/orders/{id}")
    View order(@PathVariable SellerId seller, @PathVariable OrderId id) {
        Order order = orders.get(seller, id);
        return new OrderPage(
                order,
                sellers.get(seller),
                marketplaces.get(order.marketplace()),
                shipments.of(seller, id),
                shipments.labelChanges(seller, id),
                payments.of(seller, id).orElse(null),
                feedback.history(seller, List.of(id)));
    }
}
