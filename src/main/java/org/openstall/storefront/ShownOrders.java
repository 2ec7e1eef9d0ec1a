package org.openstall.storefront;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.ProductId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Component;

/** Adds to orders what a list of them shows besides. */
@Component
class ShownOrders {
    private final Sellers sellers;
    private final Catalog catalog;
    private final Marketplaces marketplaces;

    ShownOrders(Sellers sellers, Catalog catalog, Marketplaces marketplaces) {
        this.sellers = sellers;
        this.catalog = catalog;
        this.marketplaces = marketplaces;
    }

    List<ShownOrder> of(List<Order> orders) {
        Map<ProductId, String> categories = catalog
                .find(orders.stream()
                        .flatMap(it -> it.lines().stream())
                        .map(OrderLine::product)
                        .toList())
                .values()
                .stream()
                .collect(Collectors.toMap(Product::id, Product::category));
        return orders.stream()
                .map(it -> new ShownOrder(it, sellers.get(it.seller()), marketplaces.get(it.marketplace()), categories))
                .toList();
    }
}
