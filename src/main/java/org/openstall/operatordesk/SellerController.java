package org.openstall.operatordesk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.health.Metric;
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
import org.openstall.pages.Redirect;
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

    private final Sellers sellers;
    private final SellerPlaces places;
    private final Health health;
    private final Orders orders;
    private final FeedbackDesk feedback;
    private final DeskClock clock;
    private final OperatorCharts charts;

    SellerController(
            Sellers sellers,
            SellerPlaces places,
            Health health,
            Orders orders,
            FeedbackDesk feedback,
            DeskClock clock,
            OperatorCharts charts) {
        this.sellers = sellers;
        this.places = places;
        this.health = health;
        this.orders = orders;
        this.feedback = feedback;
        this.clock = clock;
        this.charts = charts;
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

    @GetMapping("/operator/sellers/{id}/standing-changes")
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

    @GetMapping("/operator/sellers/{id}/rates/{code}")
    View rate(
            @PathVariable SellerId id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MarketplaceId marketplace,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Metric metric = Arrays.stream(Metric.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotYours("No rate " + code));
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

    private AccountHealth rates(RecentHealth recent, SellerId seller, Moment moment) {
        return moment.isNow()
                ? recent.rates()
                : health.of(seller, moment.place().id(), moment.instant());
    }
}
