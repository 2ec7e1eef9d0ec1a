package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Shipments;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryQuery;
import org.openstall.ordering.Address;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrdersController {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of(
            "order",
            "external",
            "status",
            "ordered",
            "ship-by",
            "promised",
            "confirmed",
            "delivered",
            "cancelled",
            "reason",
            "buyer",
            "skus",
            "units",
            "items",
            "shipping",
            "gift-wrap",
            "tax",
            "total",
            "currency",
            "name",
            "line1",
            "line2",
            "city",
            "region",
            "postal-code",
            "country",
            "phone",
            "gift-messages");

    private final Orders orders;
    private final Shipments shipments;
    private final Inventory inventory;
    private final Health health;
    private final Texts texts;

    OrdersController(Orders orders, Shipments shipments, Inventory inventory, Health health, Texts texts) {
        this.orders = orders;
        this.shipments = shipments;
        this.inventory = inventory;
        this.health = health;
        this.texts = texts;
    }

    @GetMapping("/seller/orders")
    View orders(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        OrderTab shown = tab(tab, q);
        return new OrdersPage(
                stall,
                shown,
                q.strip(),
                orders.list(stall.seller(), stall.place(), shown, q, after, PAGE),
                orders.backlog(stall.seller(), stall.place()),
                shown == OrderTab.TO_SHIP
                        ? new Effects(
                                List.of(health.rate(stall.seller(), stall.place(), Metric.LATE_SHIPMENT_SHORT)),
                                stall.marketplace())
                        : null);
    }

    @GetMapping(path = "/seller/orders", params = "format=csv")
    void csv(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        OrderTab shown = tab(tab, q);
        Csv.stream(
                response,
                "orders-" + name(shown) + ".csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> page(stall, shown, q, after, Csv.STRETCH),
                it -> cells(it, stall.marketplace().zone(), visitor));
    }

    private Page<Order> page(Stall stall, OrderTab tab, String q, @Nullable String after, int size) {
        return orders.of(stall.seller(), stall.place(), tab, q, after, size);
    }

    private List<String> cells(Order order, ZoneId zone, Visitor visitor) {
        Address to = order.shipTo();
        return List.of(
                order.id().value(),
                order.externalId() == null ? "" : order.externalId(),
                texts.text(
                        visitor.language(),
                        "desk.status." + order.status().name().toLowerCase(Locale.ROOT)),
                Csv.time(order.orderedAt(), zone),
                Csv.time(order.shipBy(), zone),
                Csv.time(order.promisedBy(), zone),
                Csv.time(order.confirmedAt(), zone),
                Csv.time(order.deliveredAt(), zone),
                Csv.time(order.cancelledAt(), zone),
                order.cancelReason() == null
                        ? ""
                        : texts.text(
                                visitor.language(),
                                "desk.reason."
                                        + order.cancelReason()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                order.buyerName(),
                order.lines().stream()
                        .map(it -> it.sku() + " × " + it.quantity())
                        .collect(Collectors.joining("; ")),
                Integer.toString(order.units()),
                order.items().toDecimal().toPlainString(),
                order.shipping().toDecimal().toPlainString(),
                order.giftWrap().toDecimal().toPlainString(),
                order.tax().toDecimal().toPlainString(),
                order.total().toDecimal().toPlainString(),
                order.items().currency().getCurrencyCode(),
                to.name(),
                to.line1(),
                to.line2(),
                to.city(),
                to.region(),
                to.postalCode(),
                to.country(),
                to.phone(),
                order.lines().stream()
                        .filter(it -> it.gift() != null && !it.gift().message().isEmpty())
                        .map(it -> it.sku() + ": " + it.gift().message())
                        .collect(Collectors.joining("\n")));
    }

    /** Leads to the one thing that the search box's text can mean, or to the list it narrows down. */
    @GetMapping("/seller/search")
    View search(@ModelAttribute(binding = false) Stall stall, @RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        if (text.isEmpty()) {
            return Redirect.to("/seller/orders");
        }
        Stream<Order> byId =
                OrderId.isValid(text) ? orders.find(stall.seller(), new OrderId(text)).stream() : Stream.empty();
        List<Order> tracked = Stream.concat(byId, tracked(stall, text)).toList();
        List<Order> found =
                tracked.isEmpty() ? page(stall, OrderTab.ALL, text, null, 2).items() : tracked;
        if (found.size() == 1 || !tracked.isEmpty()) {
            return Redirect.to("/seller/orders/" + found.getFirst().id());
        }
        boolean isSku = found.isEmpty()
                && !inventory
                        .page(
                                stall.seller(),
                                stall.place(),
                                new InventoryQuery(InventoryQuery.Filter.ALL, text, null, 1))
                        .items()
                        .isEmpty();
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Redirect.to(isSku ? "/seller/inventory?q=" + encoded : "/seller/orders?tab=all&q=" + encoded);
    }

    /** Of packages with that tracking number, however it is written. */
    private Stream<Order> tracked(Stall stall, String number) {
        return shipments.search(stall.seller(), number).stream()
                .flatMap(it -> orders.find(it.seller(), it.order()).stream());
    }

    /** The tab by its name in the address; without one, a search looks everywhere. */
    private static OrderTab tab(String name, String q) {
        return Arrays.stream(OrderTab.values())
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElse(q.isBlank() ? OrderTab.TO_SHIP : OrderTab.ALL);
    }

    static String name(OrderTab tab) {
        return tab.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
