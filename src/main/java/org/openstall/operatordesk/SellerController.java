package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.OrderBehind;
import org.openstall.health.RecentHealth;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.operatordesk.SellerPage.Problem;
import org.openstall.operatordesk.SellerPage.Typed;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SellerController {
    private static final int TREND_DAYS = 60;
    private static final int NEWEST = 10;
    private static final int PAGE = 25;

    private static final String STANDING_CHANGES = "/operator/sellers/{id}/standing-changes";
    private static final String RATE = "/operator/sellers/{id}/rates/{code}";
    private static final List<String> STANDING_COLUMNS =
            List.of("csv.changed", "csv.from", "csv.to", "standing.reason", "csv.by");
    private static final List<String> RATE_COLUMNS = List.of(
            "order",
            "order.ordered",
            "order.ship-by",
            "order.confirmed",
            "order.promised",
            "order.delivered",
            "order.cancelled",
            "order.stars",
            "csv.units");

    private final Sellers sellers;
    private final SellerPlaces places;
    private final Health health;
    private final Orders orders;
    private final FeedbackDesk feedback;
    private final DeskClock clock;
    private final OperatorCharts charts;
    private final Texts texts;

    SellerController(
            Sellers sellers,
            SellerPlaces places,
            Health health,
            Orders orders,
            FeedbackDesk feedback,
            DeskClock clock,
            OperatorCharts charts,
            Texts texts) {
        this.sellers = sellers;
        this.places = places;
        this.health = health;
        this.orders = orders;
        this.feedback = feedback;
        this.clock = clock;
        this.charts = charts;
        this.texts = texts;
    }

    @GetMapping("/operator/sellers/{id}")
    View seller(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            Visitor visitor) {
        return page(id, marketplace, asOf, Typed.NOTHING, null, visitor);
    }

    private SellerPage page(
            SellerId id,
            @Nullable MarketplaceId marketplace,
            @Nullable LocalDate asOf,
            Typed typed,
            @Nullable Problem problem,
            Visitor visitor) {
        Seller seller = sellers.get(id);
        Map<Marketplace, Standing> standings = places.standings(id);
        Marketplace place = SellerPlaces.place(standings, marketplace, visitor);
        Moment moment = clock.of(place, asOf);
        RecentHealth recent = health.recent(id, place.id(), TREND_DAYS, moment.day());
        return new SellerPage(
                seller,
                standings,
                moment,
                rates(recent, id, moment),
                charts.orders(recent.days(), visitor),
                health.scores(id, place.id(), moment.day()),
                orders.of(id, place.id(), OrderTab.ALL, null, null, NEWEST).items(),
                feedback.of(id, place.id(), null, null, NEWEST).items(),
                sellers.standingChanges(id, place.id(), null, NEWEST),
                typed,
                problem);
    }

    @GetMapping(STANDING_CHANGES)
    View standingChanges(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Seller seller = sellers.get(id);
        Map<Marketplace, Standing> standings = places.standings(id);
        Marketplace place = SellerPlaces.place(standings, marketplace, visitor);
        return new StandingChangesPage(
                seller, List.copyOf(standings.keySet()), place, sellers.standingChanges(id, place.id(), after, PAGE));
    }

    @GetMapping(path = STANDING_CHANGES, params = "format=csv")
    void standingChangesCsv(
            @PathVariable SellerId id,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        sellers.get(id);
        Marketplace place = SellerPlaces.place(places.standings(id), marketplace, visitor);
        Csv.stream(
                response,
                "standing-changes-" + id + ".csv",
                texts.header(visitor.language(), "operator.", STANDING_COLUMNS),
                after -> sellers.standingChanges(id, place.id(), after, Csv.STRETCH),
                it -> List.of(
                        Csv.time(it.changedAt(), place.zone()),
                        standing(it.from(), visitor),
                        standing(it.to(), visitor),
                        it.reason(),
                        it.changedBy()));
    }

    private String standing(Standing standing, Visitor visitor) {
        return texts.text(visitor.language(), "operator.standing." + SellerQuery.key(standing));
    }

    @PostMapping("/operator/sellers/{id}/standing")
    View changeStanding(
            @PathVariable SellerId id,
            @RequestParam MarketplaceId marketplace,
            @RequestParam Standing seen,
            @RequestParam Standing to,
            @RequestParam(defaultValue = "") String reason,
            SignedIn operator,
            Visitor visitor) {
        sellers.get(id);
        Problem problem = problem(seen, to, reason);
        if (problem == null) {
            try {
                sellers.changeStanding(id, marketplace, seen, to, reason, operator.name());
            } catch (LostRace meanwhile) {
                problem = Problem.LOST;
            }
        }
        return problem == null
                ? Redirect.to("/operator/sellers/" + id + "?marketplace=" + marketplace)
                        .saying("operator.standing.done")
                : page(id, marketplace, null, new Typed(to, reason), problem, visitor);
    }

    private static @Nullable Problem problem(Standing seen, Standing to, String reason) {
        if (reason.isBlank()) {
            return Problem.REASON_MISSING;
        }
        if (reason.strip().length() > SellerPage.LONGEST_REASON) {
            return Problem.REASON_TOO_LONG;
        }
        return to == seen ? Problem.SAME : null;
    }

    private static Metric metric(String code) {
        return Arrays.stream(Metric.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotYours("No rate " + code));
    }

    @GetMapping(RATE)
    View rate(
            @PathVariable SellerId id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Metric metric = metric(code);
        Seller seller = sellers.get(id);
        Marketplace place = SellerPlaces.place(places.standings(id), marketplace, visitor);
        Moment moment = clock.of(place, asOf);
        RecentHealth recent = health.recent(id, place.id(), TREND_DAYS, moment.day());
        return new MetricPage(
                seller,
                moment,
                rates(recent, id, moment).rate(metric),
                charts.trend(metric, recent.trend(metric), visitor),
                health.ordersBehind(id, place.id(), metric, moment.instant(), after, PAGE));
    }

    @GetMapping(path = RATE, params = "format=csv")
    void rateCsv(
            @PathVariable SellerId id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Metric metric = metric(code);
        sellers.get(id);
        Marketplace place = SellerPlaces.place(places.standings(id), marketplace, visitor);
        Moment moment = clock.of(place, asOf);
        Csv.stream(
                response,
                metric.code() + "-" + id + "-" + moment.day() + ".csv",
                texts.header(visitor.language(), "operator.", RATE_COLUMNS),
                after -> health.ordersBehind(id, place.id(), metric, moment.instant(), after, Csv.STRETCH),
                it -> cells(it, place.zone()));
    }

    private static List<String> cells(OrderBehind order, ZoneId zone) {
        return List.of(
                order.order().value(),
                Csv.time(order.orderedAt(), zone),
                Csv.time(order.shipBy(), zone),
                Csv.time(order.confirmedAt(), zone),
                Csv.time(order.promisedBy(), zone),
                Csv.time(order.deliveredAt(), zone),
                Csv.time(order.cancelledAt(), zone),
                order.stars() == null ? "" : order.stars().toString(),
                Integer.toString(order.units()));
    }

    private AccountHealth rates(RecentHealth recent, SellerId seller, Moment moment) {
        return moment.isNow()
                ? recent.rates()
                : health.of(seller, moment.place().id(), moment.instant());
    }
}
