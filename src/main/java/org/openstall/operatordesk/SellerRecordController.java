package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.Csv;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All orders of a seller and all that buyers say of him, of which his page shows the newest. */
@Controller
class SellerRecordController {
    private static final int PAGE = 50;
    private static final String ORDERS = "/operator/sellers/{id}/orders";
    private static final String FEEDBACK = "/operator/sellers/{id}/feedback";
    private static final List<String> ORDER_COLUMNS = List.of(
            "order",
            "order.ordered",
            "order.ship-by",
            "order.confirmed",
            "order.promised",
            "order.delivered",
            "order.cancelled",
            "order.state",
            "order.buyer",
            "order.total",
            "csv.currency");
    private static final List<String> FEEDBACK_COLUMNS =
            List.of("csv.given", "order.stars", "order", "order.buyer", "csv.comment");

    private final Sellers sellers;
    private final SellerPlaces places;
    private final Orders orders;
    private final FeedbackDesk feedback;
    private final Texts texts;

    SellerRecordController(Sellers sellers, SellerPlaces places, Orders orders, FeedbackDesk feedback, Texts texts) {
        this.sellers = sellers;
        this.places = places;
        this.orders = orders;
        this.feedback = feedback;
        this.texts = texts;
    }

    @GetMapping(ORDERS)
    View orders(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Marketplace place = places.place(id, marketplace, visitor);
        OrderTab shown = tab(tab);
        return new SellersOrdersPage(
                sellers.get(id), place, shown, q.strip(), orders.of(id, place.id(), shown, q, after, PAGE));
    }

    private static OrderTab tab(String name) {
        return Arrays.stream(OrderTab.values())
                .filter(it -> SellersOrdersPage.name(it).equals(name))
                .findFirst()
                .orElse(OrderTab.ALL);
    }

    @GetMapping(path = ORDERS, params = "format=csv")
    void ordersCsv(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        sellers.get(id);
        Marketplace place = places.place(id, marketplace, visitor);
        Csv.stream(
                response,
                "orders-" + id + ".csv",
                texts.header(visitor.language(), "operator.", ORDER_COLUMNS),
                after -> orders.of(id, place.id(), tab(tab), q, after, Csv.STRETCH),
                it -> cells(it, place.zone(), visitor));
    }

    private List<String> cells(Order order, ZoneId zone, Visitor visitor) {
        return List.of(
                order.id().value(),
                Csv.time(order.orderedAt(), zone),
                Csv.time(order.shipBy(), zone),
                Csv.time(order.confirmedAt(), zone),
                Csv.time(order.promisedBy(), zone),
                Csv.time(order.deliveredAt(), zone),
                Csv.time(order.cancelledAt(), zone),
                texts.text(visitor.language(), "operator.order.status." + key(order)),
                order.buyerName(),
                order.total().toDecimal().toPlainString(),
                order.total().currency().getCurrencyCode());
    }

    private static String key(Order order) {
        return order.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping(FEEDBACK)
    View feedback(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Marketplace place = places.place(id, marketplace, visitor);
        Integer only = stars(stars);
        return new SellersFeedbackPage(sellers.get(id), place, only, feedback.of(id, place.id(), only, after, PAGE));
    }

    private static @Nullable Integer stars(String text) {
        return text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }

    @GetMapping(path = FEEDBACK, params = "format=csv")
    void feedbackCsv(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(defaultValue = "") String stars,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        sellers.get(id);
        Marketplace place = places.place(id, marketplace, visitor);
        Csv.stream(
                response,
                "feedback-" + id + ".csv",
                texts.header(visitor.language(), "operator.", FEEDBACK_COLUMNS),
                after -> feedback.of(id, place.id(), stars(stars), after, Csv.STRETCH),
                it -> cells(it, place.zone()));
    }

    private static List<String> cells(Feedback it, ZoneId zone) {
        return List.of(
                Csv.time(it.givenAt(), zone),
                Integer.toString(it.stars()),
                it.order().value(),
                it.buyerName(),
                it.comment());
    }
}
