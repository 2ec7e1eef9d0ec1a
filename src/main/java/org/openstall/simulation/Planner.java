package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.fulfilment.Confirmation;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.CancelReason;
import org.openstall.simulation.Step.Item;
import org.openstall.simulation.Step.Pick;
import org.openstall.simulation.Step.Sale;

/** Thinks a season out: who buys what and when, and what comes of it. */
final class Planner {
    static final double PURCHASES_PER_DAY = 22.2;
    private static final double SALE_DAY = 2.6;

    /** With fewer orders, one bad word more would make Nadia's shop look like a bad one. */
    private static final int ENOUGH_TO_BEAR_A_BAD_WORD = 300;

    private final Season season;
    private final Marketplace marketplace;
    private final DemoFiles files;
    private final Random random;
    private final Crowd crowd;
    private final Shelves shelves;
    private final Opinions opinions;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Vendor, Integer> sales = new EnumMap<>(Vendor.class);
    private @Nullable Arrival nadiasLast;

    private Planner(Season season, DemoFiles files) {
        this.season = season;
        this.marketplace = season.marketplace();
        this.files = files;
        this.random = new Random(season.seed());
        this.crowd = new Crowd(files.people());
        this.opinions = new Opinions(files.comments());
        this.shelves = new Shelves(season, files.goods(), random, steps::add);
    }

    static Plan plan(Season season, DemoFiles files, Shopper omar) {
        return new Planner(season, files).plan(omar);
    }

    /** What is to come of a purchase. */
    private enum Fate {
        AS_IT_HAPPENS,
        PRAISED,
        ARRIVED,
        SOLD_OUT,
        UNDER_WAY,
        JUST_ORDERED
    }

    /** Somebody is about to buy: of one vendor in particular, or of anyone. */
    private record Intent(Instant at, Shopper shopper, List<Vendor> vendors, Fate fate) {}

    /** A parcel of Nadia's that somebody has. */
    private record Arrival(Sale sale, Instant at) {}

    private Plan plan(Shopper omar) {
        List<Plan.Opening> opening = shelves.opening();
        List<Intent> intents = new ArrayList<>();
        for (LocalDate day = season.firstDay(); !day.isAfter(season.lastDay()); day = day.plusDays(1)) {
            intents.addAll(crowdOf(day));
        }
        intents.addAll(omars(omar));
        intents.removeIf(it -> !season.contains(it.at()));
        intents.sort(Comparator.comparing(Intent::at));
        for (int i = 0; i < intents.size(); i++) {
            Intent intent = intents.get(i);
            shelves.liveUntil(intent.at());
            buy(i + 1, intent);
        }
        shelves.liveUntil(season.ends());
        disappointOneOfNadias();
        steps.removeIf(it -> !season.contains(it.at()));
        steps.sort(Comparator.comparing(Step::at));
        return new Plan(opening, steps);
    }

