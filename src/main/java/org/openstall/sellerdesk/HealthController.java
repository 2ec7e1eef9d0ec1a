package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.AccountHealth;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.OrderBehind;
import org.openstall.health.Rate;
import org.openstall.health.RecentHealth;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.pages.Csv;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HealthController {
    private static final int PAGE = 50;
    private static final int PLOTTED_DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final List<String> COLUMNS = List.of(
            "order",
            "ordered",
            "ship-by",
            "confirmed",
            "promised",
            "delivered",
            "cancelled",
            "stars",
            "comment",
            "units");

    private final Health health;
    private final FeedbackDesk feedback;
    private final Marketplaces marketplaces;
    private final Plots plots;
    private final Texts texts;
    private final Clock clock;

    HealthController(
            Health health, FeedbackDesk feedback, Marketplaces marketplaces, Plots plots, Texts texts, Clock clock) {
        this.health = health;
        this.feedback = feedback;
        this.marketplaces = marketplaces;
        this.plots = plots;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/seller/health")
    View health(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Visitor visitor) {
        LocalDate today = stall.marketplace().dayOf(clock.instant());
        LocalDate day = pastDay(asOf, today);
        RecentHealth recent = recent(stall, day == null ? today : day);
        AccountHealth rates = day == null ? recent.rates() : past(stall, day);
        List<HealthPage.Item> items = rates.rates().stream()
                .map(it -> new HealthPage.Item(
                        it, plots.trend(it.metric(), recent.trend(it.metric()), visitor), it.goodNeeded()))
                .toList();
        return new HealthPage(stall, day, today, rates, items, day == null ? endOfHistory(stall, rates) : null);
    }

    private RecentHealth recent(Stall stall, LocalDate last) {
        return health.recent(stall.seller(), stall.place(), PLOTTED_DAYS, last);
    }

    private AccountHealth past(Stall stall, LocalDate day) {
        return health.of(stall.seller(), stall.place(), stall.marketplace().endOf(day));
    }

    /** The last day with an order, if no rate has anything to go by any more. */
    private @Nullable LocalDate endOfHistory(Stall stall, AccountHealth rates) {
        return rates.rates().stream().allMatch(it -> it.denominator() == 0)
                ? health.lastOrderDay(stall.seller(), stall.place()).orElse(null)
                : null;
    }

    @GetMapping("/seller/health/{metric}")
    View metric(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String metric,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        Metric shown = MetricName.parse(metric);
        Instant now = clock.instant();
        LocalDate today = stall.marketplace().dayOf(now);
        LocalDate day = pastDay(asOf, today);
        RecentHealth recent = recent(stall, day == null ? today : day);
        Rate rate = (day == null ? recent.rates() : past(stall, day)).rate(shown);
        Instant at = day == null ? now : stall.marketplace().endOf(day);
        Page<OrderBehind> orders = health.ordersBehind(stall.seller(), stall.place(), shown, at, after, PAGE);
        return new MetricPage(
                stall,
                day,
                today,
                rate,
                rate.goodNeeded(),
                plots.trend(shown, recent.trend(shown), visitor),
                orders,
                comments(stall, orders.items(), at),
                marketplaces.policies(stall.place()).whole(Policy.FEEDBACK_REMOVAL_BY_BUYER));
    }

    /** What buyers said with the feedback that was in force at that instant. */
    private Map<OrderId, String> comments(Stall stall, List<OrderBehind> orders, Instant at) {
        List<OrderId> judged = orders.stream()
                .filter(it -> it.stars() != null)
                .map(OrderBehind::order)
                .toList();
        return feedback.history(stall.seller(), judged).stream()
                .filter(it -> it.isInForce(at))
                .collect(Collectors.toMap(Feedback::order, Feedback::comment, (earlier, later) -> later));
    }

    @GetMapping(path = "/seller/health/{metric}", params = "format=csv")
    void csv(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String metric,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        Metric shown = MetricName.parse(metric);
        Instant now = clock.instant();
        LocalDate day = pastDay(asOf, stall.marketplace().dayOf(now));
        Instant at = day == null ? now : stall.marketplace().endOf(day);
        Csv.stream(
                response,
                MetricName.of(shown) + "-" + stall.marketplace().dayOf(at) + ".csv",
                texts.header(visitor.language(), "desk.csv.", COLUMNS),
                after -> {
                    Page<OrderBehind> stretch =
                            health.ordersBehind(stall.seller(), stall.place(), shown, at, after, Csv.STRETCH);
                    Map<OrderId, String> comments = comments(stall, stretch.items(), at);
                    return stretch.map(it -> cells(
                            it,
                            comments.getOrDefault(it.order(), ""),
                            stall.marketplace().zone()));
                },
                it -> it);
    }

    private static List<String> cells(OrderBehind order, String comment, ZoneId zone) {
        return List.of(
                order.order().value(),
                Csv.time(order.orderedAt(), zone),
                Csv.time(order.shipBy(), zone),
                Csv.time(order.confirmedAt(), zone),
                Csv.time(order.promisedBy(), zone),
                Csv.time(order.deliveredAt(), zone),
                Csv.time(order.cancelledAt(), zone),
                order.stars() == null ? "" : order.stars().toString(),
                comment,
                Integer.toString(order.units()));
    }

    /** The day asked for if it is a past one; anything else means now. */
    private static @Nullable LocalDate pastDay(String text, LocalDate today) {
        try {
            LocalDate day = text.isEmpty() ? today : LocalDate.parse(text);
            return day.isBefore(today) && day.isAfter(EARLIEST) ? day : null;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
