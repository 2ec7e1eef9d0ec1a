package org.openstall.sellerdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openstall.catalog.Catalog;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.AccountHealth;
import org.openstall.health.Day;
import org.openstall.health.Health;
import org.openstall.health.Metric;
import org.openstall.health.RecentHealth;
import org.openstall.health.Status;
import org.openstall.kernel.OrderId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderTab;
import org.openstall.ordering.Orders;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class TodayController {
    private static final int MOST_ORDERS = 30;

    /** Of those not due today. */
    private static final int MOST_LATER = 6;

    private static final int MOST_FEEDBACK = 50;
    private static final int MOST_OFFERS = 8;
    private static final int MOST_BEST_SELLERS = 5;
    private static final int PLOTTED_DAYS = 30;

    /** Feedback older than this is not news, read or not. */
    static final Duration NEWS = Duration.ofDays(14);

    private final Orders orders;
    private final FeedbackDesk feedback;
    private final ReadFeedbackStore read;
    private final Health health;
    private final Inventory inventory;
    private final Marketplaces marketplaces;
    private final Catalog catalog;
    private final Plots plots;
    private final Clock clock;

    TodayController(
            Orders orders,
            FeedbackDesk feedback,
            ReadFeedbackStore read,
            Health health,
            Inventory inventory,
            Marketplaces marketplaces,
            Catalog catalog,
            Plots plots,
            Clock clock) {
        this.orders = orders;
        this.feedback = feedback;
        this.read = read;
        this.health = health;
        this.inventory = inventory;
        this.marketplaces = marketplaces;
        this.catalog = catalog;
        this.plots = plots;
        this.clock = clock;
    }

    @GetMapping("/seller")
    View today(@ModelAttribute(binding = false) Stall stall, Visitor visitor) {
        Instant now = clock.instant();
        LocalDate today = stall.marketplace().dayOf(now);
        RecentHealth recent = health.recent(stall.seller(), stall.place(), PLOTTED_DAYS, today);
        AccountHealth rates = recent.rates();
        Effects effects = new Effects(rates.rates(), stall.marketplace());
        Orders.Backlog backlog = orders.backlog(stall.seller(), stall.place());
        List<Task> tasks = new ArrayList<>();
        tasks.addAll(shipments(stall, backlog, effects, now));
        tasks.addAll(warnings(rates));
        tasks.addAll(news(stall, effects, now));
        tasks.addAll(stock(stall));
        List<Day> days = recent.days();
        boolean anyOrders = days.stream().anyMatch(it -> it.orders() > 0);
        return new TodayPage(
                stall,
                today,
                tasks,
                backlog.next(),
                rates.status(),
                // Over 365 days: what most buyers go by.
                health.scores(stall.seller(), stall.place()).get(2),
                days.getLast(),
                days.get(days.size() - 8),
                bestSellers(stall),
                anyOrders ? plots.orders(days, visitor) : null,
                anyOrders ? plots.trend(Metric.ORDER_DEFECT, recent.trend(Metric.ORDER_DEFECT), visitor) : null);
    }

    /** By deadline; after as many as one can take in, only how many more there are. */
    private List<Task> shipments(Stall stall, Orders.Backlog backlog, Effects effects, Instant now) {
        Instant endOfDay = stall.marketplace().endOf(stall.marketplace().dayOf(now));
        List<Order> waiting = orders.of(stall.seller(), stall.place(), OrderTab.TO_SHIP, null, null, MOST_ORDERS)
                .items();
        List<Task> tasks = new ArrayList<>();
        int later = 0;
        for (Order order : waiting) {
            boolean late = order.shipBy().isBefore(now);
            Task.Urgency urgency = late
                    ? Task.Urgency.FIRST
                    : order.shipBy().isAfter(endOfDay) ? Task.Urgency.SOON : Task.Urgency.TODAY;
            if (urgency != Task.Urgency.SOON || later++ < MOST_LATER) {
                tasks.add(new Task.Ship(order, urgency, late ? null : effects.ifLate(order.shipBy())));
            }
        }
        if (backlog.orders() > tasks.size() && !tasks.isEmpty()) {
            tasks.add(new Task.ShipMore(
                    backlog.orders() - tasks.size(),
                    backlog.isMore(),
                    tasks.getLast().urgency()));
        }
        return tasks;
    }

    private static List<Task> warnings(AccountHealth health) {
        return health.rates().stream()
                .filter(it -> it.status() == Status.BAD || it.status() == Status.ALERT)
                .sorted(Comparator.comparing(it -> it.status() == Status.BAD ? 0 : 1))
                .<Task>map(it -> new Task.Warning(it, it.goodNeeded()))
                .toList();
    }

    private List<Task> news(Stall stall, Effects effects, Instant now) {
        List<Feedback> recent = feedback.of(stall.seller(), stall.place(), null, null, MOST_FEEDBACK).items().stream()
                .filter(it -> it.givenAt().isAfter(now.minus(NEWS)))
                .toList();
        Set<UUID> known =
                read.among(stall.seller(), recent.stream().map(Feedback::id).toList());
        List<Feedback> fresh =
                recent.stream().filter(it -> !known.contains(it.id())).toList();
        List<Feedback> negative = fresh.stream().filter(Feedback::isNegative).toList();
        Map<OrderId, Order> judged =
                orders
                        .find(
                                stall.seller(),
                                negative.stream().map(Feedback::order).toList())
                        .stream()
                        .collect(Collectors.toMap(Order::id, it -> it));
        List<Task> tasks = new ArrayList<>();
        for (Feedback each : negative) {
            Order order = judged.get(each.order());
            tasks.add(new Task.Answer(
                    each,
                    order == null ? null : effects.ofNegativeFeedback(order).orElse(null)));
        }
        List<Feedback> others = fresh.stream().filter(it -> !it.isNegative()).toList();
        if (!others.isEmpty()) {
            tasks.add(new Task.Praise(others));
        }
        return tasks;
    }

    /** Best sellers first, as they cost most when they are gone. */
    private List<Task> stock(Stall stall) {
        List<Task> tasks = new ArrayList<>();
        List<InventoryItem> low = bySales(stall, InventoryQuery.Filter.LOW_STOCK, MOST_OFFERS);
        Titles titles = Titles.of(low.stream().map(InventoryItem::offer).toList(), catalog);
        low.forEach(it -> tasks.add(new Task.Restock(it, titles.of(it.offer()))));
        int stale = inventory.stale(stall.seller(), stall.place());
        if (stale > 0) {
            int hours = marketplaces.policies(stall.place()).whole(Policy.STALE_HOURS);
            tasks.add(new Task.Review(stale, stale == Inventory.MOST_STALE, hours));
        }
        return tasks;
    }

    private List<InventoryItem> bySales(Stall stall, InventoryQuery.Filter filter, int most) {
        InventoryQuery query = new InventoryQuery(filter, InventoryQuery.Sort.PACE, null, Set.of(), null, most);
        return inventory.page(stall.seller(), stall.place(), query).items().stream()
                .filter(it -> it.pace().sells())
                .toList();
    }

    private List<TodayPage.BestSeller> bestSellers(Stall stall) {
        List<InventoryItem> best = bySales(stall, InventoryQuery.Filter.ALL, MOST_BEST_SELLERS);
        Titles titles = Titles.of(best.stream().map(InventoryItem::offer).toList(), catalog);
        return best.stream()
                .map(it -> new TodayPage.BestSeller(it, titles.of(it.offer())))
                .toList();
    }
}
