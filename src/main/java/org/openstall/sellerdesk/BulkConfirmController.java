package org.openstall.sellerdesk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.fulfilment.ToShip;
import org.openstall.kernel.OrderId;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.shipping.Carrier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Confirms many orders at once, each with what is left of it in one package. */
@Controller
class BulkConfirmController {
    private static final String PAGE = "/seller/orders/confirmation";
    private static final int MOST = 100;

    private final Orders orders;
    private final Shipments shipments;

    BulkConfirmController(Orders orders, Shipments shipments) {
        this.orders = orders;
        this.shipments = shipments;
    }

    /** The chosen orders of a list, or all that it showed. */
    @GetMapping(PAGE)
    View choose(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(required = false) @Nullable List<String> order,
            @RequestParam(required = false) @Nullable List<String> shown,
            @RequestParam(defaultValue = "false") boolean all) {
        List<Order> chosen = find(stall, all ? shown : order);
        List<Order> open = chosen.stream().filter(it -> it.status().isToShip()).toList();
        if (chosen.isEmpty()) {
            return Redirect.to("/seller/orders").warning("desk.bulk.none-chosen");
        }
        if (open.isEmpty()) {
            return Redirect.to("/seller/orders").warning("desk.bulk.none-open");
        }
        return new BulkConfirmPage(stall, rows(stall, open, Map.of(), Map.of()), false);
    }

    private List<Order> find(Stall stall, @Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : orders.find(
                        stall.seller(),
                        ids.stream()
                                .filter(OrderId::isValid)
                                .distinct()
                                .limit(MOST)
                                .map(OrderId::new)
                                .toList());
    }

    private List<BulkConfirmPage.Row> rows(
            Stall stall, List<Order> open, Map<OrderId, ConfirmForm> forms, Map<OrderId, Refusal> refusals) {
        Map<OrderId, List<Parcel>> parcels =
                shipments.of(stall.seller(), open.stream().map(Order::id).toList()).stream()
                        .collect(Collectors.groupingBy(Parcel::order));
        return open.stream()
                .map(it -> new BulkConfirmPage.Row(
                        new Fulfilment(it, parcels.getOrDefault(it.id(), List.of())),
                        forms.getOrDefault(it.id(), ConfirmForm.blank(it)),
                        refusals.get(it.id())))
                .toList();
    }

    @PostMapping(PAGE)
    View confirm(@ModelAttribute(binding = false) Stall stall, @RequestParam MultiValueMap<String, String> fields) {
        List<Order> chosen = find(stall, fields.get("order"));
        Map<OrderId, ConfirmForm> forms =
                chosen.stream().collect(Collectors.toMap(Order::id, it -> form(it.id(), fields)));
        List<ToShip> typed = new ArrayList<>();
        Map<OrderId, Refusal> refusals = new HashMap<>();
        for (Order order : chosen) {
            ConfirmForm form = forms.getOrDefault(order.id(), ConfirmForm.blank(order));
            Optional<Carrier> settled = form.settledCarrier();
            if (!form.trackingNumber().isEmpty()) {
                if (settled.isEmpty()) {
                    refusals.put(order.id(), Refusal.ofCarrier(form));
                } else {
                    typed.add(new ToShip(order.id(), new Confirmation(form.label(settled.get()), List.of())));
                }
            }
        }
        if (typed.isEmpty() && refusals.isEmpty()) {
            return chosen.isEmpty()
                    ? Redirect.to("/seller/orders").warning("desk.bulk.none-chosen")
                    : new BulkConfirmPage(stall, rows(stall, chosen, forms, refusals), true);
        }
        return result(stall, chosen, forms, refusals, typed);
    }

    private View result(
            Stall stall,
            List<Order> chosen,
            Map<OrderId, ConfirmForm> forms,
            Map<OrderId, Refusal> refusals,
            List<ToShip> typed) {
        List<ConfirmationResult> results = shipments.confirmAll(stall.seller(), typed);
        List<OrderId> twice = new ArrayList<>();
        int confirmed = 0;
        for (int i = 0; i < typed.size(); i++) {
            OrderId order = typed.get(i).order();
            switch (results.get(i)) {
                case ConfirmationResult.Confirmed it -> {
                    confirmed++;
                    if (!it.sameNumber().isEmpty()) {
                        twice.add(order);
                    }
                }
                case ConfirmationResult refused -> refusals.put(order, Refusal.ofAny(refused));
            }
        }
        List<OrderId> done = typed.stream()
                .map(ToShip::order)
                .filter(it -> !refusals.containsKey(it))
                .toList();
        List<Order> open = chosen.stream().filter(it -> !done.contains(it.id())).toList();
        if (!open.isEmpty()) {
            return new BulkConfirmPage(stall, rows(stall, open, forms, refusals), confirmed, twice, false);
        }
        return twice.isEmpty()
                ? Redirect.to("/seller/orders").saying("desk.bulk.finished", confirmed)
                : Redirect.to("/seller/orders")
                        .warning("desk.bulk.done.same-number", confirmed, ShipmentController.ids(twice));
    }

    private static ConfirmForm form(OrderId order, MultiValueMap<String, String> fields) {
        String suffix = "." + order;
        return ConfirmForm.of(Stream.of("trackingNumber", "carrier", "carrierName", "method", "serviceLevel")
                .filter(it -> fields.getFirst(it + suffix) != null)
                .collect(Collectors.toMap(it -> it, it -> String.valueOf(fields.getFirst(it + suffix)))));
    }
}
