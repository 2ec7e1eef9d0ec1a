package org.openstall.shipping;

import java.util.List;

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

    /** Postcodes as a seller writes them, as a region keeps them. */
    public static String postcodes(String written) {
        return Postcodes.entry(written);
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
}
