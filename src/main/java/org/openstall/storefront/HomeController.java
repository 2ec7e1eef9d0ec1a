package org.openstall.storefront;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.CategoryCount;
import org.openstall.kernel.Money;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.search.Search;
import org.openstall.search.SearchHit;
import org.openstall.search.SearchQuery.Sort;
import org.openstall.search.SearchResults;
import org.openstall.storefront.HomePage.Shelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private static final int A_SHELF = 6;
    private static final int FEWEST = 3;
    private static final int CATEGORY_SHELVES = 2;

    /** What counts as a small price, in minor units of any currency. */
    private static final long SMALL = 2_500;

    private final Search search;
    private final Catalog catalog;
    private final Occasions occasions;

    HomeController(Search search, Catalog catalog, Occasions occasions) {
        this.search = search;
        this.catalog = catalog;
        this.occasions = occasions;
    }

    @GetMapping("/")
    View home(Visitor visitor) {
        Marketplace marketplace = visitor.marketplace();
        SearchResults newest = find(null, "", Sort.NEWEST, marketplace);
        List<CategoryCount> categories = newest.categories().stream()
                .map(it -> new CategoryCount(catalog.category(it.value()), it.count()))
                .toList();
        List<Shelf> shelves = new ArrayList<>();
        addShelf(shelves, "shop.home.newest", null, null, filters(null, "", Sort.NEWEST, marketplace), newest.hits());
        Money small = new Money(SMALL, marketplace.currency());
        String most = small.toDecimal().stripTrailingZeros().toPlainString();
        addShelf(
                shelves,
                "shop.home.under",
                null,
                small,
                filters(null, most, Sort.RELEVANCE, marketplace),
                find(null, most, Sort.RELEVANCE, marketplace).hits());
        categories.stream().limit(CATEGORY_SHELVES).forEach(it -> {
            String slug = it.category().slug();
            addShelf(
                    shelves,
                    "shop.home.category",
                    it,
                    null,
                    filters(slug, "", Sort.RELEVANCE, marketplace),
                    find(slug, "", Sort.RELEVANCE, marketplace).hits());
        });
        return new HomePage(newest.total(), categories, shelves, occasions.usual(marketplace));
    }

    private static SearchFilters filters(@Nullable String category, String most, Sort sort, Marketplace marketplace) {
        PriceRange prices = new PriceRange("", most, marketplace.currency());
        return new SearchFilters("", category, List.of(), prices, sort, 1);
    }

    private SearchResults find(@Nullable String category, String most, Sort sort, Marketplace marketplace) {
        return search.find(filters(category, most, sort, marketplace).query(marketplace.id()));
    }

    private static void addShelf(
            List<Shelf> shelves,
            String title,
            @Nullable CategoryCount category,
            @Nullable Money under,
            SearchFilters more,
            List<SearchHit> hits) {
        List<SearchHit> inStock =
                hits.stream().filter(SearchHit::inStock).limit(A_SHELF).toList();
        if (inStock.size() >= (title.equals("shop.home.newest") ? 1 : FEWEST)) {
            shelves.add(new Shelf(title, category, under, more.path(), inStock));
        }
    }
}
