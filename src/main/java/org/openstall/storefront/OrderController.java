package org.openstall.storefront;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.feedback.LeaveResult;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.fulfilment.Shipments;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Carts;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.Orders;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.payments.Payments;
import org.openstall.storefront.OrderPage.FeedbackPart;
import org.openstall.storefront.OrderPage.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OrderController {
    private static final int ORDERS_A_PAGE = 10;
    private static final List<String> COLUMNS = List.of(
            "order",
            "status",
            "ordered",
            "promised",
            "delivered",
            "cancelled",
            "seller",
            "items",
            "item-total",
            "shipping",
            "gift-wrap",
            "tax",
            "total",
            "currency");

    private final Orders orders;
    private final ShownOrders shownOrders;
    private final Shipments shipments;
    private final Payments payments;
    private final FeedbackDesk feedback;
    private final Offers offers;
    private final Carts carts;
    private final Marketplaces marketplaces;
    private final Texts texts;
    private final Clock clock;

    OrderController(
            Orders orders,
            ShownOrders shownOrders,
            Shipments shipments,
            Payments payments,
            FeedbackDesk feedback,
            Offers offers,
            Carts carts,
            Marketplaces marketplaces,
            Texts texts,
            Clock clock) {
        this.orders = orders;
        this.shownOrders = shownOrders;
        this.shipments = shipments;
        this.payments = payments;
        this.feedback = feedback;
        this.offers = offers;
        this.carts = carts;
        this.marketplaces = marketplaces;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/orders")
    View orders(@RequestParam @Nullable String after, SignedIn user) {
        Page<Order> page = orders.of(user.buyer(), after, ORDERS_A_PAGE);
        return new OrdersPage(shown(page), lastDays(feedback.awaiting(page.items())));
    }

    /** The orders that await feedback. */
    @GetMapping("/orders/feedback")
    View feedback(@RequestParam @Nullable String after, SignedIn user) {
        Page<Order> page = feedback.awaiting(user.buyer(), after, ORDERS_A_PAGE);
        return new FeedbackPage(shown(page), lastDays(page.items()));
    }

    private Page<ShownOrder> shown(Page<Order> page) {
        return new Page<>(shownOrders.of(page.items()), page.next());
    }

    private Map<OrderId, LocalDate> lastDays(List<Order> awaiting) {
        return awaiting.stream().collect(Collectors.toMap(Order::id, it -> feedback.forLeaving(it)
                .lastDay()));
    }

    @GetMapping(path = "/orders", params = "format=csv")
    void csv(SignedIn user, Visitor visitor, HttpServletResponse response) throws IOException {
        Csv.stream(
                response,
                "orders.csv",
                texts.header(visitor.language(), "shop.csv.", COLUMNS),
                after -> shown(orders.of(user.buyer(), after, Csv.STRETCH)),
                it -> cells(it, visitor));
    }

    private List<String> cells(ShownOrder shown, Visitor visitor) {
        Order order = shown.order();
        ZoneId zone = marketplaces.get(order.marketplace()).zone();
        return List.of(
                order.id().value(),
                texts.text(visitor.language(), "shop.order.status." + key(order.status())),
                Csv.time(order.orderedAt(), zone),
                shown.promisedBy().toString(),
                Csv.time(order.deliveredAt(), zone),
                Csv.time(order.cancelledAt(), zone),
                shown.seller().name(),
                order.lines().stream()
                        .map(it -> it.quantity() + " × " + it.title())
                        .collect(Collectors.joining("; ")),
                order.items().toDecimal().toPlainString(),
                order.shipping().toDecimal().toPlainString(),
                order.giftWrap().toDecimal().toPlainString(),
                order.tax().toDecimal().toPlainString(),
                order.total().toDecimal().toPlainString(),
                order.items().currency().getCurrencyCode());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping("/orders/{id}")
    View order(@PathVariable OrderId id, SignedIn user) {
        return page(orders.get(user.buyer(), id), null);
    }

    private OrderPage page(Order order, @Nullable Refused refused) {
        Fulfilment fulfilment = new Fulfilment(order, shipments.of(order.seller(), order.id()));
        return new OrderPage(
                shownOrders.of(List.of(order)).getFirst(),
                fulfilment,
                payments.of(order.seller(), order.id()).orElse(null),
                OrderSteps.of(fulfilment, clock.instant()),
                orders.cancelledUnlessShippedBy(order)
                        .filter(it -> order.shipBy().isBefore(clock.instant()))
                        .orElse(null),
                feedback(order, refused));
    }

    private FeedbackPart feedback(Order order, @Nullable Refused refused) {
        List<Feedback> all = feedback.history(order.seller(), List.of(order.id()));
        Feedback given = all.isEmpty() ? null : all.getLast();
        return new FeedbackPart(
                given, given == null ? feedback.forLeaving(order) : feedback.forRemoving(given), refused);
    }

    @PostMapping("/orders/{id}/cancellation")
    View cancel(@PathVariable OrderId id, @RequestParam @Nullable CancelReason reason, SignedIn user) {
        if (reason == null || reason.by() != CancelReason.By.BUYER) {
            orders.get(user.buyer(), id);
            return Redirect.to("/orders/" + id).warning("shop.cancel.reason-missing");
        }
        try {
            orders.cancel(user.buyer(), id, reason);
        } catch (LostRace meanwhile) {
            return Redirect.to("/orders/" + id).warning("shop.cancel.too-late");
        }
        return Redirect.to("/orders/" + id).saying("shop.cancel.done");
    }

    /** Puts what an order was made of into the cart again, as far as it is still sold, at today's price. */
    @PostMapping("/orders/{id}/again")
    View again(@PathVariable OrderId id, SignedIn user) {
        Order order = orders.get(user.buyer(), id);
        Map<OfferKey, Integer> wanted = order.lines().stream()
                .collect(Collectors.toMap(
                        it -> new OfferKey(order.seller(), order.marketplace(), it.sku()),
                        OrderLine::quantity,
                        Integer::sum));
        List<Offer> sold = offers.find(wanted.keySet()).values().stream()
                .filter(it -> it.canSell(1))
                .toList();
        sold.forEach(it -> carts.add(user.buyer(), it.key(), wanted.getOrDefault(it.key(), 1), it.price()));
        if (sold.isEmpty()) {
            return Redirect.to("/orders/" + id).warning("shop.again.none");
        }
        return sold.size() < wanted.size()
                ? Redirect.to("/cart").warning("shop.again.some")
                : Redirect.to("/cart").saying("shop.again.done");
    }

    @PostMapping("/orders/{id}/feedback")
    View leaveFeedback(
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam @Nullable Boolean arrivedOnTime,
            @RequestParam @Nullable Boolean asDescribed,
            @RequestParam @Nullable Boolean goodService,
            @RequestParam(defaultValue = "") String comment,
            SignedIn user) {
        Feedback.Answers answers = new Feedback.Answers(arrivedOnTime, asDescribed, goodService);
        return switch (feedback.leave(user.buyer(), id, stars, answers, comment)) {
            case LeaveResult.Left left -> Redirect.to(feedbackOf(id)).saying("shop.feedback.thanks");
            case LeaveResult.Refused refused ->
                page(
                        orders.get(user.buyer(), id),
                        new Refused(stars, answers, comment, "shop.feedback.refused." + key(refused.reason())));
        };
    }

    @PostMapping("/orders/{id}/feedback/removal")
    View removeFeedback(@PathVariable OrderId id, SignedIn user) {
        return feedback.remove(user.buyer(), id)
                ? Redirect.to(feedbackOf(id)).saying("shop.feedback.removed")
                : Redirect.to(feedbackOf(id)).warning("shop.feedback.too-late-to-remove");
    }

    private static String feedbackOf(OrderId order) {
        return "/orders/" + order + "#feedback";
    }
}
