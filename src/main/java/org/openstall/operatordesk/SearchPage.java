package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.Order;
import org.openstall.pages.View;
import org.openstall.sellers.Seller;

/** What a text finds: orders by id, sellers by name or id. */
public record SearchPage(String q, List<Order> orders, Map<SellerId, Seller> sellersOfOrders, List<Seller> sellers)
        implements View {

    public SearchPage {
        orders = List.copyOf(orders);
        sellersOfOrders = Map.copyOf(sellersOfOrders);
        sellers = List.copyOf(sellers);
    }

    public String sellerName(Order order) {
        Seller seller = sellersOfOrders.get(order.seller());
        return seller == null ? order.seller().value() : seller.name();
    }
}
