package org.openstall.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.springframework.stereotype.Service;

/**
 * Tells how sellers do. "Now" comes from tallies that are never stale; any past instant comes from the facts that
 * were known by then.
 */
@Service
public class Health {
    private static final List<Integer> SCORE_LENGTHS = List.of(30, 90, 365, 0);

    private final HealthStore store;
    private final RateStore rates;
    private final Marketplaces marketplaces;
    private final Clock clock;
    private final LoadingCache<ScoreKey, List<FeedbackScore>> shownScores;

    Health(HealthStore store, RateStore rates, Marketplaces marketplaces, Clock clock) {
        this.store = store;
        this.rates = rates;
        this.marketplaces = marketplaces;
        this.clock = clock;
        this.shownScores = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofSeconds(10))
                .build(key -> scores(key.seller(), key.marketplace()));
    }

    private record ScoreKey(SellerId seller, MarketplaceId marketplace) {}

    /** A seller's rates now. */
    public AccountHealth of(SellerId seller, MarketplaceId marketplace) {
        Instant now = clock.instant();
        Marketplace place = marketplaces.get(marketplace);
        Policies policies = marketplaces.policies(marketplace);
        LocalDate today = place.dayOf(now);
        Map<Metric, Window> windows = windows(policies, today);
        Map<LocalDate, Tally> days = store.days(seller, marketplace, first(windows), last(windows));
        long overdue = store.overdueToday(seller, marketplace, today, now);
        List<Rate> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            all.add(rate(metric, Window.of(metric, policies, today), days, today, overdue, policies));
        }
        return new AccountHealth(seller, marketplace, now, all);
    }

    /** A seller's rates as of an instant, as they would have been told then. */
    public AccountHealth of(SellerId seller, MarketplaceId marketplace, Instant asOf) {
        Policies policies = marketplaces.policies(marketplace);
        Map<Metric, Window> windows =
                windows(policies, marketplaces.get(marketplace).dayOf(asOf));
        Map<Metric, RateStore.Fraction> fractions =
                rates.asOf(marketplace, seller, windows, asOf).getOrDefault(seller, Map.of());
        return health(seller, marketplace, asOf, fractions, windows, policies);
    }

    /** Everyone's rates now; sellers without any orders in any window are left out. */
    public List<AccountHealth> ofAll(MarketplaceId marketplace) {
        Instant now = clock.instant();
        Policies policies = marketplaces.policies(marketplace);
        LocalDate today = marketplaces.get(marketplace).dayOf(now);
        Map<Metric, Window> windows = windows(policies, today);
        return all(marketplace, now, rates.now(marketplace, windows, today, now), windows, policies);
    }

    /** Everyone's rates as of an instant; sellers without any orders in any window are left out. */
    public List<AccountHealth> ofAll(MarketplaceId marketplace, Instant asOf) {
        Policies policies = marketplaces.policies(marketplace);
        Map<Metric, Window> windows =
                windows(policies, marketplaces.get(marketplace).dayOf(asOf));
        return all(marketplace, asOf, rates.asOf(marketplace, null, windows, asOf), windows, policies);
    }

    private static List<AccountHealth> all(
            MarketplaceId marketplace,
            Instant asOf,
            Map<SellerId, Map<Metric, RateStore.Fraction>> fractions,
            Map<Metric, Window> windows,
            Policies policies) {
        return fractions.entrySet().stream()
                .map(it -> health(it.getKey(), marketplace, asOf, it.getValue(), windows, policies))
                .toList();
    }

    private static AccountHealth health(
            SellerId seller,
            MarketplaceId marketplace,
            Instant asOf,
            Map<Metric, RateStore.Fraction> fractions,
            Map<Metric, Window> windows,
            Policies policies) {
        List<Rate> all = new ArrayList<>();
        windows.forEach((metric, window) -> {
            RateStore.Fraction fraction = fractions.getOrDefault(metric, new RateStore.Fraction(0, 0));
            all.add(Rate.of(metric, fraction.numerator(), fraction.denominator(), window, policies));
        });
        return new AccountHealth(seller, marketplace, asOf, all);
    }

    private static Map<Metric, Window> windows(Policies policies, LocalDate today) {
        Map<Metric, Window> windows = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            windows.put(metric, Window.of(metric, policies, today));
        }
        return windows;
    }

    private static LocalDate first(Map<Metric, Window> windows) {
        return windows.values().stream()
                .map(Window::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate last(Map<Metric, Window> windows) {
        return windows.values().stream()
                .map(Window::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Rate rate(
            Metric metric,
            Window window,
            Map<LocalDate, Tally> days,
            LocalDate today,
            long overdueToday,
            Policies policies) {
        long numerator = 0;
        long denominator = 0;
        for (LocalDate day = window.first(); !day.isAfter(window.last()); day = day.plusDays(1)) {
            Tally tally = days.get(day);
            if (tally != null) {
                numerator += numerator(metric, tally, day, today, overdueToday);
                denominator += denominator(metric, tally);
            }
        }
        return Rate.of(metric, numerator, denominator, window, policies);
    }

    private static long numerator(Metric metric, Tally tally, LocalDate day, LocalDate today, long overdueToday) {
        return switch (metric) {
            case ORDER_DEFECT -> tally.get(Tally.Measure.ORDER_DEFECTS);
            case NEGATIVE_FEEDBACK -> tally.get(Tally.Measure.NEGATIVE_FEEDBACK);
            case LATE_SHIPMENT_SHORT, LATE_SHIPMENT_LONG ->
                tally.get(Tally.Measure.DUE_LATE)
                        + (day.isBefore(today)
                                ? tally.get(Tally.Measure.DUE_OPEN)
                                : day.equals(today) ? overdueToday : 0);
            case CANCEL -> tally.get(Tally.Measure.CANCELLED_BY_SELLER);
            case ON_TIME_DELIVERY -> tally.get(Tally.Measure.ON_TIME_UNITS);
        };
    }

    private static long denominator(Metric metric, Tally tally) {
        return switch (metric) {
            case ORDER_DEFECT, NEGATIVE_FEEDBACK, CANCEL -> tally.get(Tally.Measure.ORDERS);
            case LATE_SHIPMENT_SHORT, LATE_SHIPMENT_LONG -> tally.get(Tally.Measure.DUE);
            case ON_TIME_DELIVERY -> tally.get(Tally.Measure.PROMISED_UNITS);
        };
    }

    /**
     * A metric at the end of each of so many days, the last of them being {@code last}, from the facts known now:
     * feedback that came later is in it, on the day of its order.
     */
    public List<TrendPoint> trend(
            SellerId seller, MarketplaceId marketplace, Metric metric, int length, LocalDate last) {
        Instant now = clock.instant();
        Policies policies = marketplaces.policies(marketplace);
        LocalDate today = marketplaces.get(marketplace).dayOf(now);
        LocalDate first = last.minusDays(length - 1L);
        Map<LocalDate, Tally> days = store.days(
                seller, marketplace, Window.of(metric, policies, first).first(), last);
        long overdue = store.overdueToday(seller, marketplace, today, now);
        List<TrendPoint> points = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            points.add(new TrendPoint(
                    day, rate(metric, Window.of(metric, policies, day), days, today, overdue, policies)));
        }
        return points;
    }

    /** What was ordered of a seller on each of so many days, oldest first, days without orders included. */
    public List<Day> days(SellerId seller, MarketplaceId marketplace, int length, LocalDate last) {
        Marketplace place = marketplaces.get(marketplace);
        LocalDate first = last.minusDays(length - 1L);
        Map<LocalDate, Tally> days = new TreeMap<>(store.days(seller, marketplace, first, last));
        List<Day> all = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Tally tally = days.getOrDefault(day, new Tally());
            all.add(new Day(
                    day,
                    tally.get(Tally.Measure.ORDERS),
                    new Money(tally.get(Tally.Measure.SALES_MINOR), place.currency()),
                    tally.get(Tally.Measure.ORDER_DEFECTS)));
        }
        return all;
    }

    /** What was ordered in a whole marketplace on each of so many days, oldest first. */
    public List<Day> days(MarketplaceId marketplace, int length, LocalDate last) {
        Marketplace place = marketplaces.get(marketplace);
        LocalDate first = last.minusDays(length - 1L);
        Map<LocalDate, Day> known =
                rates.days(place, first, last).stream().collect(Collectors.toMap(Day::day, it -> it));
        return first.datesUntil(last.plusDays(1))
                .map(it -> known.getOrDefault(it, new Day(it, 0, Money.zero(place.currency()), 0)))
                .toList();
    }

    /** A seller's feedback score over 30, 90 and 365 days and his lifetime, in that order. */
    public List<FeedbackScore> scores(SellerId seller, MarketplaceId marketplace) {
        return scores(seller, marketplace, marketplaces.get(marketplace).dayOf(clock.instant()));
    }

    /** The score of feedback given up to a day and still in force. */
    public List<FeedbackScore> scores(SellerId seller, MarketplaceId marketplace, LocalDate last) {
        Map<Integer, FeedbackScore> found = new TreeMap<>();
        rates.scores(marketplace, List.of(seller), SCORE_LENGTHS, last)
                .forEach(it ->
                        found.put(it.days(), new FeedbackScore(it.days(), it.positive(), it.neutral(), it.negative())));
        return SCORE_LENGTHS.stream()
                .map(it -> found.getOrDefault(it, new FeedbackScore(it, 0, 0, 0)))
                .toList();
    }

    /** The score over a seller's lifetime as shown to buyers beside an offer: up to ten seconds old. */
    public FeedbackScore shownScore(SellerId seller, MarketplaceId marketplace) {
        return shownScores.get(new ScoreKey(seller, marketplace)).getLast();
    }

    /** The orders that spoil a rate, newest first. */
    public Page<OrderBehind> ordersBehind(
            SellerId seller, MarketplaceId marketplace, Metric metric, Instant asOf, @Nullable String after, int size) {
        Window window = Window.of(
                metric,
                marketplaces.policies(marketplace),
                marketplaces.get(marketplace).dayOf(asOf));
        return rates.behind(seller, marketplace, metric, window, asOf, after, size);
    }

    /** The last day on which anything was ordered in a marketplace: where an imported history ends. */
    public Optional<LocalDate> lastOrderDay(MarketplaceId marketplace) {
        return rates.lastOrderDay(marketplace);
    }

    /** The last day on which anything was ordered of a seller. */
    public Optional<LocalDate> lastOrderDay(SellerId seller, MarketplaceId marketplace) {
        return rates.lastOrderDay(seller, marketplace);
    }
}
