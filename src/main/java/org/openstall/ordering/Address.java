package org.openstall.ordering;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.openstall.kernel.OneLine;

/**
 * Where an order goes, frozen when it is placed. Any script, each part one line; {@code country} is two letters of ISO
 * 3166-1.
 */
public record Address(
        String name,
        String line1,
        String line2,
        String city,
        String region,
        String postalCode,
        String country,
        String phone) {
    private static final int LONGEST = 200;

    public Address {
        name = OneLine.of(name);
        line1 = OneLine.of(line1);
        line2 = OneLine.of(line2);
        city = OneLine.of(city);
        region = OneLine.of(region);
        postalCode = OneLine.of(postalCode);
        country = OneLine.of(country);
        phone = OneLine.of(phone);
    }

    /** A part that keeps an address from being shipped to. */
    public enum Problem {
        NAME,
        LINE1,
        CITY,
        POSTAL_CODE,
        COUNTRY,
        TOO_LONG
    }

    public Set<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        if (name.isEmpty()) {
            problems.add(Problem.NAME);
        }
        if (line1.isEmpty()) {
            problems.add(Problem.LINE1);
        }
        if (city.isEmpty()) {
            problems.add(Problem.CITY);
        }
        if (postalCode.codePoints().noneMatch(Character::isLetterOrDigit)) {
            problems.add(Problem.POSTAL_CODE);
        }
        if (!country.matches("[A-Z]{2}")) {
            problems.add(Problem.COUNTRY);
        }
        if (Stream.of(name, line1, line2, city, region, postalCode, phone).anyMatch(it -> it.length() > LONGEST)) {
            problems.add(Problem.TOO_LONG);
        }
        return problems;
    }
}
