package org.openstall.sellerdesk;

import static org.openstall.sellerdesk.OrderController.orderId;
import static org.openstall.sellerdesk.OrderController.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.OrderId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.Orders;
import org.openstall.pages.Language;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Confirms packages of an order, and corrects what was said of them. */
@Controller
class ShipmentController {
    private final Orders orders;
    private final OrderPages pages;
    private final Shipments shipments;
    private final Texts texts;

    ShipmentController(Orders orders, OrderPages pages, Shipments shipments, Texts texts) {
        this.orders = orders;
        this.pages = pages;
        this.shipments = shipments;
        this.texts = texts;
    }

    /** Whose number it is, while it is being typed. */
    @GetMapping("/seller/carrier")
    View carrier(
            @RequestParam(defaultValue = "") String trackingNumber,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String carrierName,
            @RequestParam(defaultValue = "") String trackingLink) {
        List<TrackingNumbers.Candidate> recognized = TrackingNumbers.recognize(trackingNumber);
        boolean keep = recognized.isEmpty()
                || recognized.stream().anyMatch(it -> it.carrier().name().equals(carrier));
        String settled = TrackingNumbers.settle(trackingNumber)
                .map(it -> it.carrier().name())
                .orElse(ConfirmForm.RECOGNIZE);
        return new CarrierChoice(keep ? carrier : settled, carrierName, trackingLink, recognized, null, null);
    }

    @PostMapping("/seller/orders/{id}/shipment")
    View confirm(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Visitor visitor) {
        Order order = orders.get(stall.seller(), orderId(id));
        ConfirmForm form = ConfirmForm.of(fields);
        Optional<Carrier> settled = form.settledCarrier();
        if (settled.isEmpty() && !form.trackingNumber().isEmpty()) {
            return refused(stall, order, form, Refusal.ofCarrier(form));
        }
        Optional<List<Parcel.Content>> contents = contents(order, form);
        if (contents.isEmpty()) {
            return refused(stall, order, form, Refusal.ofUnits());
        }
        ConfirmationResult result = shipments.confirm(
                stall.seller(),
                order.id(),
                new Confirmation(form.label(settled.orElse(Carrier.OTHER)), contents.get()));
        String back = "today".equals(fields.get("from")) ? "/seller" : path(order.id());
        return switch (result) {
            case ConfirmationResult.Confirmed confirmed -> confirmed(order, confirmed, back, visitor.language());
            case ConfirmationResult.Refused refused
            when Refusal.of(refused).isEmpty() ->
                Redirect.to(path(order.id())).warning("desk.confirm.refused." + Refusal.name(refused.reason()));
            case ConfirmationResult refused ->
                refused(stall, order, form, Refusal.of(refused).orElseThrow());
        };
    }

    private View confirmed(Order before, ConfirmationResult.Confirmed confirmed, String back, Language language) {
        Parcel parcel = confirmed.parcel();
        if (!confirmed.sameNumber().isEmpty()) {
            return Redirect.to(path(before.id()))
                    .warning("desk.confirm.done.same-number", before.id(), ids(confirmed.sameNumber()));
        }
        return orders.get(before.seller(), before.id()).status().isToShip()
                ? Redirect.to(path(before.id())).saying("desk.confirm.done.partly", before.id(), parcel.number())
                : Redirect.to(back)
                        .saying(
                                "desk.confirm.done",
                                before.id(),
                                texts.carrier(language, parcel.carrier(), parcel.carrierName()));
    }

    static String ids(List<OrderId> orders) {
        return orders.stream().map(OrderId::value).collect(Collectors.joining(", "));
    }

    /** The form again with what was wrong, unless the order has been closed meanwhile and has no form any more. */
    private View refused(Stall stall, Order order, ConfirmForm form, Refusal refusal) {
        return switch (order.status()) {
            case UNSHIPPED, PARTIALLY_SHIPPED -> pages.of(stall, order, form, refusal);
            case CANCELLED -> Redirect.to(path(order.id())).warning("desk.confirm.refused.cancelled");
            case SHIPPED, DELIVERED -> Redirect.to(path(order.id())).warning("desk.confirm.refused.already-shipped");
        };
    }

    /**
     * What was typed of the contents; none of it means all that is left. Lines that the form did not ask about go in
     * with what is left of them. Empty if something is not a whole number.
     */
    private Optional<List<Parcel.Content>> contents(Order order, ConfirmForm form) {
        if (form.units().isEmpty()) {
            return Optional.of(List.of());
        }
        SortedMap<Integer, Integer> units =
                new TreeMap<>(new Fulfilment(order, shipments.of(order.seller(), order.id())).left());
        for (OrderLine line : order.lines()) {
            String typed = form.units().get(line.number());
            if (typed != null) {
                if (!typed.matches("\\d{0,6}")) {
                    return Optional.empty();
                }
                units.put(line.number(), typed.isEmpty() ? 0 : Integer.parseInt(typed));
            }
        }
        List<Parcel.Content> contents = new ArrayList<>();
        units.forEach((line, quantity) -> contents.add(new Parcel.Content(line, quantity)));
        return Optional.of(contents);
    }

    @GetMapping("/seller/orders/{id}/packages/{number}")
    View parcel(@ModelAttribute(binding = false) Stall stall, @PathVariable String id, @PathVariable int number) {
        Parcel parcel = shipments.get(stall.seller(), orderId(id), number);
        return page(stall, parcel, ConfirmForm.of(parcel.label()), Optional.empty());
    }

    private PackagePage page(Stall stall, Parcel parcel, ConfirmForm form, Optional<Refusal> refusal) {
        return new PackagePage(
                stall,
                pages.place(orders.get(stall.seller(), parcel.order())),
                parcel,
                shipments.labelChanges(stall.seller(), parcel.order()).stream()
                        .filter(it -> it.number() == parcel.number())
                        .toList(),
                form,
                refusal.orElse(null));
    }

    @PostMapping("/seller/orders/{id}/packages/{number}/label")
    View relabel(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam Map<String, String> fields) {
        Parcel parcel = shipments.get(stall.seller(), orderId(id), number);
        ConfirmForm form = ConfirmForm.of(fields);
        Optional<Carrier> settled = form.settledCarrier();
        if (settled.isEmpty() && !form.trackingNumber().isEmpty()) {
            return page(stall, parcel, form, Optional.of(Refusal.ofCarrier(form)));
        }
        ConfirmationResult result = shipments.relabel(
                stall.seller(), parcel.order(), number, form.label(settled.orElse(Carrier.OTHER)), stall.user());
        Optional<Refusal> refusal = Refusal.of(result);
        if (refusal.isPresent()) {
            return page(stall, parcel, form, refusal);
        }
        String order = path(parcel.order());
        return switch (result) {
            case ConfirmationResult.Confirmed confirmed
            when !confirmed.sameNumber().isEmpty() ->
                Redirect.to(order)
                        .warning("desk.confirm.done.same-number", parcel.order(), ids(confirmed.sameNumber()));
            case ConfirmationResult.Refused refused ->
                Redirect.to(order).warning("desk.confirm.refused." + Refusal.name(refused.reason()));
            case ConfirmationResult other -> Redirect.to(order).saying("desk.parcel.corrected", number);
        };
    }
}
