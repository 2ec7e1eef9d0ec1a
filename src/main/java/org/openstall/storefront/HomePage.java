package org.openstall.storefront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.CategoryCount;
import org.openstall.kernel.Money;
import org.openstall.pages.View;
import org.openstall.search.SearchHit;

/** The way into the shop; without products it says how to get some. */
public record HomePage(
        long products,
        List<CategoryCount> categories,
        List<Shelf> shelves,
        @Nullable LastOrders lastOrders) implements View {
    private static final int CATEGORIES_AT_ONCE = 18;

    public HomePage {
        categories = List.copyOf(categories);
        shelves = List.copyOf(shelves);
    }

    public List<CategoryCount> firstCategories() {
        return categories.stream().limit(CATEGORIES_AT_ONCE).toList();
    }

    public List<CategoryCount> moreCategories() {
        return categories.stream().skip(CATEGORIES_AT_ONCE).toList();
    }

    /**
     * A row of products.
     *
     * @param title key of its text, which may name the category or the price
     * @param more the search that goes on with it
     */
    public record Shelf(
            String title,
            @Nullable CategoryCount category,
            @Nullable Money under,
            String more,
            List<SearchHit> hits) {

        public Shelf {
            hits = List.copyOf(hits);
        }
    }
}
