package org.openstall.shipping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The states of the countries whose addresses name one, by code and name, and the postcodes that lie in each. */
public final class Subdivisions {
    private static final Map<String, Map<String, Subdivision>> BY_COUNTRY = read();

    private Subdivisions() {}

    /** A state. {@code postcodes} are prefixes or ranges of prefixes such as {@code 970-979}. */
    public record Subdivision(String code, String name, List<String> postcodes) {
        boolean contains(String postcode) {
            return postcodes.stream().anyMatch(it -> Postcodes.contains(it, postcode));
        }
    }

    private static Map<String, Map<String, Subdivision>> read() {
        Map<String, Map<String, Subdivision>> all = new LinkedHashMap<>();
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
        return all;
    }

    /** In the order of their codes; none if the country's addresses do without, or nobody has written them down. */
    public static List<Subdivision> of(String country) {
        return List.copyOf(BY_COUNTRY.getOrDefault(country, Map.of()).values());
    }

    public static Optional<Subdivision> find(String country, String code) {
        return Optional.ofNullable(BY_COUNTRY.getOrDefault(country, Map.of()).get(code.toUpperCase(Locale.ROOT)));
    }

    /** The state that somebody has written, be it by code or by name, or else the one that the postcode lies in. */
    public static Optional<Subdivision> recognize(String country, String written, String postcode) {
        String plain = plain(written);
        Optional<Subdivision> named = of(country).stream()
                .filter(it -> plain(it.code()).equals(plain) || plain(it.name()).equals(plain))
                .findFirst();
        return named.isPresent() || postcode.isEmpty()
                ? named
                : of(country).stream().filter(it -> it.contains(postcode)).findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
