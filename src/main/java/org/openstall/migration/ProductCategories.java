package org.openstall.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Guesses the category of a product by the words of its type and title, as {@code product-categories.tsv} says. */
final class ProductCategories {
    private static final String OTHERS = "electronics";

    private final List<Rule> rules;

    private record Rule(String category, Pattern words) {
        static Rule parse(String line) {
            String[] columns = line.split("\t", -1);
            return new Rule(columns[0], Pattern.compile(columns[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    ProductCategories() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("migration/product-categories.tsv").getInputStream(), StandardCharsets.UTF_8))) {
            rules = lines.lines()
                    .filter(it -> !it.startsWith("#") && !it.isBlank())
                    .map(Rule::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String of(String productType, String title) {
        String text = (productType + " / " + title).toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(it -> it.words().matcher(text).find())
                .map(Rule::category)
                .findFirst()
                .orElse(OTHERS);
    }
}
