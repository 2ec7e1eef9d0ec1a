package org.openstall.shipping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The states of the countries whose addresses name one, by code and name, and the postcodes that lie in each. */
public final class Subdivisions {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}]");
    private static final Country NOWHERE = new Country(new LinkedHashMap<>());
    private static final Map<String, Country> COUNTRIES = read();

    private Subdivisions() {}

    /** A state. {@code postcodes} are prefixes or ranges of prefixes such as {@code 970-979}. */
    public record Subdivision(String code, String name, List<String> postcodes) {
        boolean contains(String postcode) {
            return postcodes.stream().anyMatch(it -> Postcodes.contains(it, postcode));
        }
    }

    /** A country's states, and each of them by everything that people write for it. */
    private static final class Country {
        private final List<Subdivision> all;
        private final Map<String, Subdivision> byCode;
        private final Map<String, Subdivision> byText = new HashMap<>();

        Country(Map<String, Subdivision> byCode) {
            this.all = List.copyOf(byCode.values());
            this.byCode = Map.copyOf(byCode);
            for (Subdivision each : all) {
                for (String text : List.of(plain(each.code()), plain(each.name()))) {
                    if (!text.isEmpty()) {
                        byText.putIfAbsent(text, each);
                    }
                }
            }
        }
    }

    private static Map<String, Country> read() {
        Map<String, Map<String, Subdivision>> all = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Subdivisions.class.getResourceAsStream("/shipping/subdivisions.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(it -> it.split("\t", -1)).forEach(cells -> all.computeIfAbsent(
                            cells[0], it -> new LinkedHashMap<>())
                    .put(
                            cells[1],
                            new Subdivision(
                                    cells[1],
                                    cells[2],
                                    Arrays.stream(cells[3].split(" ", -1))
                                            .filter(it -> !it.isEmpty())
                                            .toList())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, Country> countries = new HashMap<>();
        all.forEach((country, states) -> countries.put(country, new Country(states)));
        return countries;
    }

    private static Country country(String country) {
        return COUNTRIES.getOrDefault(country, NOWHERE);
    }

    /** In the order of their codes; none if the country's addresses do without, or nobody has written them down. */
    public static List<Subdivision> of(String country) {
        return country(country).all;
    }

    public static Optional<Subdivision> find(String country, String code) {
        return Optional.ofNullable(country(country).byCode.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The state that somebody has written, be it by code or by name, or else the one that the postcode lies in. */
    public static Optional<Subdivision> recognize(String country, String written, String postcode) {
        Country states = country(country);
        if (states.all.isEmpty()) {
            return Optional.empty();
        }
        Subdivision named = states.byText.get(plain(written));
        if (named != null || postcode.isEmpty()) {
            return Optional.ofNullable(named);
        }
        return states.all.stream().filter(it -> it.contains(postcode)).findFirst();
    }

    /** Nothing but the letters, small and without accents. */
    private static String plain(String text) {
        String letters = SIGNS.matcher(text).replaceAll("");
        return (isAscii(letters)
                        ? letters
                        : SIGNS.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                                        .replaceAll(""))
                                .replaceAll(""))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(it -> it < 128);
    }
}
