package org.openstall.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Take;
import org.openstall.listings.Terms;
import org.openstall.notifications.Silence;
import org.openstall.simulation.Step.Item;
import org.openstall.simulation.Step.Sale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lives through a season, a local day at a time: all that happens in a day is written together with the fact that
 * the day has passed. So a walk that was killed goes on with the day it had not finished. What was planned is
 * planned again, since the plan depends on the season alone, and the orders of the days before are found by asking
 * for the same checkouts once more.
 */
@Component
class Walk {
    private final StageHands stageHands;
    private final Market market;
    private final DemoRunStore runs;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    Walk(StageHands stageHands, Market market, DemoRunStore runs, TransactionTemplate transaction, MovableClock clock) {
        this.stageHands = stageHands;
        this.market = market;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Lives through what is left of a season. The clock runs again afterwards, however it ends.
     *
     * @param stopped asked every day whether to leave the rest for another time
     */
    void live(Season season, BooleanSupplier stopped) {
        Silence.during(() -> liveInSilence(season, stopped));
    }

    /** Nobody wants mail about days that are over. */
    private void liveInSilence(Season season, BooleanSupplier stopped) {
        Optional<DemoRun> before = runs.find(season.marketplace().id());
        Instant livedUntil = before.map(DemoRun::livedUntil).orElse(season.begins());
        try {
            clock.stopAt(livedUntil);
            Story story = Objects.requireNonNull(transaction.execute(status -> tell(season, before.isEmpty())));
            if (before.isPresent()) {
                story.remember(livedUntil);
            }
            for (LocalDate day = season.marketplace().dayOf(livedUntil);
                    !day.isAfter(season.lastDay());
                    day = day.plusDays(1)) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                live(season, day, story);
            }
        } finally {
            clock.run();
        }
    }

    private Story tell(Season season, boolean firstTime) {
        DemoFiles files = DemoFiles.read();
        Stage stage = stageHands.set(season, files);
        Story story = new Story(season, stage, Planner.plan(season, files, files.omar(stage.omar())));
        if (firstTime) {
            story.open();
            runs.begin(
                    season.marketplace().id(),
                    new DemoRun(season.seed(), season.begins(), season.ends(), season.begins()));
        }
        return story;
    }

    private void live(Season season, LocalDate day, Story story) {
        Instant morning = season.marketplace().startOf(day);
        Instant night = season.marketplace().startOf(day.plusDays(1));
        Instant end = night.isBefore(season.ends()) ? night : season.ends();
        transaction.executeWithoutResult(status -> {
            story.plan.steps().stream()
                    .filter(it -> !it.at().isBefore(morning) && it.at().isBefore(end))
                    .forEach(story::take);
            clock.stopAt(end);
            runs.livedUntil(season.marketplace().id(), end);
        });
    }

    /** What has come of a sale. */
    private record Placed(SellerId seller, OrderId order, Shopper shopper) {}

    /** A plan, and what has come of it so far. */
    private final class Story {
        private final Season season;
        private final Stage stage;
        private final Plan plan;
        private final Map<Sale, Placed> placed = new HashMap<>();

        Story(Season season, Stage stage, Plan plan) {
            this.season = season;
            this.stage = stage;
            this.plan = plan;
        }

        void open() {
            market.list(plan.opening().stream()
                    .map(it -> new NewOffer(
                            stage.offer(it.item()),
                            stage.product(it.item().good()),
                            Condition.NEW,
                            Terms.of(dollars(it.priceMinor()), it.quantity())
                                    .with(gifts(it.item().vendor())),
                            true))
                    .toList());
        }

        private static Gifts gifts(Vendor vendor) {
            return vendor.giftWrap() == null ? Gifts.NONE : new Gifts(true, true);
        }

        /** Finds the orders placed before an instant. */
        void remember(Instant livedUntil) {
            for (Step step : plan.steps()) {
                if (step instanceof Step.Buy buy && buy.at().isBefore(livedUntil)) {
                    note(buy, market.checkOut(checkout(buy), stage.marketplace(), buy.shopper(), takes(buy)));
                }
            }
        }

        void take(Step step) {
            clock.stopAt(step.at());
            switch (step) {
                case Step.Buy it -> note(it, market.buy(checkout(it), stage.marketplace(), it.shopper(), takes(it)));
                case Step.Cancel it -> {
                    Placed sale = placed(it.sale());
                    market.cancel(sale.seller(), sale.order(), it.reason());
                }
                case Step.Ship it -> {
                    Placed sale = placed(it.sale());
                    market.ship(sale.seller(), sale.order(), it.confirmation());
                }
                case Step.Report it -> {
                    Placed sale = placed(it.sale());
                    market.report(sale.seller(), sale.order(), 1, it.scan());
                }
                case Step.Rate it -> {
                    Placed sale = placed(it.sale());
                    market.rate(sale.shopper().id(), sale.order(), it.opinion());
                }
                case Step.TakeBack it -> {
                    Placed sale = placed(it.sale());
                    market.takeBack(sale.shopper().id(), sale.order());
                }
                case Step.Restock it -> edit(it.item(), OfferEdit.quantity(it.quantity()));
                case Step.Reprice it -> edit(it.item(), OfferEdit.price(dollars(it.priceMinor())));
            }
        }

        private void edit(Item item, OfferEdit edit) {
            market.edit(stage.offer(item), edit, item.vendor().owner());
        }

        /** Of one purchase of one season there is one checkout, whoever asks for it and when. */
        private UUID checkout(Step.Buy buy) {
            String name = season.seed() + " " + season.begins() + " " + buy.purchase();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        private List<Take> takes(Step.Buy buy) {
            return buy.picks().stream()
                    .map(it -> new Take(stage.offer(it.item()), it.quantity(), dollars(it.priceMinor())))
                    .toList();
        }

        private void note(Step.Buy buy, Map<SellerId, OrderId> orders) {
            for (Vendor vendor : Vendor.values()) {
                SellerId seller = stage.seller(vendor);
                OrderId order = orders.get(seller);
                if (order != null) {
                    placed.put(new Sale(buy.purchase(), vendor), new Placed(seller, order, buy.shopper()));
                }
            }
        }

        private Placed placed(Sale sale) {
            Placed found = placed.get(sale);
            if (found == null) {
                throw new IllegalStateException("Nobody has bought " + sale);
            }
            return found;
        }

        private Money dollars(long minor) {
            return new Money(minor, season.marketplace().currency());
        }
    }
}
