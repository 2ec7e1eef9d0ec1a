package org.openstall.shipping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a rate holds.
 *
 * @param places codes of states, postcodes and their ranges, or codes of countries; none for a whole country, and for
 *     all other countries
 */
public record Region(Kind kind, List<String> places) {
    public static final Region COUNTRY = new Region(Kind.COUNTRY, List.of());

    public Region {
        places = List.copyOf(places);
    }

    /** How a region is named. One that is later in the order is more to the point. */
    public enum Kind {
        /** Other countries. */
        ABROAD,
        /** The whole of the marketplace's country. */
        COUNTRY,
        /** States, provinces or prefectures of it. */
        STATES,
        /** Its postcodes. */
        POSTCODES
    }

    /** Postcodes as a seller writes them in a country, as a region keeps them. */
    public static String postcodes(String written, String country) {
        return Postcodes.entry(written, country);
    }

    /** @param home the marketplace's country */
    boolean contains(Destination to, String home) {
        if (kind == Kind.ABROAD) {
            return !to.country().equals(home) && (places.isEmpty() || places.contains(to.country()));
        }
        return to.country().equals(home)
                && switch (kind) {
                    case ABROAD, COUNTRY -> true;
                    case STATES -> to.state() != null && places.contains(to.state());
                    case POSTCODES ->
                        !to.postcode().isEmpty()
                                && places.stream().anyMatch(it -> Postcodes.contains(it, to.postcode()));
                };
    }

    /** How much of its kind the region names around a place in it: the less, the more it is to the point. */
    double breadth(Destination to) {
        return switch (kind) {
            case ABROAD -> places.isEmpty() ? 1 : 0;
            case COUNTRY, STATES -> 0;
            case POSTCODES ->
                places.stream()
                        .filter(it -> Postcodes.contains(it, to.postcode()))
                        .mapToDouble(Postcodes::share)
                        .min()
                        .orElse(1);
        };
    }

    /** Whether there may be a place in both to which neither is more to the point. */
    boolean collidesWith(Region other) {
        if (kind != other.kind) {
            return false;
        }
        if (places.isEmpty() || other.places.isEmpty()) {
            return places.isEmpty() && other.places.isEmpty();
        }
        if (kind != Kind.POSTCODES) {
            return places.stream().anyMatch(other.places::contains);
        }
        Map<Double, List<String>> byShare =
                places.stream().filter(Postcodes::isEntry).collect(Collectors.groupingBy(Postcodes::share));
        return other.places.stream()
                .filter(Postcodes::isEntry)
                .anyMatch(it -> byShare.getOrDefault(Postcodes.share(it), List.of()).stream()
                        .anyMatch(one -> Postcodes.overlap(one, it)));
    }
}
