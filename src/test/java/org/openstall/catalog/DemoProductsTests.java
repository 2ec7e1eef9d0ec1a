package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;

class DemoProductsTests {
    private static final Path PRODUCTS = Path.of("src/main/resources/demo/products.tsv");

    @Test
    void every_demo_product_has_a_code_of_its_own_a_known_category_and_a_price() throws IOException {
        Set<String> categories = new CatalogStore(TestPostgresql.jdbcClient())
                .categories().stream().map(Category::slug).collect(Collectors.toSet());
        List<List<String>> products = Files.readAllLines(PRODUCTS).stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        assertThat(products).hasSizeGreaterThan(100).allSatisfy(product -> {
            assertThat(product).hasSize(7).noneMatch(String::isBlank);
            assertThat(categories).contains(product.get(2));
            assertThat(product.get(4).split(";", -1)).hasSizeBetween(4, 6).allMatch(it -> it.contains("="));
            assertThat(Gtin.read(product.get(5))).isInstanceOf(Gtin.class);
            assertThat(new BigDecimal(product.get(6))).isPositive();
        });
        assertThat(products).extracting(it -> it.get(5)).doesNotHaveDuplicates();
    }
}
