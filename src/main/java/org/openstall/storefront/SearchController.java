package org.openstall.storefront;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openstall.catalog.Catalog;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.search.Search;
import org.openstall.search.SearchResults;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchController {
    private static final int MOST_CATEGORIES = 12;
    private static final int MOST_BRANDS = 10;

    private final Search search;
    private final Catalog catalog;

    SearchController(Search search, Catalog catalog) {
        this.search = search;
        this.catalog = catalog;
    }

    @GetMapping("/search")
    View search(@RequestParam MultiValueMap<String, String> query, Visitor visitor, HttpServletResponse response) {
        SearchFilters filters = SearchFilters.of(query, visitor.marketplace().currency());
        SearchResults results = find(filters, visitor);
        SearchBody body = new SearchBody(
                filters, results, categories(filters, results, visitor), brands(filters, results, visitor));
        if (!visitor.wantsFragment()) {
            return new SearchPage(body);
        }
        response.setHeader("HX-Push-Url", filters.path());
        return body;
    }

    private SearchResults find(SearchFilters filters, Visitor visitor) {
        return search.find(filters.query(visitor.marketplace().id()));
    }

    private Choices categories(SearchFilters filters, SearchResults results, Visitor visitor) {
        SearchResults all = filters.category() == null ? results : find(filters.in(null), visitor);
        Locale language = visitor.language().locale();
        return Choices.of(
                Stream.ofNullable(filters.category()).toList(),
                all.categories(),
                results.categories(),
                MOST_CATEGORIES,
                slug -> catalog.category(slug).name(language));
    }

    private Choices brands(SearchFilters filters, SearchResults results, Visitor visitor) {
        SearchResults all = filters.brands().isEmpty() ? results : find(filters.ofBrands(List.of()), visitor);
        return Choices.of(filters.brands(), all.brands(), results.brands(), MOST_BRANDS, UnaryOperator.identity());
    }
}
