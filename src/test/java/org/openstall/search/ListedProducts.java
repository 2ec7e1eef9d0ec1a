package org.openstall.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openstall.catalog.Category;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferSummary;

/** Products on offer for tests. */
final class ListedProducts {
    private ListedProducts() {}

    static ListedProduct on(
            MarketplaceId marketplace, String id, String title, String brand, String category, long price) {
        Product product = new Product(
                new ProductId(id),
                title,
                brand,
                category,
                null,
                null,
                Map.of(),
                List.of(),
                null,
                null,
                Instant.parse("2026-01-01T00:00:00Z"));
        return ListedProduct.of(
                marketplace,
                product,
                new Category(category, category, category, category),
                new OfferSummary(product.id(), Money.of(price, "USD"), 1, true));
    }
}
