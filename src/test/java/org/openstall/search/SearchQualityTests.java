package org.openstall.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.catalog.Category;
import org.openstall.catalog.ExternalId;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferSummary;
import org.openstall.marketplaces.Marketplaces;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How good the first ten results are, over real products and queries judged by three people. */
class SearchQualityTests {
    private static final Path PRODUCTS = Path.of("../shared/data/catalog/icecat_products.csv.gz");
    private static final Path JUDGMENTS = Path.of("../shared/data/search/judgments_dev.csv");
    private static final Category ELECTRONICS = new Category("electronics", "", "", "");
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void the_first_results_are_mostly_what_people_call_right(@TempDir Path directory) throws IOException {
        assumeTrue(Files.exists(PRODUCTS) && Files.exists(JUDGMENTS));
        try (ProductIndex index = new ProductIndex(directory)) {
            index(index);
            Map<String, Map<String, Integer>> judgments = judgments();
            Map<String, Double> gains = new TreeMap<>();
            judgments.forEach((query, grades) -> {
                if (grades.values().stream().anyMatch(it -> it > 0)) {
                    gains.put(query, gain(index, query, grades));
                }
            });
            double mean =
                    gains.values().stream().mapToDouble(it -> it).average().orElseThrow();
            assertThat(mean).as("nDCG@10 of %s", gains).isGreaterThan(0.65);
        }
    }

    /** Normalised discounted cumulative gain; products that nobody judged count as wrong. */
    private static double gain(ProductIndex index, String query, Map<String, Integer> grades) {
        SearchQuery asked = SearchQuery.of(Marketplaces.US, query);
        List<Integer> found = Search.closest(it -> index.find(asked, USD, it), query).hits().stream()
                .limit(10)
                .map(it -> grades.getOrDefault(it.product().value(), 0))
                .toList();
        List<Integer> ideal = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        return discounted(found) / discounted(ideal);
    }

    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    private static Map<String, Map<String, Integer>> judgments() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(JUDGMENTS)) {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            it -> it.getField("query"),
                            Collectors.toMap(
                                    it -> id(it.getField("docid")).value(),
                                    it -> Integer.parseInt(it.getField("final_rating")),
                                    (a, b) -> a)));
        }
    }

    private static void index(ProductIndex index) throws IOException {
        JsonMapper json = new JsonMapper();
        List<ListedProduct> batch = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(PRODUCTS)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                batch.add(product(row, json));
                if (batch.size() == 1_000) {
                    index.write(batch, List.of());
                    batch.clear();
                }
            }
        }
        index.write(batch, List.of());
    }

    private static ListedProduct product(NamedCsvRecord row, JsonMapper json) {
        Map<String, String> attributes =
                json.readValue(row.getField("attributes_json"), new TypeReference<LinkedHashMap<String, String>>() {});
        Product product = new Product(
                id(row.getField("id")),
                row.getField("title"),
                row.getField("brand"),
                "electronics",
                row.getField("product_type"),
                row.getField("short_description"),
                attributes,
                List.of(),
                null,
                new ExternalId("icecat", row.getField("id")),
                Instant.EPOCH);
        return ListedProduct.of(
                Marketplaces.US, product, ELECTRONICS, new OfferSummary(product.id(), Money.of(1, "USD"), 1, true));
    }

    private static ProductId id(String external) {
        return new ProductId("B0" + "0".repeat(8 - external.length()) + external);
    }
}
