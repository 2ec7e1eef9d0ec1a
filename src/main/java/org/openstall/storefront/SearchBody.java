package org.openstall.storefront;

import java.util.List;
import java.util.Locale;
import org.openstall.pages.View;
import org.openstall.search.SearchResults;

/**
 * Filters and results.
 *
 * @param categories those one may choose, named; the chosen one is in the filters
 * @param brands those one may choose besides the chosen ones
 */
public record SearchBody(
        SearchFilters filters, SearchResults results, List<CategoryChoice> categories, List<BrandChoice> brands)
        implements View {

    public SearchBody {
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
    }

    public record CategoryChoice(org.openstall.catalog.Category category, long count, boolean chosen) {
        public String name(Locale language) {
            return category.name(language);
        }
    }

    public record BrandChoice(String brand, long count, boolean chosen) {}
}
