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
        return recent(seller, marketplace, 1, marketplaces.get(marketplace).dayOf(clock.instant()))
                .rates();
    }

    /** One of a seller's rates now, for less than all of them. */
    public Rate rate(SellerId seller, MarketplaceId marketplace, Metric metric) {
        Policies policies = marketplaces.policies(marketplace);
        LocalDate today = marketplaces.get(marketplace).dayOf(clock.instant());
        LocalDate earliest = Window.of(metric, policies, today).first();
        return recent(seller, marketplace, today, today, earliest).rate(metric);
    }

    /** A seller's rates and what they are made of on each of so many days, the last of them being {@code last}. */
    public RecentHealth recent(SellerId seller, MarketplaceId marketplace, int length, LocalDate last) {
        LocalDate first = last.minusDays(length - 1L);
        LocalDate earliest = first(windows(marketplaces.policies(marketplace), first));
        return recent(seller, marketplace, first, last, earliest);
    }

    private RecentHealth recent(
            SellerId seller, MarketplaceId marketplace, LocalDate first, LocalDate last, LocalDate earliest) {
        Instant now = clock.instant();
        Marketplace place = marketplaces.get(marketplace);
        Map<LocalDate, Tally> tallies = store.days(seller, marketplace, earliest, last);
        long overdue = store.overdue(seller, marketplace, place.startOf(place.dayOf(now)), now);
        return new RecentHealth(seller, place, marketplaces.policies(marketplace), now, first, last, tallies, overdue);
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
        Marketplace place = marketplaces.get(marketplace);
        Policies policies = marketplaces.policies(marketplace);
        LocalDate today = place.dayOf(now);
        Map<Metric, Window> windows = windows(policies, today);
        return all(
                marketplace, now, rates.now(marketplace, windows, today, place.startOf(today), now), windows, policies);
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
        return rates.scores(seller, marketplace, SCORE_LENGTHS, last);
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
