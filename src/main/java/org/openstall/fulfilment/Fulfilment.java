package org.openstall.fulfilment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;

/** How far an order has got, as its packages tell. */
public record Fulfilment(Order order, List<Parcel> parcels) {

    public Fulfilment {
        parcels = List.copyOf(parcels);
    }

    /** The units that are in no package yet, by line; lines without any are left out. */
    public NavigableMap<Integer, Integer> left() {
        NavigableMap<Integer, Integer> left = new TreeMap<>();
        if (parcels.stream().anyMatch(Parcel::isWhole)) {
            return left;
        }
        order.lines().forEach(it -> left.put(it.number(), it.quantity()));
        parcels.stream()
                .flatMap(it -> it.contents().stream())
                .forEach(it -> left.merge(it.line(), -it.quantity(), Integer::sum));
        left.values().removeIf(it -> it <= 0);
        return left;
    }

    /** Whether everything is in a package. */
    public boolean isComplete() {
        return !parcels.isEmpty() && left().isEmpty();
    }

    /** When the last unit was confirmed; empty while some are left. What decides whether an order is late. */
    public Optional<Instant> confirmedAt() {
        return isComplete()
                ? parcels.stream().map(Parcel::confirmedAt).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** When the last package was delivered; empty while some are on their way, or some units not yet sent. */
    public Optional<Instant> deliveredAt() {
        return isComplete() && parcels.stream().allMatch(it -> it.deliveredAt() != null)
                ? parcels.stream()
                        .map(Parcel::deliveredAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** What is in a package, by line. */
    public Map<OrderLine, Integer> contents(Parcel parcel) {
        Map<OrderLine, Integer> contents = new TreeMap<>(Comparator.comparingInt(OrderLine::number));
        for (OrderLine line : order.lines()) {
            int units = parcel.isWhole()
                    ? line.quantity()
                    : parcel.contents().stream()
                            .filter(it -> it.line() == line.number())
                            .mapToInt(Parcel.Content::quantity)
                            .sum();
            if (units > 0) {
                contents.put(line, units);
            }
        }
        return contents;
    }

    /** How many units are in the package of that number. */
    public int units(int number) {
        return parcels.stream()
                .filter(it -> it.number() == number)
                .flatMap(it -> contents(it).values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
