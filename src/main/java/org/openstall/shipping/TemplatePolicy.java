package org.openstall.shipping;

import static org.openstall.shipping.TemplateProblem.Kind.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.openstall.shipping.TemplateProblem.Kind;

/** What a template must be like to be promised from. */
final class TemplatePolicy {
    static final int MOST_TEMPLATES = 20;
    static final int MOST_RATES = 60;
    static final int LONGEST_NAME = 80;
    static final int MOST_PLACES = 300;
    static final int MOST_BANDS = 20;
    static final long MOST_FEE_MINOR = 100_000_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String country;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private TemplatePolicy(String country) {
        this.country = country;
    }

    /** @param country of the marketplace */
    static List<TemplateProblem> problems(String name, List<Rate> rates, String country) {
        TemplatePolicy policy = new TemplatePolicy(country);
        policy.checkWhole(name, rates);
        for (int i = 0; i < rates.size(); i++) {
            policy.check(i, rates.get(i));
            for (int j = 0; j < i; j++) {
                if (rates.get(i).collidesWith(rates.get(j))) {
                    policy.say(i, COLLISION, j + 1);
                    break;
                }
            }
        }
        return List.copyOf(policy.problems);
    }

    private void say(int rate, Kind kind, Object... arguments) {
        problems.add(TemplateProblem.of(rate, kind, arguments));
    }

    private void checkWhole(String name, List<Rate> rates) {
        if (name.isBlank()) {
            say(-1, NAME_MISSING);
        } else if (name.strip().length() > LONGEST_NAME) {
            say(-1, NAME_TOO_LONG, LONGEST_NAME);
        }
        if (rates.isEmpty()) {
            say(-1, NO_RATES);
        } else if (rates.size() > MOST_RATES) {
            say(-1, TOO_MANY_RATES, MOST_RATES);
        }
    }

    private void check(int number, Rate rate) {
        checkRegion(number, rate.region());
        if ((rate.region().kind() == Region.Kind.ABROAD) != (rate.service() == ServiceLevel.INTERNATIONAL)) {
            say(number, SERVICE_NOT_ABROAD);
        }
        if (rate.addressTypes().isEmpty()) {
            say(number, ADDRESS_TYPES_MISSING);
        }
        Transit transit = rate.transit();
        if (transit.least() < 0 || transit.most() < 0 || Math.max(transit.least(), transit.most()) > Transit.LONGEST) {
            say(number, TRANSIT_OUT_OF_RANGE, Transit.LONGEST);
        } else if (transit.least() > transit.most()) {
            say(number, TRANSIT_REVERSED, transit.least(), transit.most());
        }
        checkFee(number, rate.fee());
    }

    private void checkRegion(int number, Region region) {
        List<String> places = region.places();
        if (places.size() > MOST_PLACES) {
            say(number, TOO_MANY_PLACES, MOST_PLACES);
            return;
        }
        switch (region.kind()) {
            case COUNTRY -> {}
            case STATES -> {
                if (places.isEmpty()) {
                    say(number, STATES_MISSING);
                }
                sayUnless(number, STATES_UNKNOWN, places, it -> Subdivisions.find(country, it)
                        .isPresent());
            }
            case POSTCODES -> {
                if (places.isEmpty()) {
                    say(number, POSTCODES_MISSING);
                }
                sayUnless(number, POSTCODES_UNREADABLE, places, it -> Postcodes.isEntry(it, country));
            }
            case ABROAD ->
                sayUnless(number, COUNTRIES_UNKNOWN, places, it -> COUNTRIES.contains(it) && !it.equals(country));
        }
    }

    private void sayUnless(int number, Kind kind, List<String> places, Predicate<String> known) {
        List<String> bad = places.stream().filter(known.negate()).limit(5).toList();
        if (!bad.isEmpty()) {
            say(number, kind, String.join(", ", bad));
        }
    }

    private void checkFee(int number, Fee fee) {
        long[] amounts = {fee.perShipment(), fee.perUnit()};
        boolean inRange = Arrays.stream(amounts).allMatch(it -> it >= 0 && it <= MOST_FEE_MINOR)
                && fee.bands().stream().allMatch(it -> it.fee() >= 0 && it.fee() <= MOST_FEE_MINOR);
        if (!inRange) {
            say(number, FEE_OUT_OF_RANGE);
        }
        if (fee.freeFrom() != null && (fee.freeFrom() <= 0 || fee.freeFrom() > MOST_FEE_MINOR)) {
            say(number, FREE_FROM_OUT_OF_RANGE);
        }
        if (fee.basis() == Fee.Basis.PRICE) {
            checkBands(number, fee.bands());
        }
    }

    private void checkBands(int number, List<Fee.Band> bands) {
        if (bands.isEmpty() || bands.size() > MOST_BANDS) {
            say(number, BANDS_MISSING, MOST_BANDS);
        } else if (bands.getFirst().from() != 0) {
            say(number, BANDS_NOT_FROM_ZERO);
        } else {
            Set<Long> seen = new HashSet<>();
            long before = -1;
            for (Fee.Band band : bands) {
                if (band.from() <= before || !seen.add(band.from()) || band.from() > MOST_FEE_MINOR) {
                    say(number, BANDS_UNORDERED);
                    return;
                }
                before = band.from();
            }
        }
    }
}
