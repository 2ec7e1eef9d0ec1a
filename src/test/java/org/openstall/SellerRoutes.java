package org.openstall;

import static org.openstall.RouteFixture.NO_ORDER;
import static org.openstall.RoutesFor.below;

import java.util.List;
import java.util.UUID;

/** The routes of the seller's desk. */
final class SellerRoutes {
    private final RoutesFor seller = new RoutesFor(Route.Who.SELLER);
    private final RouteFixture there;

    private SellerRoutes(RouteFixture there) {
        this.there = there;
    }

    static List<Route> of(RouteFixture there) {
        SellerRoutes routes = new SellerRoutes(there);
        routes.desk();
        routes.orders();
        routes.inventory();
        routes.inventoryFiles();
        routes.catalogue();
        routes.settings();
        routes.shipping();
        return routes.seller.all();
    }

    private void desk() {
        seller.add("GET /seller");
        seller.add("GET /seller/search");
        seller.add("GET /seller/help");
        seller.add("GET /seller/help/{topic}", "/seller/help/orders", List.of("/seller/help/gravity"));
        seller.add("GET /seller/carrier");
        seller.add("GET /seller/feedback");
        seller.add("POST /seller/feedback/read");
        seller.add("GET /seller/health");
        seller.add("GET /seller/health/{metric}", "/seller/health/order-defect", List.of("/seller/health/gravity"));
    }

    private void orders() {
        List<String> othersOrders =
                List.of("/seller/orders/" + there.olgasOrder.id(), "/seller/orders/" + NO_ORDER, "/seller/orders/x");
        seller.add("GET /seller/orders");
        seller.add("GET /seller/orders/{id}", "/seller/orders/" + there.omarsOrder.id(), othersOrders);
        seller.add(
                "POST /seller/orders/{id}/shipment",
                "/seller/orders/" + there.omarsOrder.id() + "/shipment",
                below(othersOrders, "/shipment"),
                "trackingNumber",
                MarketFixture.UPS_NUMBER);
        String reports = "/seller/orders/reports/";
        seller.add("GET " + reports + "{report}", reports + "unshipped", List.of(reports + "gravity"));
        String bulk = "/seller/orders/confirmation";
        seller.add("GET " + bulk, bulk + "?order=" + there.omarsOrder.id(), List.of());
        seller.add("POST " + bulk, "order", there.olgasOrder.id().value());
        String parcel = "/seller/orders/" + there.shippedOrder.id() + "/packages/";
        List<String> othersParcels = List.of(
                "/seller/orders/" + there.olgasOrder.id() + "/packages/1", parcel + "2", "/seller/orders/x/packages/1");
        seller.add("GET /seller/orders/{id}/packages/{number}", parcel + "1", othersParcels);
        seller.add(
                "POST /seller/orders/{id}/packages/{number}/label",
                parcel + "1/label",
                below(othersParcels, "/label"),
                "trackingNumber",
                MarketFixture.UPS_NUMBER);
        seller.add(
                "POST /seller/orders/{id}/cancellation",
                "/seller/orders/" + there.omarsOrder.id() + "/cancellation",
                below(othersOrders, "/cancellation"),
                "reason",
                "OUT_OF_STOCK");
        for (String slips : List.of("/seller/orders/slips", "/seller/orders/slips.pdf")) {
            String others = slips + "?order=" + there.olgasOrder.id();
            seller.add("GET " + slips, slips + "?order=" + there.omarsOrder.id(), List.of(others));
        }
        seller.add("GET /seller/orders/slips/note");
        seller.add("POST /seller/orders/slips/note", "note", "Thank you!");
    }

    private void inventory() {
        seller.add("GET /seller/inventory");
        seller.add("GET /seller/inventory/adjustments");
        seller.add(
                "GET /seller/inventory/offer",
                "/seller/inventory/offer?sku=" + there.nadiasOffer.key().sku(),
                List.of("/seller/inventory/offer?sku=" + there.noelsOffer.key().sku()));
        seller.add(
                "GET /seller/inventory/offer",
                "/seller/inventory/offer?format=csv&sku="
                        + there.nadiasOffer.key().sku(),
                List.of("/seller/inventory/offer?format=csv&sku="
                        + there.noelsOffer.key().sku()));
        seller.add("POST /seller/inventory/offer", "sku", "no-such", "price", "1", "quantity", "1");
        seller.add("POST /seller/inventory/offer/terms", "sku", "no-such", "price", "1", "quantity", "1");
        seller.add("POST /seller/inventory/status", "sku", "no-such", "active", "true");
        seller.add("POST /seller/inventory/review");
        seller.add("GET /seller/inventory/add");
        String adding = "/seller/inventory/add/" + there.noelsOffer.product();
        List<String> noProducts = List.of("/seller/inventory/add/B000000000", "/seller/inventory/add/x");
        seller.add("GET /seller/inventory/add/{id}", adding, noProducts);
        seller.add("POST /seller/inventory/add/{id}", adding, noProducts, "sku", "", "price", "none");
    }

