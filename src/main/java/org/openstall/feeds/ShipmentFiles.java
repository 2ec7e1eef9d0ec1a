package org.openstall.feeds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openstall.feeds.ShipmentRow.PackageKey;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.NewLabel;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.fulfilment.ToShip;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.stereotype.Component;

/** Confirms what fulfilment files say: rows of one order with one label are one package. */
@Component
class ShipmentFiles {
    /** How many packages are confirmed with one round of statements. */
    private static final int STRETCH = 1_000;

    private final Shipments shipments;
    private final Orders orders;

    ShipmentFiles(Shipments shipments, Orders orders) {
        this.shipments = shipments;
        this.orders = orders;
    }

    /** In one transaction, so that all of it counts or nothing. Returns what is to be said of the rows. */
    List<Issue> confirm(SellerId seller, List<ShipmentRow> rows) {
        List<Map.Entry<PackageKey, List<ShipmentRow>>> packages = List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(ShipmentRow::key, LinkedHashMap::new, Collectors.toList()))
                .entrySet());
        List<Issue> issues = new ArrayList<>();
        for (int from = 0; from < packages.size(); from += STRETCH) {
            confirmStretch(seller, packages.subList(from, Math.min(from + STRETCH, packages.size())), issues);
        }
        return issues;
    }

    private void confirmStretch(
            SellerId seller, List<Map.Entry<PackageKey, List<ShipmentRow>>> packages, List<Issue> issues) {
        List<ToShip> all = new ArrayList<>();
        List<List<ShipmentRow>> said = new ArrayList<>();
        Map<OrderId, Order> known = known(seller, packages);
        for (Map.Entry<PackageKey, List<ShipmentRow>> each : packages) {
            Order order = known.get(each.getKey().order());
            List<ShipmentRow> rows = each.getValue();
            if (order == null) {
                rows.forEach(it -> issues.add(issue(it, Finding.ORDER_UNKNOWN)));
            } else if (areThere(order, rows, issues)) {
                all.add(new ToShip(
                        each.getKey().order(), confirmation(each.getKey().label(), rows)));
                said.add(rows);
            }
        }
        List<ConfirmationResult> results = shipments.confirmAll(seller, all);
        for (int i = 0; i < results.size(); i++) {
            tell(results.get(i), said.get(i), issues);
        }
    }

    private Map<OrderId, Order> known(SellerId seller, List<Map.Entry<PackageKey, List<ShipmentRow>>> packages) {
        List<OrderId> ids =
                packages.stream().map(it -> it.getKey().order()).distinct().toList();
        return orders.find(seller, ids).stream().collect(Collectors.toMap(Order::id, it -> it));
    }

    private static boolean areThere(Order order, List<ShipmentRow> rows, List<Issue> issues) {
        List<ShipmentRow> lost = rows.stream()
                .filter(row -> row.item() != null
                        && order.lines().stream().noneMatch(it -> row.item().equals(it.number())))
                .toList();
        lost.forEach(it -> issues.add(issue(it, Finding.ORDER_ITEM_UNKNOWN, String.valueOf(it.item()))));
        if (!lost.isEmpty()) {
            rows.stream()
                    .filter(it -> !lost.contains(it))
                    .forEach(it -> issues.add(issue(it, Finding.PACKAGE_INCOMPLETE)));
        }
        return lost.isEmpty();
    }

    /** A row without an item means everything that is left; one without a quantity all that is left of its item. */
    private static Confirmation confirmation(NewLabel label, List<ShipmentRow> rows) {
        List<Parcel.Content> contents = new ArrayList<>();
        Set<Integer> restOf = new HashSet<>();
        for (ShipmentRow row : rows) {
            Integer item = row.item();
            if (item == null) {
                return new Confirmation(label, List.of());
            }
            Integer quantity = row.quantity();
            if (quantity == null) {
                restOf.add(item);
            } else {
                contents.add(new Parcel.Content(item, quantity));
            }
        }
        return new Confirmation(label, contents, restOf);
    }

    private static void tell(ConfirmationResult result, List<ShipmentRow> rows, List<Issue> issues) {
        switch (result) {
            case ConfirmationResult.Confirmed confirmed -> {
                if (!confirmed.sameNumber().isEmpty()) {
                    String others =
                            confirmed.sameNumber().stream().map(OrderId::value).collect(Collectors.joining(", "));
                    issues.add(issue(rows.getFirst(), Finding.TRACKING_NUMBER_REUSED, others));
                }
            }
            case ConfirmationResult.NumberRefused refused -> {
                Finding finding =
                        switch (refused.why().reason()) {
                            case LENGTH -> Finding.TRACKING_NUMBER_LENGTH;
                            case FORM -> Finding.TRACKING_NUMBER_FORM;
                            case CHECK_DIGIT -> Finding.TRACKING_NUMBER_CHECK_DIGIT;
                        };
                String examples = refused.why().examples().stream().limit(3).collect(Collectors.joining(", "));
                rows.forEach(
                        it -> issues.add(issue(it, finding, refused.carrier().title(), examples)));
            }
            case ConfirmationResult.TooMany many ->
                rows.forEach(row -> issues.add(many.excesses().stream()
                        .filter(it -> row.item() != null && row.item().equals(it.line()))
                        .findFirst()
                        .map(it -> issue(row, Finding.SHIP_QUANTITY_TOO_HIGH, it.asked(), it.left()))
                        .orElseGet(() -> issue(row, Finding.PACKAGE_INCOMPLETE))));
            case ConfirmationResult.Refused refused -> rows.forEach(it -> issues.add(issue(it, of(refused.reason()))));
        }
    }

    private static Finding of(ConfirmationResult.Reason reason) {
        return switch (reason) {
            case NO_SUCH_ORDER -> Finding.ORDER_UNKNOWN;
            case TRACKING_NUMBER_MISSING -> Finding.TRACKING_NUMBER_MISSING;
            case CARRIER_NAME_MISSING -> Finding.CARRIER_NAME_MISSING;
            case TEXT_TOO_LONG -> Finding.SHIP_TEXT_TOO_LONG;
            case NO_SUCH_LINE -> Finding.ORDER_ITEM_UNKNOWN;
            case ALREADY_SHIPPED -> Finding.ORDER_ALREADY_SHIPPED;
            case CANCELLED -> Finding.ORDER_CANCELLED;
            case NOTHING_IN_IT, TRACKING_LINK_REFUSED, DELIVERED ->
                throw new IllegalStateException("A row of a file cannot be refused because of " + reason);
        };
    }

    private static Issue issue(ShipmentRow row, Finding finding, Object... arguments) {
        return Issue.of(row.record(), row.order().value(), finding, arguments);
    }
}
