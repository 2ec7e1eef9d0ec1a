package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.RouteWalkTests.Who.ANYBODY;
import static org.openstall.RouteWalkTests.Who.BUYER;
import static org.openstall.RouteWalkTests.Who.OPERATOR;
import static org.openstall.RouteWalkTests.Who.SELLER;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.carriers.Aggregators;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.Pictures;
import org.openstall.catalog.ProposalKey;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.FeedSettings;
import org.openstall.feeds.Feeds;
import org.openstall.feeds.NewFeed;
import org.openstall.identity.User;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.MailFixture;
import org.openstall.notifications.MailKey;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.shipping.Templates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every route as everybody and finds nothing open. A route that is added without saying here whom it is for
 * fails; so does one that is said to be here but is gone.
 */
@OpenstallTest
class RouteWalkTests {
    /** For whom a route is. */
    enum Who {
        ANYBODY,
        /** Whoever is signed in. */
        BUYER,
        SELLER,
        OPERATOR
    }

    /**
     * A route with addresses to try it by.
     *
     * @param own the address of something that belongs to the one whom the route is for
     * @param others addresses of the same kind that are nobody's, or somebody else's
     * @param fields what a post sends, names and values in turn
     */
    private record Route(
            HttpMethod method, String pattern, Who who, String own, List<String> others, List<String> fields) {
        String name() {
            return method + " " + pattern;
        }

        String[] sent() {
            return fields.toArray(String[]::new);
        }
    }

    /** Reached without a controller of ours, before any rule of whom a page is for. */
    private static final Set<String> WITHOUT_CONTROLLER = Set.of("POST /sign-out");

    /** Opened by a key and not by a session, so no token guards it. */
    private static final String FOR_PROGRAMS = "/carriers/v1/tracking-events";

    private final UUID aggregator = UUID.randomUUID();

    @Autowired
    private Aggregators aggregators;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Orders orders;

    @Autowired
    private Templates templates;

    @Autowired
    private Feeds feeds;

    @Autowired
    private Pictures pictures;

    @Autowired
    private MailFixture mail;

    @Autowired
    private ApplicationContext program;

    private User omar;
    private User olga;
    private User nadia;
    private User noel;
    private User iris;
    private Offer nadiasOffer;
    private Offer noelsOffer;
    private Order omarsOrder;
    private Order olgasOrder;
    private Order shippedOrder;
    private MailKey aboutOmarsOrder;
    private ChangeKey nadiasChange;
    private ChangeKey noelsChange;
    private ProposalKey nadiasProposal;
    private ProposalKey noelsProposal;
    private String nadiasTemplate;
    private String noelsTemplate;
    private UUID nadiasFile;
    private UUID noelsFile;
    private String picture;

