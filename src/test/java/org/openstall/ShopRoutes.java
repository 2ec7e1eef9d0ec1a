package org.openstall;

import static org.openstall.RouteFixture.NO_ORDER;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The routes of the shop, and those that are the same for everybody. */
final class ShopRoutes {
    private final RoutesFor anybody = new RoutesFor(Route.Who.ANYBODY);
    private final RoutesFor buyer = new RoutesFor(Route.Who.BUYER);
    private final RouteFixture there;

    private ShopRoutes(RouteFixture there) {
        this.there = there;
    }

    static List<Route> of(RouteFixture there) {
        ShopRoutes routes = new ShopRoutes(there);
        routes.frame();
        routes.shop();
        routes.orders();
        routes.programs();
        return Stream.of(routes.anybody, routes.buyer)
                .flatMap(it -> it.all().stream())
                .toList();
    }

    private void frame() {
        anybody.add("GET /sign-in");
        anybody.add("POST /sign-in", "email", "nobody@people.example", "password", "not this one");
        anybody.add("GET /sign-up");
        anybody.add("POST /sign-up", "email", "", "name", "", "password", "");
        anybody.add("GET /forgotten-password");
        anybody.add("POST /forgotten-password", "email", "nobody@people.example");
        anybody.add("GET /forgotten-password/sent");
        anybody.add("GET /new-password");
        anybody.add("POST /new-password", "code", "not-this-one");
        anybody.add("POST /language", "language", "en");
        anybody.add("POST /marketplace", "marketplace", "US");
        anybody.add("POST /theme", "theme", "auto");
        anybody.add("GET /error");
        anybody.add("GET /actuator/health");
        anybody.add("GET /actuator/health/**", "/actuator/health/liveness", List.of());
    }

    private void shop() {
        anybody.add("GET /");
        anybody.add("GET /search");
        anybody.add(
                "GET /products/{id}",
                "/products/" + there.nadiasOffer.product(),
                List.of("/products/B000000000", "/products/x"));
        anybody.add(
                "GET /sellers/{id}",
                "/sellers/" + there.omarsOrder.seller(),
                List.of("/sellers/A0000000000000", "/sellers/x"));
        anybody.add(
                "GET /sellers/{id}/products",
                "/sellers/" + there.omarsOrder.seller() + "/products",
                List.of("/sellers/A0000000000000/products", "/sellers/x/products"));
        String noPicture = "/pictures/" + "0".repeat(32);
        anybody.add("GET /pictures/{id}", there.picture, List.of(noPicture, "/pictures/x"));
        anybody.add("GET /pictures/{id}/small", there.picture + "/small", List.of(noPicture + "/small"));
        anybody.add("GET /cart");
        anybody.add(
                "POST /cart/items",
                "seller",
                there.nadiasOffer.key().seller().value(),
                "sku",
                there.nadiasOffer.key().sku().value());
        anybody.add(
                "POST /cart/items/quantity",
                "seller",
                there.nadiasOffer.key().seller().value(),
                "sku",
                there.nadiasOffer.key().sku().value(),
                "quantity",
                "0");
    }

    private void orders() {
        buyer.add("GET /checkout");
        buyer.add("POST /checkout");
        buyer.add("POST /checkout/delivery");
        buyer.add("GET /checkout/{id}", "", List.of("/checkout/" + UUID.randomUUID(), "/checkout/x"));
        buyer.add("GET /orders");
        buyer.add("GET /orders/feedback");
        buyer.add(
                "GET /orders/{id}",
                "/orders/" + there.omarsOrder.id(),
                List.of("/orders/" + there.olgasOrder.id(), "/orders/" + NO_ORDER, "/orders/x"));
        buyer.add(
                "POST /orders/{id}/cancellation",
                "/orders/" + there.omarsOrder.id() + "/cancellation",
                List.of("/orders/" + there.olgasOrder.id() + "/cancellation", "/orders/" + NO_ORDER + "/cancellation"));
        buyer.add(
                "POST /orders/{id}/again",
                "/orders/" + there.omarsOrder.id() + "/again",
                List.of("/orders/" + there.olgasOrder.id() + "/again", "/orders/" + NO_ORDER + "/again"));
        buyer.add(
                "POST /orders/{id}/feedback",
                "/orders/" + there.omarsOrder.id() + "/feedback",
                List.of("/orders/" + there.olgasOrder.id() + "/feedback", "/orders/" + NO_ORDER + "/feedback"),
                "stars",
                "5");
        buyer.add(
                "POST /orders/{id}/feedback/removal",
                "/orders/" + there.omarsOrder.id() + "/feedback/removal",
                List.of("/orders/" + there.olgasOrder.id() + "/feedback/removal"));
    }

    private void programs() {
        anybody.add("POST " + Route.FOR_PROGRAMS);
    }
}