    private void inventoryFiles() {
        String own = "/seller/inventory/files/" + there.nadiasFile;
        String others = "/seller/inventory/files/" + there.noelsFile;
        String pattern = "/seller/inventory/files/{id}";
        seller.add("GET /seller/inventory/files");
        seller.add("POST /seller/inventory/files", "kind", "PRICE_AND_QUANTITY");
        seller.add("GET " + pattern, own, List.of(others, "/seller/inventory/files/x"));
        seller.add("GET " + pattern + "/original", own + "/original", List.of(others + "/original"));
        seller.add("GET " + pattern + "/report", own + "/report", List.of(others + "/report"));
        seller.add("POST " + pattern + "/cancellation", own + "/cancellation", List.of(others + "/cancellation"));
        seller.add(
                "POST " + pattern + "/number-format",
                own + "/number-format",
                List.of(others + "/number-format"),
                "numbers",
                "POINT");
        seller.add(
                "POST " + pattern + "/agreement", own + "/agreement", List.of(others + "/agreement"), "closures", "1");
        seller.add(
                "GET /seller/inventory/file-templates/{kind}",
                "/seller/inventory/file-templates/price-and-quantity",
                List.of("/seller/inventory/file-templates/gravity"));
        seller.add(
                "GET /seller/inventory/reports/{report}",
                "/seller/inventory/reports/all",
                List.of("/seller/inventory/reports/gravity"));
    }

    private void catalogue() {
        String proposal = "/seller/catalogue/proposals/";
        List<String> othersProposals = List.of(proposal + there.noelsProposal.id(), proposal + UUID.randomUUID());
        seller.add("GET /seller/catalogue");
        seller.add("GET /seller/catalogue/proposals/new");
        seller.add("GET /seller/catalogue/proposals/{id}", proposal + there.nadiasProposal.id(), othersProposals);
        seller.add(
                "POST /seller/catalogue/proposals/{id}/withdrawal",
                proposal + there.nadiasProposal.id() + "/withdrawal",
                othersProposals.stream().map(it -> it + "/withdrawal").toList());
        seller.add("POST /seller/catalogue/proposals", "id", UUID.randomUUID().toString(), "type", "BOOK");
        seller.add(
                "GET /seller/catalogue/templates/{code}",
                "/seller/catalogue/templates/BOOK",
                List.of("/seller/catalogue/templates/NONE"));
        String change = "/seller/catalogue/changes/";
        String product = there.nadiasOffer.product().value();
        seller.add("GET /seller/catalogue/changes");
        seller.add(
                "GET /seller/catalogue/changes/new",
                change + "new?product=" + product,
                List.of(change + "new?product=B000000000"));
        seller.add(
                "GET /seller/catalogue/changes/{id}",
                change + there.nadiasChange.id(),
                List.of(change + there.noelsChange.id(), change + UUID.randomUUID()));
        seller.add(
                "POST /seller/catalogue/changes",
                "id",
                UUID.randomUUID().toString(),
                "product",
                product,
                "field",
                "title");
    }

    private void settings() {
        seller.add("GET /seller/settings/notifications");
        seller.add("POST /seller/settings/notifications", "addresses", "nobody");
        seller.add("GET /seller/gifts");
        seller.add("POST /seller/gifts", "offered", "true", "wrap", "2.00");
    }

    private void shipping() {
        seller.add("GET /seller/shipping");
        seller.add("GET /seller/shipping/calculator");
        seller.add("GET /seller/shipping/templates/new");
        seller.add("POST /seller/shipping/cut-off", "time", "14:00");
        seller.add("POST /seller/shipping/handling", "most", "2");
        seller.add("POST /seller/shipping/handling/suggestion", "days", "1");
        seller.add("POST /seller/shipping/templates", "action", "add");
        seller.add("GET /seller/shipping/templates/{id}", there.nadiasTemplate, List.of(there.noelsTemplate));
        seller.add(
                "POST /seller/shipping/templates/{id}",
                there.nadiasTemplate,
                List.of(there.noelsTemplate),
                "action",
                "add");
        seller.add(
                "POST /seller/shipping/templates/{id}/default",
                there.nadiasTemplate + "/default",
                List.of(there.noelsTemplate + "/default"));
        seller.add(
                "POST /seller/shipping/templates/{id}/deletion",
                there.nadiasTemplate + "/deletion",
                List.of(there.noelsTemplate + "/deletion"),
                "replacement",
                "00000000-0000-0000-0000-000000000001");
        seller.add(
                "POST /seller/inventory/offer/shipping",
                "sku",
                there.nadiasOffer.key().sku().value());
    }
}