    @BeforeEach
    void two_buyers_have_ordered_of_two_sellers() {
        aggregators.add(aggregator, "Paket Radar", "Iris");
        omar = market.user("Omar");
        olga = market.user("Olga");
        SellerId nadias = market.seller("Nadia's Kitchen");
        SellerId noels = market.seller("Noel's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        noel = market.userOf(noels, "Noel");
        iris = market.operator("Iris");
        nadiasOffer = market.offer(nadias, "NADIAS-KETTLE", "Kettle", "49.90", 9);
        noelsOffer = market.offer(noels, "NOELS-PAN", "Pan", "29.90", 9);
        nadiasTemplate = template(nadias);
        noelsTemplate = template(noels);
        nadiasFile = file(nadias);
        noelsFile = file(noels);
        omarsOrder = market.order(market.buyer(omar), nadiasOffer);
        olgasOrder = market.order(market.buyer(olga), noelsOffer);
        shippedOrder = market.order(market.buyer(omar), nadiasOffer);
        market.ship(shippedOrder);
        market.ship(olgasOrder);
        market.deliver(olgasOrder);
        aboutOmarsOrder = mail.aboutSale(omarsOrder);
        nadiasChange = market.changeRequest(nadias, nadiasOffer.product(), "A better title");
        noelsChange = market.changeRequest(noels, noelsOffer.product(), "Another title");
        nadiasProposal = market.proposal(nadias, "A kettle nobody has").key();
        noelsProposal = market.proposal(noels, "A pan nobody has").key();
        market.leaveFeedback(market.buyer(olga), olgasOrder.id(), 1, "Broken");
        picture = picture();
    }

    private String picture() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB), "png", png);
            return switch (pictures.keep(png.toByteArray())) {
                case Pictures.Result.Kept kept -> kept.address();
                case Pictures.Result.Refused refused -> throw new AssertionError(refused);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String template(SellerId seller) {
        templates.create(
                seller,
                Marketplaces.US,
                "Everything",
                templates.usual(Marketplaces.US).rates());
        return "/seller/shipping/templates/"
                + templates.of(seller, Marketplaces.US).getFirst().id();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        String nobodysOrder = "000-0000000-0000000";
        // The frame
        add(routes, ANYBODY, "GET /sign-in");
        add(routes, ANYBODY, "POST /sign-in", "email", "nobody@people.example", "password", "not this one");
        add(routes, ANYBODY, "GET /sign-up");
        add(routes, ANYBODY, "POST /sign-up", "email", "", "name", "", "password", "");
        add(routes, ANYBODY, "POST /language", "language", "en");
        add(routes, ANYBODY, "POST /marketplace", "marketplace", "US");
        add(routes, ANYBODY, "POST /theme", "theme", "auto");
        add(routes, ANYBODY, "GET /error");
        add(routes, ANYBODY, "GET /actuator/health");
        add(routes, ANYBODY, "GET /actuator/health/**", "/actuator/health/liveness", List.of());
        // The shop
        add(routes, ANYBODY, "GET /");
        add(routes, ANYBODY, "GET /search");
        add(
                routes,
                ANYBODY,
                "GET /products/{id}",
                "/products/" + nadiasOffer.product(),
                List.of("/products/B000000000", "/products/x"));
        add(
                routes,
                ANYBODY,
                "GET /sellers/{id}",
                "/sellers/" + omarsOrder.seller(),
                List.of("/sellers/A0000000000000", "/sellers/x"));
        String noPicture = "/pictures/" + "0".repeat(32);
        add(routes, ANYBODY, "GET /pictures/{id}", picture, List.of(noPicture, "/pictures/x"));
        add(routes, ANYBODY, "GET /pictures/{id}/small", picture + "/small", List.of(noPicture + "/small"));
        add(routes, ANYBODY, "GET /cart");
        add(
                routes,
                ANYBODY,
                "POST /cart/items",
                "seller",
                nadiasOffer.key().seller().value(),
                "sku",
                nadiasOffer.key().sku().value());
        add(
                routes,
                ANYBODY,
                "POST /cart/items/quantity",
                "seller",
                nadiasOffer.key().seller().value(),
                "sku",
                nadiasOffer.key().sku().value(),
                "quantity",
                "0");
        add(routes, BUYER, "GET /checkout");
        add(routes, BUYER, "POST /checkout");
        add(routes, BUYER, "POST /checkout/delivery");
        add(routes, BUYER, "GET /checkout/{id}", "", List.of("/checkout/" + UUID.randomUUID(), "/checkout/x"));
        add(routes, BUYER, "GET /orders");
        add(
                routes,
                BUYER,
                "GET /orders/{id}",
                "/orders/" + omarsOrder.id(),
                List.of("/orders/" + olgasOrder.id(), "/orders/" + nobodysOrder, "/orders/x"));
        add(
                routes,
                BUYER,
                "POST /orders/{id}/cancellation",
                "/orders/" + omarsOrder.id() + "/cancellation",
                List.of("/orders/" + olgasOrder.id() + "/cancellation", "/orders/" + nobodysOrder + "/cancellation"));
        add(
                routes,
                BUYER,
                "POST /orders/{id}/again",
                "/orders/" + omarsOrder.id() + "/again",
                List.of("/orders/" + olgasOrder.id() + "/again", "/orders/" + nobodysOrder + "/again"));
        add(
                routes,
                BUYER,
                "POST /orders/{id}/feedback",
                "/orders/" + omarsOrder.id() + "/feedback",
                List.of("/orders/" + olgasOrder.id() + "/feedback", "/orders/" + nobodysOrder + "/feedback"),
                "stars",
                "5");
        add(
                routes,
                BUYER,
                "POST /orders/{id}/feedback/removal",
                "/orders/" + omarsOrder.id() + "/feedback/removal",
                List.of("/orders/" + olgasOrder.id() + "/feedback/removal"));
        addSellerDesk(routes, nobodysOrder);
        addOperatorDesk(routes, nobodysOrder);
        return routes;
    }

    private void addSellerDesk(List<Route> routes, String nobodysOrder) {
        List<String> othersOrders =
                List.of("/seller/orders/" + olgasOrder.id(), "/seller/orders/" + nobodysOrder, "/seller/orders/x");
        add(routes, SELLER, "GET /seller");
        add(routes, SELLER, "GET /seller/search");
        add(routes, SELLER, "GET /seller/carrier");
        add(routes, SELLER, "GET /seller/orders");
        add(routes, SELLER, "GET /seller/orders/{id}", "/seller/orders/" + omarsOrder.id(), othersOrders);
        add(
                routes,
                SELLER,
                "POST /seller/orders/{id}/shipment",
                "/seller/orders/" + omarsOrder.id() + "/shipment",
                othersOrders.stream().map(it -> it + "/shipment").toList(),
                "trackingNumber",
                MarketFixture.UPS_NUMBER);
        String reports = "/seller/orders/reports/";
        add(routes, SELLER, "GET " + reports + "{report}", reports + "unshipped", List.of(reports + "gravity"));
        String bulk = "/seller/orders/confirmation";
        add(routes, SELLER, "GET " + bulk, bulk + "?order=" + omarsOrder.id(), List.of());
        add(routes, SELLER, "POST " + bulk, "order", olgasOrder.id().value());
        String parcel = "/seller/orders/" + shippedOrder.id() + "/packages/";
        List<String> othersParcels = List.of(
                "/seller/orders/" + olgasOrder.id() + "/packages/1", parcel + "2", "/seller/orders/x/packages/1");
        add(routes, SELLER, "GET /seller/orders/{id}/packages/{number}", parcel + "1", othersParcels);
        add(
                routes,
                SELLER,
                "POST /seller/orders/{id}/packages/{number}/label",
                parcel + "1/label",
                othersParcels.stream().map(it -> it + "/label").toList(),
                "trackingNumber",
                MarketFixture.UPS_NUMBER);
        add(
                routes,
                SELLER,
                "POST /seller/orders/{id}/cancellation",
                "/seller/orders/" + omarsOrder.id() + "/cancellation",
                othersOrders.stream().map(it -> it + "/cancellation").toList(),
                "reason",
                "OUT_OF_STOCK");
        add(routes, SELLER, "GET /seller/inventory");
        add(routes, SELLER, "GET /seller/inventory/adjustments");
        add(
                routes,
                SELLER,
                "GET /seller/inventory/offer",
                "/seller/inventory/offer?sku=" + nadiasOffer.key().sku(),
                List.of("/seller/inventory/offer?sku=" + noelsOffer.key().sku()));
        add(routes, SELLER, "POST /seller/inventory/offer", "sku", "no-such", "price", "1", "quantity", "1");
        add(routes, SELLER, "POST /seller/inventory/offer/terms", "sku", "no-such", "price", "1", "quantity", "1");
        add(routes, SELLER, "POST /seller/inventory/status", "sku", "no-such", "active", "true");
        add(routes, SELLER, "POST /seller/inventory/review");
        add(routes, SELLER, "GET /seller/inventory/add");
        String adding = "/seller/inventory/add/" + noelsOffer.product();
        List<String> noProducts = List.of("/seller/inventory/add/B000000000", "/seller/inventory/add/x");
        add(routes, SELLER, "GET /seller/inventory/add/{id}", adding, noProducts);
        add(routes, SELLER, "POST /seller/inventory/add/{id}", adding, noProducts, "sku", "", "price", "none");
        addCatalogue(routes);
        addInventoryFiles(routes);
        for (String slips : List.of("/seller/orders/slips", "/seller/orders/slips.pdf")) {
            String others = slips + "?order=" + olgasOrder.id();
            add(routes, SELLER, "GET " + slips, slips + "?order=" + omarsOrder.id(), List.of(others));
        }
        add(routes, SELLER, "GET /seller/orders/slips/note");
        add(routes, SELLER, "POST /seller/orders/slips/note", "note", "Thank you!");
        add(routes, SELLER, "GET /seller/settings/notifications");
        add(routes, SELLER, "POST /seller/settings/notifications", "addresses", "nobody");
        add(routes, SELLER, "GET /seller/gifts");
        add(routes, SELLER, "POST /seller/gifts", "offered", "true", "wrap", "2.00");
        add(routes, SELLER, "GET /seller/shipping");
        add(routes, SELLER, "GET /seller/shipping/calculator");
        add(routes, SELLER, "GET /seller/shipping/templates/new");
        add(routes, SELLER, "POST /seller/shipping/cut-off", "time", "14:00");
        add(routes, SELLER, "POST /seller/shipping/handling", "days", "1");
        add(routes, SELLER, "POST /seller/shipping/templates", "action", "add");
        add(routes, SELLER, "GET /seller/shipping/templates/{id}", nadiasTemplate, List.of(noelsTemplate));
        add(
                routes,
                SELLER,
                "POST /seller/shipping/templates/{id}",
                nadiasTemplate,
                List.of(noelsTemplate),
                "action",
                "add");
        add(
                routes,
                SELLER,
                "POST /seller/shipping/templates/{id}/default",
                nadiasTemplate + "/default",
                List.of(noelsTemplate + "/default"));
        add(
                routes,
                SELLER,
                "POST /seller/shipping/templates/{id}/deletion",
                nadiasTemplate + "/deletion",
                List.of(noelsTemplate + "/deletion"),
                "replacement",
                "00000000-0000-0000-0000-000000000001");
        add(
                routes,
                SELLER,
                "POST /seller/inventory/offer/shipping",
                "sku",
                nadiasOffer.key().sku().value());
        add(routes, SELLER, "GET /seller/feedback");
        add(routes, SELLER, "POST /seller/feedback/read");
        add(routes, SELLER, "GET /seller/health");
        add(
                routes,
                SELLER,
                "GET /seller/health/{metric}",
                "/seller/health/order-defect",
                List.of("/seller/health/gravity"));
    }

    private void addCatalogue(List<Route> routes) {
        String proposal = "/seller/catalogue/proposals/";
        List<String> othersProposals = List.of(proposal + noelsProposal.id(), proposal + UUID.randomUUID());
        add(routes, SELLER, "GET /seller/catalogue");
        add(routes, SELLER, "GET /seller/catalogue/proposals/new");
        add(routes, SELLER, "GET /seller/catalogue/proposals/{id}", proposal + nadiasProposal.id(), othersProposals);
        add(
                routes,
                SELLER,
                "POST /seller/catalogue/proposals",
                "id",
                UUID.randomUUID().toString(),
                "type",
                "BOOK");
        add(
                routes,
                SELLER,
                "GET /seller/catalogue/templates/{code}",
                "/seller/catalogue/templates/BOOK",
                List.of("/seller/catalogue/templates/NONE"));
        String change = "/seller/catalogue/changes/";
        String product = nadiasOffer.product().value();
        add(routes, SELLER, "GET /seller/catalogue/changes");
        add(
                routes,
                SELLER,
                "GET /seller/catalogue/changes/new",
                change + "new?product=" + product,
                List.of(change + "new?product=B000000000"));
        add(
                routes,
                SELLER,
                "GET /seller/catalogue/changes/{id}",
                change + nadiasChange.id(),
                List.of(change + noelsChange.id(), change + UUID.randomUUID()));
        add(
                routes,
                SELLER,
                "POST /seller/catalogue/changes",
                "id",
                UUID.randomUUID().toString(),
                "product",
                product,
                "field",
                "title");
        String operatorsChange = "/operator/catalogue/changes/" + product + "/";
        List<String> noChanges = List.of(operatorsChange + noelsChange.id(), operatorsChange + UUID.randomUUID());
        add(routes, OPERATOR, "GET /operator/catalogue/changes");
        add(
                routes,
                OPERATOR,
                "GET /operator/catalogue/changes/{product}/{id}",
                operatorsChange + nadiasChange.id(),
                noChanges);
        for (String decision : List.of("approval", "rejection")) {
            add(
                    routes,
                    OPERATOR,
                    "POST /operator/catalogue/changes/{product}/{id}/" + decision,
                    operatorsChange + nadiasChange.id() + "/" + decision,
                    noChanges.stream().map(it -> it + "/" + decision).toList(),
                    "reason",
                    "None");
        }
        String types = "/operator/catalogue/types";
        add(routes, OPERATOR, "GET /operator/catalogue/types");
        add(routes, OPERATOR, "GET /operator/catalogue/types/new", types + "/new?code=NEW_TYPE", List.of());
        add(routes, OPERATOR, "GET /operator/catalogue/types/{code}", types + "/BOOK", List.of(types + "/NONE"));
        for (String act : List.of("preview", "versions")) {
            add(
                    routes,
                    OPERATOR,
                    "POST /operator/catalogue/types/{code}/" + act,
                    types + "/BOOK/" + act,
                    List.of(types + "/x/" + act),
                    "seen",
                    "0",
                    "schema",
                    "{}");
        }
        String operators = "/operator/catalogue/proposals/";
        String own = operators + nadiasProposal.seller() + "/" + nadiasProposal.id();
        List<String> nobodys = List.of(
                operators + nadiasProposal.seller() + "/" + noelsProposal.id(),
                operators + nadiasProposal.seller() + "/" + UUID.randomUUID());
        add(routes, OPERATOR, "GET /operator/catalogue");
        add(routes, OPERATOR, "GET /operator/catalogue/proposals/{seller}/{id}", own, nobodys);
        for (String decision : List.of("approval", "merger", "rejection")) {
            add(
                    routes,
                    OPERATOR,
                    "POST /operator/catalogue/proposals/{seller}/{id}/" + decision,
                    own + "/" + decision,
                    nobodys.stream().map(it -> it + "/" + decision).toList(),
                    "into",
                    nadiasOffer.product().value(),
                    "reason",
                    "None");
        }
    }

    private void addInventoryFiles(List<Route> routes) {
        String own = "/seller/inventory/files/" + nadiasFile;
        String others = "/seller/inventory/files/" + noelsFile;
        String pattern = "/seller/inventory/files/{id}";
        add(routes, SELLER, "GET /seller/inventory/files");
        add(routes, SELLER, "POST /seller/inventory/files", "kind", "PRICE_AND_QUANTITY");
        add(routes, SELLER, "GET " + pattern, own, List.of(others, "/seller/inventory/files/x"));
        add(routes, SELLER, "GET " + pattern + "/original", own + "/original", List.of(others + "/original"));
        add(routes, SELLER, "GET " + pattern + "/report", own + "/report", List.of(others + "/report"));
        add(
                routes,
                SELLER,
                "POST " + pattern + "/cancellation",
                own + "/cancellation",
                List.of(others + "/cancellation"));
        add(
                routes,
                SELLER,
                "POST " + pattern + "/number-format",
                own + "/number-format",
                List.of(others + "/number-format"),
                "numbers",
                "POINT");
        add(
                routes,
                SELLER,
                "POST " + pattern + "/agreement",
                own + "/agreement",
                List.of(others + "/agreement"),
                "closures",
                "1");
        add(
                routes,
                SELLER,
                "GET /seller/inventory/file-templates/{kind}",
                "/seller/inventory/file-templates/price-and-quantity",
                List.of("/seller/inventory/file-templates/gravity"));
        add(
                routes,
                SELLER,
                "GET /seller/inventory/reports/{report}",
                "/seller/inventory/reports/all",
                List.of("/seller/inventory/reports/gravity"));
    }

    private UUID file(SellerId seller) {
        NewFeed feed = new NewFeed(
                seller,
                UUID.randomUUID(),
                Marketplaces.US,
                FeedKind.PRICE_AND_QUANTITY,
                false,
                FeedSettings.USUAL,
                "Anybody");
        try {
            return feeds.submit(feed, "file.txt", new ByteArrayInputStream(new byte[] {1}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addOperatorDesk(List<Route> routes, String nobodysOrder) {
        String seller = "/operator/sellers/" + omarsOrder.seller();
        String nobody = "/operator/sellers/A0000000000000";
        String place = "/operator/marketplaces/" + Marketplaces.US;
        add(routes, OPERATOR, "GET /operator");
        add(routes, OPERATOR, "GET /operator/search");
        add(routes, OPERATOR, "GET /operator/sellers");
        add(routes, OPERATOR, "GET /operator/sellers/{id}", seller, List.of(nobody, "/operator/sellers/x"));
        add(
                routes,
                OPERATOR,
                "GET /operator/sellers/{id}/rates/{code}",
                seller + "/rates/cancel",
                List.of(seller + "/rates/gravity", nobody + "/rates/cancel"));
        add(
                routes,
                OPERATOR,
                "POST /operator/sellers/{id}/standing",
                seller + "/standing",
                List.of("/operator/sellers/A0000000000000/standing"),
                "marketplace",
                Marketplaces.US.value(),
                "seen",
                "AT_RISK",
                "to",
                "CLOSED",
                "reason",
                "Fraud");
        String offers = seller + "/offers";
        add(routes, OPERATOR, "GET /operator/sellers/{id}/offers", offers, List.of(nobody + "/offers"));
        String offer = seller + "/offer?sku=NADIAS-KETTLE";
        List<String> noOffers = List.of(seller + "/offer?sku=NOELS-PAN", nobody + "/offer?sku=NADIAS-KETTLE");
        add(routes, OPERATOR, "GET /operator/sellers/{id}/offer", offer, noOffers);
        for (String act : List.of("suppression", "release")) {
            add(
                    routes,
                    OPERATOR,
                    "POST /operator/sellers/{id}/offer/" + act,
                    seller + "/offer/" + act,
                    List.of(nobody + "/offer/" + act),
                    "marketplace",
                    Marketplaces.US.value(),
                    "sku",
                    "NADIAS-KETTLE",
                    "reason",
                    "A copy");
        }
        add(
                routes,
                OPERATOR,
                "GET /operator/sellers/{seller}/orders/{id}",
                seller + "/orders/" + omarsOrder.id(),
                List.of(seller + "/orders/" + olgasOrder.id(), seller + "/orders/" + nobodysOrder));
        add(routes, OPERATOR, "GET /operator/marketplaces");
        add(
                routes,
                OPERATOR,
                "GET /operator/marketplaces/{id}",
                place,
                List.of("/operator/marketplaces/A000000000XX", "/operator/marketplaces/x"));
        add(
                routes,
                OPERATOR,
                "GET /operator/marketplaces/{id}/policies/{key}",
                place + "/policies/shipping-fee",
                List.of(place + "/policies/gravity"));
        add(
                routes,
                OPERATOR,
                "POST /operator/marketplaces/{id}/policies/{key}/changes",
                place + "/policies/shipping-fee/changes",
                List.of(place + "/policies/gravity/changes"),
                "expected",
                "0",
                "value",
                "none",
                "reason",
                "None");
        add(
                routes,
                OPERATOR,
                "GET /operator/marketplaces/{id}/calendar",
                place + "/calendar",
                List.of("/operator/marketplaces/A000000000XX/calendar"));
        add(
                routes,
                OPERATOR,
                "POST /operator/marketplaces/{id}/calendar/days",
                place + "/calendar/days",
                List.of("/operator/marketplaces/A000000000XX/calendar/days"),
                "mark",
                "CLOSED");
        add(
                routes,
                OPERATOR,
                "POST /operator/marketplaces/{id}/calendar/days/removal",
                place + "/calendar/days/removal",
                List.of("/operator/marketplaces/A000000000XX/calendar/days/removal"),
                "mark",
                "CLOSED",
                "day",
                "2000-01-01");
        add(routes, OPERATOR, "GET /operator/mail");
        add(routes, OPERATOR, "POST /operator/mail/attempts");
        String mail = "/operator/mail/" + aboutOmarsOrder.seller() + "/" + aboutOmarsOrder.id();
        List<String> noMail = List.of("/operator/mail/" + aboutOmarsOrder.seller() + "/" + UUID.randomUUID());
        add(routes, OPERATOR, "GET /operator/mail/{seller}/{id}", mail, noMail);
        for (String part :
                List.of("GET /operator/mail/{seller}/{id}/html", "POST /operator/mail/{seller}/{id}/attempts")) {
            String end = part.substring(part.lastIndexOf('/'));
            add(
                    routes,
                    OPERATOR,
                    part,
                    mail + end,
                    noMail.stream().map(it -> it + end).toList());
        }
        add(routes, ANYBODY, "POST " + FOR_PROGRAMS);
        add(routes, OPERATOR, "GET /operator/carriers");
        add(routes, OPERATOR, "POST /operator/carriers", "name", "");
        add(
                routes,
                OPERATOR,
                "POST /operator/carriers/{id}/revocation",
                "/operator/carriers/" + aggregator + "/revocation",
                List.of("/operator/carriers/" + UUID.randomUUID() + "/revocation", "/operator/carriers/x/revocation"));
        add(routes, OPERATOR, "GET /operator/imports");
        add(routes, OPERATOR, "GET /operator/audit");
    }

    /** A route whose address has no variable. */
    private static void add(List<Route> routes, Who who, String name, String... fields) {
        add(routes, who, name, name.substring(name.indexOf(' ') + 1), List.of(), fields);
    }

    private static void add(
            List<Route> routes, Who who, String name, String own, List<String> others, String... fields) {
        String[] parts = name.split(" ", 2);
        routes.add(new Route(HttpMethod.valueOf(parts[0]), parts[1], who, own, others, List.of(fields)));
    }

    @Test
    void every_route_says_here_whom_it_is_for() {
        Set<String> known = new TreeSet<>(routes().stream().map(Route::name).toList());

        assertThat(mapped()).isEqualTo(known);
    }

    private Set<String> mapped() {
        Collection<RequestMappingInfoHandlerMapping> mappings =
                program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
        Set<String> names = new TreeSet<>();
        mappings.stream()
                .flatMap(it -> it.getHandlerMethods().keySet().stream())
                .forEach(route -> methods(route).forEach(method -> route.getPatternValues()
                        .forEach(pattern -> names.add(method + " " + pattern))));
        return names;
    }

    /** A route for all methods, which only the one for errors is, is walked by GET. */
    private static Stream<String> methods(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to_where_a_page_is_not_for_anybody() {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            for (String path : addresses(route)) {
                TestBrowser.Answer answer = walk(browsers.open(), route, path);
                if (route.who() == ANYBODY) {
                    softly.assertThat(answer.location()).as(route + path).doesNotContain("/sign-in?");
                    softly.assertThat(answer.status()).as(route + path).isLessThan(500);
                } else {
                    softly.assertThat(answer.status()).as(route + path).isEqualTo(302);
                    softly.assertThat(answer.location()).as(route + path).contains("/sign-in");
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void to_whom_a_desk_is_not_for_it_does_not_exist() {
        Map<User, Who> people = new LinkedHashMap<>();
        people.put(omar, BUYER);
        people.put(nadia, SELLER);
        people.put(iris, OPERATOR);
        SoftAssertions softly = new SoftAssertions();
        people.forEach((user, role) -> {
            TestBrowser browser = browsers.openFor(user);
            for (Route route : routes()) {
                if ((route.who() == SELLER || route.who() == OPERATOR) && route.who() != role) {
                    for (String path : addresses(route)) {
                        softly.assertThat(walk(browser, route, path).status())
                                .as("%s %s %s", role, route.method(), path)
                                .isEqualTo(404);
                    }
                }
            }
        });
        softly.assertAll();
    }

    @Test
    void what_is_somebody_elses_does_not_exist() {
        Map<Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            for (String path : route.others()) {
                softly.assertThat(walk(browser(owners, route), route, path).status())
                        .as("%s %s", route.method(), path)
                        .isEqualTo(404);
            }
        }
        softly.assertAll();
    }

    @Test
    void another_seller_and_another_buyer_see_nothing_of_an_order() {
        TestBrowser noels = browsers.openFor(noel);
        TestBrowser olgas = browsers.openFor(olga);

        assertThat(noels.get("/seller/orders/" + omarsOrder.id()).status()).isEqualTo(404);
        assertThat(olgas.get("/orders/" + omarsOrder.id()).status()).isEqualTo(404);
        assertThat(noels.get("/seller/orders?tab=all").body())
                .doesNotContain(omarsOrder.id().value());
        assertThat(noels.get("/seller/orders?tab=all&q=" + omarsOrder.id()).text())
                .doesNotContain(nadiasOffer.key().sku().value());
        assertThat(noels.get("/seller/inventory").body())
                .doesNotContain(nadiasOffer.key().sku().value());
    }

    @Test
    void a_seller_changes_nothing_of_anothers_offers_and_orders() {
        TestBrowser noels = browsers.openFor(noel);
        String sku = nadiasOffer.key().sku().value();

        noels.post("/seller/inventory/offer", "sku", sku, "price", "0.01", "quantity", "1", "seenQuantity", "9");
        noels.post("/seller/inventory/offer/terms", "sku", sku, "price", "0.01", "quantity", "1", "seenQuantity", "9");
        noels.post("/seller/inventory/status", "sku", sku, "active", "false");
        noels.post("/seller/orders/" + omarsOrder.id() + "/cancellation", "reason", "OUT_OF_STOCK");

        assertThat(market.find(nadiasOffer.key()).price()).isEqualTo(nadiasOffer.price());
        assertThat(market.find(nadiasOffer.key()).active()).isTrue();
        assertThat(orders.get(omarsOrder.seller(), omarsOrder.id()).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void the_one_whom_a_page_is_for_sees_it() {
        Map<Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            if (!route.own().isEmpty() && route.method().equals(HttpMethod.GET)) {
                int status = walk(browser(owners, route), route, route.own()).status();
                softly.assertThat(status)
                        .as("%s %s", route.method(), route.own())
                        .isIn(expected(route));
            }
        }
        softly.assertAll();
    }

    /** Without anything to show, a checkout and a search lead elsewhere, and the page of errors is not found. */
    private static List<Integer> expected(Route route) {
        return switch (route.pattern()) {
            case "/checkout", "/checkout/delivery", "/seller/search" -> List.of(200, 303);
            case "/error", "/actuator/health/**" -> List.of(200, 404);
            default -> List.of(200);
        };
    }

    @Test
    void a_post_without_the_token_that_a_page_gave_is_refused_to_everybody() {
        Map<Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        List<Route> posts = new ArrayList<>(routes().stream()
                .filter(it ->
                        it.method().equals(HttpMethod.POST) && !it.pattern().equals(FOR_PROGRAMS))
                .toList());
        for (String name : WITHOUT_CONTROLLER) {
            add(posts, BUYER, name);
        }
        for (Route route : posts) {
            String path = route.own().isEmpty() ? route.pattern() : route.own();
            softly.assertThat(browsers.open().postForged(path).status())
                    .as("nobody %s", path)
                    .isEqualTo(403);
            softly.assertThat(browser(owners, route).postForged(path).status())
                    .as("%s %s", route.who(), path)
                    .isEqualTo(403);
        }
        softly.assertAll();
    }

    private Map<Who, TestBrowser> owners() {
        return Map.of(
                ANYBODY,
                browsers.open(),
                BUYER,
                browsers.openFor(omar),
                SELLER,
                browsers.openFor(nadia),
                OPERATOR,
                browsers.openFor(iris));
    }

    private static TestBrowser browser(Map<Who, TestBrowser> owners, Route route) {
        return Objects.requireNonNull(owners.get(route.who()));
    }

    private static List<String> addresses(Route route) {
        return Stream.concat(Stream.of(route.own()), route.others().stream())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static TestBrowser.Answer walk(TestBrowser browser, Route route, String path) {
        return route.method().equals(HttpMethod.GET) ? browser.get(path) : browser.post(path, route.sent());
    }
}
