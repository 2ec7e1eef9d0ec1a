package org.openstall.sellerdesk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.health.Health;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.OrderId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.openstall.payments.Payments;
import org.openstall.sellerdesk.OrderPage.Cancellation;
import org.openstall.sellerdesk.OrderPage.Refusal;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrderController {
    private static final List<CancelReason> REASONS = List.of(
            CancelReason.BUYER_REQUEST,
            CancelReason.OTHER_ADDRESS,
            CancelReason.OUT_OF_STOCK,
            CancelReason.WRONG_PRICE,
            CancelReason.CANNOT_SHIP);

    private final Orders orders;
    private final Shipments shipments;
    private final Payments payments;
    private final FeedbackDesk feedback;
    private final Health health;
    private final Marketplaces marketplaces;
    private final Clock clock;

    OrderController(
            Orders orders,
            Shipments shipments,
            Payments payments,
            FeedbackDesk feedback,
            Health health,
            Marketplaces marketplaces,
            Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.payments = payments;
        this.feedback = feedback;
        this.health = health;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    @GetMapping("/seller/orders/{id}")
    View order(@ModelAttribute(binding = false) Stall stall, @PathVariable String id) {
        return page(stall, orders.get(stall.seller(), orderId(id)), ConfirmForm.EMPTY, null);
    }

    /** The form again with what was wrong, unless the order has been closed meanwhile and has no form any more. */
    private View refused(Stall stall, Order order, ConfirmForm form, Refusal refusal) {
        return switch (order.status()) {
            case UNSHIPPED -> page(stall, order, form, refusal);
            case CANCELLED -> Redirect.to(path(order.id())).warning("desk.confirm.refused.cancelled");
            case SHIPPED, DELIVERED -> Redirect.to(path(order.id())).warning("desk.confirm.refused.already-shipped");
        };
    }

    private OrderPage page(Stall stall, Order order, ConfirmForm form, @Nullable Refusal refusal) {
        List<Parcel> parcels = shipments.of(stall.seller(), order.id());
        Effect ifLate = null;
        List<Cancellation> cancellations = List.of();
        if (order.status() == OrderStatus.UNSHIPPED) {
            Marketplace marketplace = marketplaces.get(order.marketplace());
            Effects effects = new Effects(health.of(stall.seller(), marketplace.id()), marketplace);
            ifLate = order.shipBy().isBefore(clock.instant()) ? null : effects.ifLate(order);
            cancellations = REASONS.stream()
                    .map(it ->
                            new Cancellation(it, effects.ifCancelled(order, it).orElse(null)))
                    .toList();
        }
        return new OrderPage(
                stall,
                order,
                Timeline.of(order, parcels, clock.instant()),
                parcels,
                payments.of(stall.seller(), order.id()).orElse(null),
                feedback.inForce(stall.seller(), order.id()).orElse(null),
                ifLate,
                orders.cancelledUnlessShippedBy(order).orElse(null),
                cancellations,
                form,
                refusal);
    }

    /** Whose number it is, while it is being typed. */
    @GetMapping("/seller/carrier")
    View carrier(
            @RequestParam(defaultValue = "") String trackingNumber,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String carrierName) {
        List<TrackingNumbers.Candidate> recognized = TrackingNumbers.recognize(trackingNumber);
        boolean keep = recognized.isEmpty()
                || recognized.stream().anyMatch(it -> it.carrier().name().equals(carrier));
        String settled = TrackingNumbers.settle(trackingNumber)
                .map(it -> it.carrier().name())
                .orElse(ConfirmForm.RECOGNIZE);
        return new CarrierChoice(keep ? carrier : settled, carrierName, recognized, null);
    }

    @PostMapping("/seller/orders/{id}/shipment")
    View confirm(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String trackingNumber,
            @RequestParam(defaultValue = ConfirmForm.RECOGNIZE) String carrier,
            @RequestParam(defaultValue = "") String carrierName,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "STANDARD") ServiceLevel serviceLevel,
            @RequestParam(defaultValue = "") String from) {
        Order order = orders.get(stall.seller(), orderId(id));
        ConfirmForm form = new ConfirmForm(trackingNumber.strip(), carrier, carrierName, method, serviceLevel);
        Optional<Carrier> settled = form.settledCarrier();
        if (settled.isEmpty() && !form.trackingNumber().isEmpty()) {
            return refused(
                    stall,
                    order,
                    form,
                    new Refusal(
                            "carrier",
                            TrackingNumbers.recognize(form.trackingNumber()).isEmpty()
                                    ? "desk.confirm.refused.carrier-not-recognized"
                                    : "desk.confirm.refused.carrier-ambiguous",
                            List.of()));
        }
        ConfirmationResult result = shipments.confirm(
                stall.seller(),
                order.id(),
                new Confirmation(
                        settled.orElse(Carrier.OTHER), carrierName, form.trackingNumber(), method, serviceLevel));
        return switch (result) {
            case ConfirmationResult.Confirmed confirmed ->
                Redirect.to(from.equals("today") ? "/seller" : path(order.id()))
                        .saying(
                                "desk.confirm.done",
                                order.id(),
                                confirmed.parcel().carrierName());
            case ConfirmationResult.NumberRefused refused ->
                refused(
                        stall,
                        order,
                        form,
                        new Refusal(
                                "trackingNumber",
                                "desk.confirm.refused.number-"
                                        + key(refused.why().reason()),
                                refused.why().examples()));
            case ConfirmationResult.Refused refused -> refused(stall, order, form, refused.reason());
        };
    }

    private View refused(Stall stall, Order order, ConfirmForm form, ConfirmationResult.Reason reason) {
        String text = "desk.confirm.refused." + key(reason);
        return switch (reason) {
            case TRACKING_NUMBER_MISSING -> refused(stall, order, form, new Refusal("trackingNumber", text, List.of()));
            case CARRIER_NAME_MISSING -> refused(stall, order, form, new Refusal("carrier", text, List.of()));
            case TEXT_TOO_LONG -> refused(stall, order, form, new Refusal("method", text, List.of()));
            case ALREADY_SHIPPED, CANCELLED -> Redirect.to(path(order.id())).warning(text);
        };
    }

    @PostMapping("/seller/orders/{id}/cancellation")
    View cancel(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable CancelReason reason) {
        Order order = orders.get(stall.seller(), orderId(id));
        if (reason == null || !REASONS.contains(reason)) {
            return Redirect.to(path(order.id())).warning("desk.cancel.reason-missing");
        }
        try {
            orders.cancel(stall.seller(), order.id(), reason);
        } catch (LostRace meanwhile) {
            return Redirect.to(path(order.id())).warning("desk.cancel.too-late");
        }
        return Redirect.to(path(order.id())).saying("desk.cancel.done", order.id());
    }

    private static OrderId orderId(String id) {
        if (!OrderId.isValid(id)) {
            throw new NotYours("No order " + id);
        }
        return new OrderId(id);
    }

    private static String path(OrderId order) {
        return "/seller/orders/" + order;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
