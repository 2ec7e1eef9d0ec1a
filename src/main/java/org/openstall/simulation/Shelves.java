package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openstall.simulation.Step.Item;

/** What vendors have on their shelves at each moment of the plan, and what they ask for it. */
final class Shelves {
    private final Season season;
    private final Random random;
    private final Consumer<Step> plan;
    private final Map<Item, Integer> quantities = new LinkedHashMap<>();
    private final Map<Item, Long> prices = new LinkedHashMap<>();
    private final Map<Item, Double> popularity = new LinkedHashMap<>();
    private final Map<Vendor, List<Item>> items = new EnumMap<>(Vendor.class);
    private final Set<Item> ordered = new HashSet<>();
    private final PriorityQueue<Change> changes =
            new PriorityQueue<>(Comparator.comparing(Change::at).thenComparing(Change::number));
    private int changesPlanned;

    /** Something that will happen to an item. */
    private record Change(Instant at, int number, Consumer<Instant> happen) {}

    Shelves(Season season, List<Good> goods, Random random, Consumer<Step> plan) {
        this.season = season;
        this.random = random;
        this.plan = plan;
        for (Vendor vendor : Vendor.values()) {
            items.put(
                    vendor,
                    goods.stream()
                            .filter(vendor::deals)
                            .map(it -> new Item(vendor, it.number()))
                            .toList());
            items(vendor).forEach(it -> fill(it, goods.get(it.good()).priceMinor()));
        }
        haggle();
        holdSale();
    }

    private void fill(Item item, long usualPrice) {
        Vendor.Shelf shelf = item.vendor().shelf();
        prices.put(item, rounded(usualPrice * (shelf.pricePercent() + random.nextInt(7) - 3) / 100));
        quantities.put(item, shelf.delivery(random));
        popularity.put(item, Math.pow(0.03 + random.nextDouble(), 2.2));
    }

    private static long rounded(long minor) {
        return minor / 10 * 10 + 9;
    }

    List<Plan.Opening> opening() {
        List<Plan.Opening> opening = new ArrayList<>();
        quantities.forEach((item, quantity) -> opening.add(new Plan.Opening(item, price(item), quantity)));
        return opening;
    }

    /** Now and then somebody changes a price. */
    private void haggle() {
        for (LocalDate day = season.firstDay(); !day.isAfter(season.lastDay()); day = day.plusDays(1)) {
            for (Vendor vendor : Vendor.values()) {
                if (random.nextInt(3) == 0) {
                    List<Item> all = items(vendor);
                    Item item = all.get(random.nextInt(all.size()));
                    int percent = 94 + random.nextInt(12);
                    at(
                            season.at(day, LocalTime.of(8, random.nextInt(60), random.nextInt(60))),
                            now -> reprice(now, item, price(item) * percent / 100));
                }
            }
        }
    }

    /** For one day the largest vendor sells some of his goods for less. */
    private void holdSale() {
        LocalDate day = saleDay(season);
        List<Item> reduced =
                items(Vendor.BLUEBARN).stream().filter(it -> it.good() % 6 == 1).toList();
        for (Item item : reduced) {
            at(season.at(day, LocalTime.of(0, 5)), now -> {
                long before = price(item);
                reprice(now, item, before * 4 / 5);
                at(season.at(day.plusDays(1), LocalTime.of(0, 5)), later -> reprice(later, item, before));
            });
        }
    }

    static LocalDate saleDay(Season season) {
        long days = Duration.between(season.begins(), season.ends()).toDays();
        return season.firstDay().plusDays(days * 2 / 3);
    }

    private void reprice(Instant at, Item item, long minor) {
        long price = rounded(minor);
        prices.put(item, price);
        plan.accept(new Step.Reprice(at, item, price));
    }

    private void at(Instant at, Consumer<Instant> happen) {
        changes.add(new Change(at, changesPlanned++, happen));
    }

    /** Lets everything happen that happens before an instant. */
    void liveUntil(Instant instant) {
        for (Change next = changes.peek(); next != null && next.at().isBefore(instant); next = changes.peek()) {
            changes.remove(next);
            if (season.contains(next.at())) {
                next.happen().accept(next.at());
            }
        }
    }

    List<Item> items(Vendor vendor) {
        return items.getOrDefault(vendor, List.of());
    }

    long price(Item item) {
        return prices.getOrDefault(item, 0L);
    }

    int quantity(Item item) {
        return quantities.getOrDefault(item, 0);
    }

    double popularity(Item item) {
        return popularity.getOrDefault(item, 0.0);
    }

    /** What a vendor has so many units of. */
    Stream<Item> available(Vendor vendor, int units) {
        return items(vendor).stream().filter(it -> quantity(it) >= units);
    }

    void take(Item item, int units, Instant at) {
        quantities.merge(item, -units, Integer::sum);
        Vendor.Shelf shelf = item.vendor().shelf();
        if (shelf.isLow(quantity(item)) && ordered.add(item)) {
            int forgotten = random.nextInt(7) == 0 ? 10 : 0;
            LocalDate day = season.calendar()
                    .plus(season.marketplace().dayOf(at), shelf.restockDays() + random.nextInt(3) + forgotten);
            int more = shelf.delivery(random);
            at(season.at(day, LocalTime.of(9, random.nextInt(60), random.nextInt(60))), now -> {
                ordered.remove(item);
                quantities.merge(item, more, Integer::sum);
                plan.accept(new Step.Restock(now, item, quantity(item)));
            });
        }
    }

    /** A cancelled order's units go back on sale by themselves. */
    void putBack(Item item, int units, Instant at) {
        at(at, now -> quantities.merge(item, units, Integer::sum));
    }
}
