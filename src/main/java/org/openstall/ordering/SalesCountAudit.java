package org.openstall.ordering;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.openstall.kernel.Audit;
import org.openstall.listings.Sales;
import org.openstall.listings.SalesDay;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Component;

/** Compares the units sold of each SKU on each day with the lines of the orders, seller by seller. */
@Component
class SalesCountAudit implements Audit {
    private final OrderListStore orders;
    private final Sales sales;
    private final Marketplaces marketplaces;

    SalesCountAudit(OrderListStore orders, Sales sales, Marketplaces marketplaces) {
        this.orders = orders;
        this.sales = sales;
        this.marketplaces = marketplaces;
    }

    @Override
    public String name() {
        return "Units sold of each SKU by day";
    }

    @Override
    public long run(Consumer<String> differences) {
        return orders.shops().stream().mapToLong(it -> compare(it, differences)).sum();
    }

    private long compare(OrderListStore.Shop shop, Consumer<String> differences) {
        Map<SalesDay, Integer> kept = new HashMap<>(sales.byDay(shop.seller(), shop.marketplace()));
        Map<SalesDay, Integer> ordered =
                orders.unitsByDay(shop, marketplaces.get(shop.marketplace()).zone());
        long compared = Math.max(kept.size(), ordered.size());
        ordered.forEach((day, units) -> {
            int counted = kept.getOrDefault(day, 0);
            kept.remove(day);
            if (counted != units) {
                differences.accept(sentence(shop, day, counted, units));
            }
        });
        kept.forEach((day, counted) -> differences.accept(sentence(shop, day, counted, 0)));
        return compared;
    }

    private static String sentence(OrderListStore.Shop shop, SalesDay day, int counted, int ordered) {
        return "SKU " + day.sku() + " of seller " + shop.seller() + " in " + shop.marketplace() + " on " + day.day()
                + ": " + counted + " units counted; orders say " + ordered;
    }
}
