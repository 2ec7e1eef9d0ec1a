package org.openstall.feeds;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.SheetText;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Address;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.shipping.ServiceLevel;
import org.springframework.stereotype.Service;

/**
 * Writes a seller's orders as tab-separated text, in stretches. What is not known here is left empty;
 * the buyer's e-mail is nobody's business. An item's id is the number of its line, as fulfilment files take it.
 */
@Service
public class OrderReports {
    private static final int STRETCH = 1_000;

    private final Orders orders;
    private final Shipments shipments;
    private final Clock clock;

    OrderReports(Orders orders, Shipments shipments, Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.clock = clock;
    }

    /** @param days how far back the report of all orders goes; one of what is to ship has no end */
    public void write(OrderReport report, SellerId seller, Marketplace marketplace, int days, Appendable out)
            throws IOException {
        Instant now = clock.instant();
        Instant since = report == OrderReport.UNSHIPPED ? Instant.EPOCH : now.minus(Duration.ofDays(days));
        OrderTab tab = report == OrderReport.UNSHIPPED ? OrderTab.TO_SHIP : OrderTab.ALL;
        List<String> columns = report.columns();
        out.append(String.join("\t", columns)).append('\n');
        String after = null;
        do {
            Page<Order> stretch = orders.of(seller, marketplace.id(), tab, null, after, STRETCH);
            List<Order> wanted = stretch.items().stream()
                    .takeWhile(it -> !it.orderedAt().isBefore(since))
                    .toList();
            for (Fulfilment each : fulfilments(seller, wanted)) {
                write(each, columns, marketplace, now, out);
            }
            after = wanted.size() < stretch.items().size() ? null : stretch.next();
        } while (after != null);
    }

    private List<Fulfilment> fulfilments(SellerId seller, List<Order> wanted) {
        Map<OrderId, List<Parcel>> parcels = shipments
                .of(seller, wanted.stream().map(Order::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Parcel::order));
        return wanted.stream()
                .map(it -> new Fulfilment(it, parcels.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static void write(
            Fulfilment fulfilment, List<String> columns, Marketplace marketplace, Instant now, Appendable out)
            throws IOException {
        for (OrderLine line : fulfilment.order().lines()) {
            Map<String, String> cells = cells(fulfilment, line, marketplace, now);
            String separator = "";
            for (String column : columns) {
                out.append(separator).append(SheetText.cell(cells.getOrDefault(column, "")));
                separator = "\t";
            }
            out.append('\n');
        }
    }

    private static Map<String, String> cells(
            Fulfilment fulfilment, OrderLine line, Marketplace marketplace, Instant now) {
        Order order = fulfilment.order();
        Address to = order.shipTo();
        int left = order.status().isToShip() ? fulfilment.left().getOrDefault(line.number(), 0) : 0;
        boolean first = line.equals(order.lines().getFirst());
        Map<String, String> cells = new HashMap<>();
        cells.put("order-id", order.id().value());
        cells.put("amazon-order-id", order.id().value());
        cells.put("merchant-order-id", Objects.requireNonNullElse(order.externalId(), ""));
        cells.put("order-item-id", Integer.toString(line.number()));
        cells.put("purchase-date", time(order.orderedAt(), marketplace.zone()));
        cells.put("payments-date", time(order.orderedAt(), marketplace.zone()));
        cells.put("last-updated-date", time(lastUpdate(order), marketplace.zone()));
        cells.put("reporting-date", time(now, marketplace.zone()));
        cells.put("promise-date", time(order.shipBy(), marketplace.zone()));
        cells.put(
                "days-past-promise",
                Long.toString(ChronoUnit.DAYS.between(marketplace.dayOf(order.shipBy()), marketplace.dayOf(now))));
        cells.put("buyer-phone-number", to.phone());
        cells.put("order-status", status(order));
        cells.put("item-status", order.cancelledAt() != null ? "Cancelled" : left > 0 ? "Unshipped" : "Shipped");
        cells.put("fulfillment-channel", "Merchant");
        cells.put("sales-channel", "Openstall " + marketplace.country());
        cells.put("ship-service-level", service(order.service()));
        cells.put("sku", line.sku().value());
        cells.put("asin", line.product().value());
        cells.put("product-name", line.title());
        cells.put("quantity", Integer.toString(line.quantity()));
        cells.put("quantity-purchased", Integer.toString(line.quantity()));
        cells.put("quantity-to-ship", Integer.toString(left));
        cells.put("quantity-shipped", Integer.toString(order.cancelledAt() != null ? 0 : line.quantity() - left));
        cells.put("currency", order.items().currency().getCurrencyCode());
        cells.put("item-price", line.total().toDecimal().toPlainString());
        cells.put("item-tax", line.tax().items().toDecimal().toPlainString());
        // The fee is the order's; it stands with its first item, so that the column adds up.
        cells.put("shipping-price", once(order.shipping(), first));
        cells.put("shipping-tax", once(order.shippingTax(), first));
        cells.put("gift-wrap-price", line.giftWrap().toDecimal().toPlainString());
        cells.put("gift-wrap-tax", line.tax().giftWrap().toDecimal().toPlainString());
        cells.put("recipient-name", to.name());
        cells.put("ship-address-1", to.line1());
        cells.put("ship-address-2", to.line2());
        cells.put("ship-city", to.city());
        cells.put("ship-state", to.region());
        cells.put("ship-postal-code", to.postalCode());
        cells.put("ship-country", to.country());
        cells.put("is-business-order", "false");
        cells.put("is-prime", "false");
        return cells;
    }

    private static String once(Money amount, boolean first) {
        return (first ? amount : amount.times(0)).toDecimal().toPlainString();
    }

    /** As programs know them. An order from elsewhere does not tell. */
    private static String service(@Nullable ServiceLevel service) {
        return switch (service) {
            case STANDARD -> "Standard";
            case EXPEDITED -> "Expedited";
            case TWO_DAY -> "SecondDay";
            case ONE_DAY -> "NextDay";
            case ECONOMY -> "FreeEconomy";
            case INTERNATIONAL -> "International";
            case null -> "Standard";
        };
    }

    private static String status(Order order) {
        return switch (order.status()) {
            case UNSHIPPED -> "Unshipped";
            case PARTIALLY_SHIPPED -> "PartiallyShipped";
            case SHIPPED -> "Shipped";
            case DELIVERED -> "Shipped - Delivered to Buyer";
            case CANCELLED -> "Cancelled";
        };
    }

    private static Instant lastUpdate(Order order) {
        return Stream.of(order.confirmedAt(), order.deliveredAt(), order.cancelledAt())
                .filter(Objects::nonNull)
                .reduce(order.orderedAt(), (one, other) -> other.isAfter(one) ? other : one);
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
