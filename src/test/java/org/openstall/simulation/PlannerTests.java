package org.openstall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openstall.kernel.BuyerId;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;
import org.openstall.ordering.CancelReason;
import org.openstall.shipping.TrackingNumbers;

class PlannerTests {
    private static final DemoFiles FILES = DemoFiles.read();
    private static final Shopper OMAR = FILES.omar(new BuyerId(new UUID(7, 7)));
    private static final Marketplace US = new Marketplace(
            Marketplaces.US,
            "US",
            "us.openstall.example",
            Currency.getInstance("USD"),
            ZoneId.of("America/Los_Angeles"),
            Locale.US);

    private static final Instant THURSDAY_MORNING = Instant.parse("2026-06-18T16:20:00Z");
    private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-22T06:50:00Z");

    static Season season(Instant ends, int days, long seed) {
        Instant begins = US.startOf(US.dayOf(ends).minusDays(days));
        return new Season(
                US, BusinessCalendar.of("US", List.of()), new Policies(US.id(), Map.of()), begins, ends, seed);
    }

    private static Plan plan(Instant ends, long seed) {
        return Planner.plan(season(ends, 60, seed), FILES, OMAR);
    }

    @Test
    void the_same_seed_tells_the_same_story_and_another_seed_another_one() {
        assertThat(plan(THURSDAY_MORNING, 1994)).isEqualTo(plan(THURSDAY_MORNING, 1994));
        assertThat(plan(THURSDAY_MORNING, 1994)).isNotEqualTo(plan(THURSDAY_MORNING, 7));
    }

    @Test
    void everything_happens_in_its_order_within_the_season() {
        Season season = season(THURSDAY_MORNING, 60, 1994);
        Set<Step.Sale> sold = new HashSet<>();
        Set<Step.Sale> shipped = new HashSet<>();
        Instant before = season.begins();
        for (Step step : Planner.plan(season, FILES, OMAR).steps()) {
            assertThat(step.at()).isBetween(before, season.ends());
            before = step.at();
            switch (step) {
                case Step.Buy buy ->
                    buy.picks()
                            .forEach(it -> sold.add(
                                    new Step.Sale(buy.purchase(), it.item().vendor())));
                case Step.Cancel cancel -> assertThat(sold).contains(cancel.sale());
                case Step.Ship ship -> {
                    assertThat(sold).contains(ship.sale());
                    assertThat(shipped.add(ship.sale())).isTrue();
                }
                case Step.Report report -> assertThat(shipped).contains(report.sale());
                case Step.Rate rate -> assertThat(shipped).contains(rate.sale());
                case Step.TakeBack takeBack -> assertThat(shipped).contains(takeBack.sale());
                case Step.Restock restock -> assertThat(restock.quantity()).isPositive();
                case Step.Reprice reprice -> assertThat(reprice.priceMinor()).isPositive();
            }
        }
        assertThat(sold).hasSizeBetween(1_200, 1_600);
    }

    @Test
    void nobody_buys_what_is_not_there_or_at_another_price() {
        Plan plan = plan(SATURDAY_NIGHT, 1994);
        Map<Step.Item, Integer> quantities = new HashMap<>();
        Map<Step.Item, Long> prices = new HashMap<>();
        plan.opening().forEach(it -> {
            quantities.put(it.item(), it.quantity());
            prices.put(it.item(), it.priceMinor());
        });
        Map<Step.Sale, List<Step.Pick>> sold = new HashMap<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Buy buy) {
                buy.picks().forEach(it -> sold.computeIfAbsent(
                                new Step.Sale(buy.purchase(), it.item().vendor()), sale -> new ArrayList<>())
                        .add(it));
                for (Step.Pick pick : buy.picks()) {
                    int left = quantities.merge(pick.item(), -pick.quantity(), Integer::sum);
                    assertThat(left).as("%s at %s", pick, buy.at()).isNotNegative();
                    assertThat(pick.priceMinor()).isEqualTo(prices.get(pick.item()));
                }
            } else if (step instanceof Step.Cancel cancel && cancel.reason() == CancelReason.BUYER_REQUEST) {
                sold.getOrDefault(cancel.sale(), List.of())
                        .forEach(it -> quantities.merge(it.item(), it.quantity(), Integer::sum));
            } else if (step instanceof Step.Restock restock) {
                quantities.put(restock.item(), restock.quantity());
            } else if (step instanceof Step.Reprice reprice) {
                prices.put(reprice.item(), reprice.priceMinor());
            }
        }
        assertThat(quantities.values()).as("Something is sold out").contains(0);
    }

    @Test
    void every_label_has_a_number_of_its_own_that_its_carrier_accepts() {
        List<Step.Ship> shipped = plan(THURSDAY_MORNING, 1994).steps().stream()
                .filter(Step.Ship.class::isInstance)
                .map(Step.Ship.class::cast)
                .toList();

        assertThat(shipped).allSatisfy(it -> assertThat(TrackingNumbers.check(
                        it.confirmation().label().carrier(),
                        it.confirmation().label().trackingNumber()))
                .isInstanceOf(TrackingNumbers.Check.Accepted.class));
        assertThat(shipped)
                .extracting(it -> it.confirmation().label().trackingNumber())
                .doesNotHaveDuplicates();
    }

    @Test
    void nadia_has_orders_to_ship_and_news_whenever_the_season_ends() {
        for (int hours = 0; hours < 7 * 24; hours += 9) {
            Season season = season(THURSDAY_MORNING.plus(Duration.ofHours(hours)), 60, 1994);
            List<Step> steps = Planner.plan(season, FILES, OMAR).steps();
            Set<Step.Sale> open = steps.stream()
                    .filter(Step.Buy.class::isInstance)
                    .map(Step.Buy.class::cast)
                    .filter(it ->
                            it.picks().stream().anyMatch(pick -> pick.item().vendor() == Vendor.NADIA))
                    .map(it -> new Step.Sale(it.purchase(), Vendor.NADIA))
                    .collect(Collectors.toSet());
            steps.forEach(it -> {
                if (it instanceof Step.Ship ship) {
                    open.remove(ship.sale());
                } else if (it instanceof Step.Cancel cancel) {
                    open.remove(cancel.sale());
                }
            });
            List<Step.Rate> negative = steps.stream()
                    .filter(Step.Rate.class::isInstance)
                    .map(Step.Rate.class::cast)
                    .filter(it ->
                            it.sale().vendor() == Vendor.NADIA && it.opinion().stars() <= 2)
                    .toList();

            // The most on the Monday after a weekend that Juneteenth has made longer.
            assertThat(open).as("At %s", season.ends()).hasSizeBetween(3, 40);
            assertThat(negative).as("At %s", season.ends()).hasSizeBetween(2, 3);
            assertThat(negative.getLast().at()).isAfter(season.ends().minus(Duration.ofHours(6)));
        }
    }
}
