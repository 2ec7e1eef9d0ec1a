package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.OpenstallTest;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductSheet;
import org.openstall.catalog.ProductTypes;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the product types make of a catalogue that nobody here wrote; it lies beside the checkout, or not at all. */
@OpenstallTest
class RealProductsTypesTests {
    private static final Path FILE = Path.of("../shared/data/catalog/icecat_products.csv.gz");

    @Autowired
    private ProductTypes types;

    @Autowired
    private MovableClock clock;

    @TempDir
    private Path directory;

    private int products;
    private int typed;
    private int lines;
    private int translated;

    @Test
    void every_product_has_a_type_and_half_of_all_it_tells_is_in_korean() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE));
        try (Rejects rejects = new Rejects(directory.resolve("rejects.csv"))) {
            new CatalogFile(FILE, Currency.getInstance("USD")).forEach(rejects, entry -> count(page(entry.product())));
        }

        assertThat(products).isGreaterThan(19_000);
        assertThat(typed).isEqualTo(products);
        assertThat(translated * 2).as("%d of %d lines", translated, lines).isGreaterThan(lines);
    }

    private void count(Product product) {
        products++;
        if (types.of(product).isPresent()) {
            typed++;
        }
        for (ProductSheet.Section section : types.sheet(product, Locale.KOREAN).sections()) {
            lines += section.lines().size();
            if (section.title() != null) {
                translated += section.lines().size();
            }
        }
    }

    private Product page(NewProduct product) {
        return new Product(
                ProductId.random(),
                product.title(),
                product.brand(),
                product.category(),
                product.productType(),
                product.description(),
                product.attributes(),
                product.codes(),
                product.imageUrl(),
                product.external(),
                clock.instant());
    }
}