    private List<Intent> crowdOf(LocalDate day) {
        double growth = 0.88 + 0.24 * daysUntil(day) / Math.max(1, daysUntil(season.lastDay()));
        double sale = day.equals(Shelves.saleDay(season)) ? SALE_DAY : 1;
        double chance = 0.9 + 0.2 * random.nextDouble();
        long purchases = Math.round(PURCHASES_PER_DAY * Rhythm.of(day) * growth * sale * chance);
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < purchases; i++) {
            Instant at = season.at(day, Rhythm.timeOfDay(random)).plusMillis(1 + i);
            intents.add(new Intent(at, crowd.somebody(random), vendors(), Fate.AS_IT_HAPPENS));
        }
        return intents;
    }

    private double daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(season.firstDay(), day);
    }

    private List<Vendor> vendors() {
        Vendor first = vendor();
        Vendor second = random.nextInt(100) < 7 ? vendor() : first;
        return first == second ? List.of(first) : List.of(first, second);
    }

    private Vendor vendor() {
        return weighted(List.of(Vendor.values()), Vendor::share);
    }

    private <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    /** Omar has bought a few things, and each is somewhere else on its way by now. */
    private List<Intent> omars(Shopper omar) {
        LocalDate today = season.lastDay();
        return List.of(
                new Intent(
                        season.at(today.minusDays(34), LocalTime.of(20, 14, 8)),
                        omar,
                        List.of(Vendor.BLUEBARN),
                        Fate.PRAISED),
                new Intent(
                        season.at(today.minusDays(16), LocalTime.of(21, 2, 31)),
                        omar,
                        List.of(Vendor.FERN),
                        Fate.PRAISED),
                new Intent(
                        season.at(today.minusDays(13), LocalTime.of(7, 48, 50)),
                        omar,
                        List.of(Vendor.NADIA),
                        Fate.ARRIVED),
                new Intent(
                        season.at(today.minusDays(9), LocalTime.of(18, 25, 12)),
                        omar,
                        List.of(Vendor.QUICKCART),
                        Fate.SOLD_OUT),
                new Intent(
                        season.at(today.minusDays(5), LocalTime.of(8, 31, 44)),
                        omar,
                        List.of(Vendor.CORBEL),
                        Fate.UNDER_WAY),
                new Intent(
                        season.at(today.minusDays(1), LocalTime.of(19, 40, 27)),
                        omar,
                        List.of(Vendor.NADIA, Vendor.BLUEBARN),
                        Fate.JUST_ORDERED));
    }

    private void buy(int purchase, Intent intent) {
        List<Pick> picks = new ArrayList<>();
        for (Vendor vendor : intent.vendors()) {
            int lines = intent.vendors().size() > 1 ? 1 : upTo3(random.nextInt(100), 81, 96);
            for (int i = 0; i < lines; i++) {
                pick(vendor, picks);
            }
        }
        if (picks.isEmpty()) {
            return;
        }
        picks.forEach(it -> shelves.take(it.item(), it.quantity(), intent.at()));
        steps.add(new Step.Buy(intent.at(), purchase, intent.shopper(), picks));
        for (Vendor vendor : intent.vendors()) {
            List<Pick> his =
                    picks.stream().filter(it -> it.item().vendor() == vendor).toList();
            if (!his.isEmpty()) {
                handle(new Sale(purchase, vendor), intent, his);
            }
        }
    }

    private void pick(Vendor vendor, List<Pick> picks) {
        int units = upTo3(random.nextInt(100), 86, 97);
        List<Item> choices = shelves.available(vendor, units)
                .filter(it -> picks.stream().noneMatch(pick -> pick.item().equals(it)))
                .toList();
        if (!choices.isEmpty()) {
            Item item = weighted(choices, shelves::popularity);
            picks.add(new Pick(item, units, shelves.price(item)));
        }
    }

    private static int upTo3(int percent, int one, int two) {
        return percent < one ? 1 : percent < two ? 2 : 3;
    }

    private void handle(Sale sale, Intent intent, List<Pick> picks) {
        Vendor vendor = sale.vendor();
        int number = sales.merge(vendor, 1, Integer::sum);
        boolean free = intent.fate() == Fate.AS_IT_HAPPENS;
        LocalDate ordered = marketplace.dayOf(intent.at());
        if (intent.fate() == Fate.SOLD_OUT || (free && vendor.care().cancels(number))) {
            LocalDate day = season.calendar().plus(ordered, 1);
            Instant at = season.at(day, LocalTime.of(11, random.nextInt(60), random.nextInt(60)));
            steps.add(new Step.Cancel(at, sale, CancelReason.OUT_OF_STOCK));
        } else if (free && random.nextInt(1000) < 12) {
            Instant at = intent.at().plus(Duration.ofMinutes(10L + random.nextInt(40)));
            steps.add(new Step.Cancel(at, sale, CancelReason.BUYER_REQUEST));
            picks.forEach(it -> shelves.putBack(it.item(), it.quantity(), at));
        } else if (intent.fate() != Fate.JUST_ORDERED) {
            ship(sale, number, intent);
        }
    }

    private void ship(Sale sale, int number, Intent intent) {
        Vendor vendor = sale.vendor();
        boolean late = intent.fate() == Fate.AS_IT_HAPPENS && vendor.pace().isLate(number);
        boolean slow = intent.fate() == Fate.AS_IT_HAPPENS && vendor.pace().isSlow(number);
        LocalDate shipBy = season.shipByDay(vendor, intent.at());
        Instant at = shippedAt(vendor, intent.at(), shipBy, slow, late);
        if (vendor == Vendor.NADIA && !at.isBefore(marketplace.startOf(season.lastDay()))) {
            // From this morning on she is the visitor.
            return;
        }
        Confirmation label = Labels.next(random);
        Journey journey = journey(label, at, sale, intent);
        for (int i = 0; i < 200 && !suits(intent.fate(), journey); i++) {
            label = Labels.next(random);
            journey = journey(label, at, sale, intent);
        }
        steps.add(new Step.Ship(at, sale, label));
        journey.scans().forEach(it -> steps.add(new Step.Report(sale, it)));
        boolean tooLate = journey.deliveredAt().isAfter(marketplace.endOf(season.promisedDay(shipBy)));
        if (vendor == Vendor.NADIA && intent.fate() == Fate.AS_IT_HAPPENS && isFresh(journey.deliveredAt())) {
            nadiasLast = new Arrival(sale, journey.deliveredAt());
        }
        judge(sale, number, intent.fate(), journey.deliveredAt(), late || tooLate);
    }

    /** Within working hours: at the next chance, on the last day, or some days after it. */
    private Instant shippedAt(Vendor vendor, Instant ordered, LocalDate shipBy, boolean slow, boolean late) {
        LocalDate day = marketplace.dayOf(ordered);
        LocalTime time = LocalTime.of(10 + random.nextInt(8), random.nextInt(60), random.nextInt(60));
        if (late) {
            return season.at(
                    season.calendar()
                            .plus(shipBy, 1 + random.nextInt(vendor.pace().mostDaysLate())),
                    time);
        }
        if (slow) {
            return season.at(shipBy, time);
        }
        boolean sameDay = season.calendar().isBusinessDay(day) && ordered.isBefore(season.at(day, LocalTime.of(9, 0)));
        return season.at(sameDay ? day : season.calendar().plus(day, 1), time);
    }

    private Journey journey(Confirmation label, Instant shippedAt, Sale sale, Intent intent) {
        return Journey.of(
                label.label().trackingNumber(),
                shippedAt,
                marketplace,
                season.calendar(),
                sale.vendor().place(),
                intent.shopper().address().city()
                        + ", "
                        + intent.shopper().address().region());
    }

    private boolean suits(Fate fate, Journey journey) {
        return switch (fate) {
            case AS_IT_HAPPENS, JUST_ORDERED, SOLD_OUT -> true;
            case PRAISED, ARRIVED ->
                journey.deliveredAt().isBefore(season.ends().minus(Duration.ofDays(1)));
            case UNDER_WAY -> journey.deliveredAt().isAfter(season.ends());
        };
    }

    private boolean isFresh(Instant delivered) {
        return delivered.isBefore(season.ends().minus(Duration.ofHours(10)))
                && delivered.isAfter(season.ends().minus(Duration.ofDays(6)));
    }

    private void judge(Sale sale, int number, Fate fate, Instant delivered, boolean late) {
        boolean disappointed =
                fate == Fate.AS_IT_HAPPENS && sale.vendor().care().disappoints(number);
        boolean speaks = fate == Fate.PRAISED || disappointed || Opinions.speaks(late, random);
        if (!speaks || fate == Fate.ARRIVED || fate == Fate.UNDER_WAY) {
            return;
        }
        int stars = fate == Fate.PRAISED ? 5 : Opinions.stars(sale.vendor(), disappointed, late, random);
        Instant at = Opinions.when(delivered, marketplace, random);
        steps.add(new Step.Rate(at, sale, opinions.inWords(stars, late, random)));
        if (stars <= 2 && sale.vendor() != Vendor.NADIA && random.nextInt(100) < 8) {
            steps.add(new Step.TakeBack(at.plus(Duration.ofHours(60)), sale));
        }
    }

    /** Somebody tells Nadia this morning that he is not content. */
    private void disappointOneOfNadias() {
        Arrival last = nadiasLast;
        if (last == null || sales.getOrDefault(Vendor.NADIA, 0) < ENOUGH_TO_BEAR_A_BAD_WORD) {
            return;
        }
        steps.removeIf(it -> it instanceof Step.Rate rate && rate.sale().equals(last.sale()));
        Instant lately = season.ends().minus(Duration.ofHours(5));
        Comment comment = files.comments().stream()
                .filter(it -> it.tone() == Comment.Tone.NEGATIVE && it.about().equals("packing"))
                .findFirst()
                .orElseThrow();
        Opinion opinion = new Opinion(2, new Feedback.Answers(true, false, null), comment.text());
        steps.add(new Step.Rate(lately, last.sale(), opinion));
    }
}
