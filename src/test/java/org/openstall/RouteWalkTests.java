package org.openstall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openstall.Route.Who.ANYBODY;
import static org.openstall.Route.Who.BUYER;
import static org.openstall.Route.Who.OPERATOR;
import static org.openstall.Route.Who.SELLER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.carriers.Aggregators;
import org.openstall.catalog.Pictures;
import org.openstall.feeds.Feeds;
import org.openstall.identity.User;
import org.openstall.notifications.MailFixture;
import org.openstall.ordering.OrderStatus;
import org.openstall.shipping.Templates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every route as everybody and finds nothing open. A route that is added without a line in {@link ShopRoutes},
 * {@link SellerRoutes} or {@link OperatorRoutes} that says whom it is for fails; so does a line whose route is gone.
 */
@OpenstallTest
class RouteWalkTests {
    /** Reached without a controller of ours, before any rule of whom a page is for. */
    private static final Set<String> WITHOUT_CONTROLLER = Set.of("POST /sign-out");

    @Autowired
    private Aggregators aggregators;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

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

    private RouteFixture there;

    @BeforeEach
    void two_buyers_have_ordered_of_two_sellers() {
        there = new RouteFixture(market, mail, templates, feeds, pictures, aggregators);
    }

    private List<Route> routes() {
        return Stream.of(ShopRoutes.of(there), SellerRoutes.of(there), OperatorRoutes.of(there))
                .flatMap(List::stream)
                .toList();
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
            for (String path : route.addresses()) {
                TestBrowser.Answer answer = route.walk(browsers.open(), path);
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
        Map<User, Route.Who> people = new LinkedHashMap<>();
        people.put(there.omar, BUYER);
        people.put(there.nadia, SELLER);
        people.put(there.iris, OPERATOR);
        SoftAssertions softly = new SoftAssertions();
        people.forEach((user, role) -> {
            TestBrowser browser = browsers.openFor(user);
            for (Route route : routes()) {
                if ((route.who() == SELLER || route.who() == OPERATOR) && route.who() != role) {
                    for (String path : route.addresses()) {
                        softly.assertThat(route.walk(browser, path).status())
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
        Map<Route.Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            for (String path : route.others()) {
                softly.assertThat(route.walk(browser(owners, route), path).status())
                        .as("%s %s", route.method(), path)
                        .isEqualTo(404);
            }
        }
        softly.assertAll();
    }

    @Test
    void another_seller_and_another_buyer_see_nothing_of_an_order() {
        TestBrowser noels = browsers.openFor(there.noel);
        TestBrowser olgas = browsers.openFor(there.olga);

        assertThat(noels.get("/seller/orders/" + there.omarsOrder.id()).status())
                .isEqualTo(404);
        assertThat(olgas.get("/orders/" + there.omarsOrder.id()).status()).isEqualTo(404);
        assertThat(noels.get("/seller/orders?tab=all").body())
                .doesNotContain(there.omarsOrder.id().value());
        assertThat(noels.get("/seller/orders?tab=all&q=" + there.omarsOrder.id())
                        .text())
                .doesNotContain(there.nadiasOffer.key().sku().value());
        assertThat(noels.get("/seller/inventory").body())
                .doesNotContain(there.nadiasOffer.key().sku().value());
    }

    @Test
    void a_seller_changes_nothing_of_anothers_offers_and_orders() {
        TestBrowser noels = browsers.openFor(there.noel);
        String sku = there.nadiasOffer.key().sku().value();

        noels.post("/seller/inventory/offer", "sku", sku, "price", "0.01", "quantity", "1", "seen.quantity", "9");
        noels.post("/seller/inventory/offer/terms", "sku", sku, "price", "0.01", "quantity", "1", "seen.quantity", "9");
        noels.post("/seller/inventory/status", "sku", sku, "active", "false");
        noels.post("/seller/orders/" + there.omarsOrder.id() + "/cancellation", "reason", "OUT_OF_STOCK");

        assertThat(market.find(there.nadiasOffer.key()).price()).isEqualTo(there.nadiasOffer.price());
        assertThat(market.find(there.nadiasOffer.key()).active()).isTrue();
        assertThat(market.find(there.omarsOrder).status()).isEqualTo(OrderStatus.UNSHIPPED);
    }

    @Test
    void the_one_whom_a_page_is_for_sees_it() {
        Map<Route.Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            if (!route.own().isEmpty() && route.isGet()) {
                int status = route.walk(browser(owners, route), route.own()).status();
                softly.assertThat(status)
                        .as("%s %s", route.method(), route.own())
                        .isIn(expected(route));
            }
        }
        softly.assertAll();
    }

    @Test
    void every_page_of_a_desk_leads_to_help_on_it() {
        Map<Route.Who, TestBrowser> owners = owners();
        Set<String> topics = new TreeSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes()) {
            if ((route.who() == SELLER || route.who() == OPERATOR)
                    && route.isGet()
                    && !route.own().isEmpty()) {
                TestBrowser.Answer page = route.walk(browser(owners, route), route.own());
                if (page.status() == 200 && page.body().contains("<meta name=\"application-name\"")) {
                    String help = page.find("<a class=\"tool\" href=\"(/[a-z]+/help[^\"]*)\"");
                    boolean isHelp = route.pattern().contains("/help");
                    softly.assertThat(help).as(route.own()).matches(isHelp ? "/[a-z]+/help" : "/[a-z]+/help/.+");
                    topics.add(help.replaceFirst("#.*", ""));
                }
            }
        }
        for (String topic : topics) {
            Route route = Route.of(topic.startsWith("/seller") ? SELLER : OPERATOR, "GET " + topic);
            softly.assertThat(route.walk(browser(owners, route), topic).status())
                    .as(topic)
                    .isEqualTo(200);
        }
        softly.assertThat(topics).hasSizeGreaterThan(20);
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
        Map<Route.Who, TestBrowser> owners = owners();
        SoftAssertions softly = new SoftAssertions();
        List<Route> posts = new ArrayList<>(routes().stream()
                .filter(it -> it.isPost() && !it.pattern().equals(Route.FOR_PROGRAMS))
                .toList());
        for (String name : WITHOUT_CONTROLLER) {
            posts.add(Route.of(BUYER, name));
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

    private Map<Route.Who, TestBrowser> owners() {
        return Map.of(
                ANYBODY,
                browsers.open(),
                BUYER,
                browsers.openFor(there.omar),
                SELLER,
                browsers.openFor(there.nadia),
                OPERATOR,
                browsers.openFor(there.iris));
    }

    private static TestBrowser browser(Map<Route.Who, TestBrowser> owners, Route route) {
        return Objects.requireNonNull(owners.get(route.who()));
    }
}
