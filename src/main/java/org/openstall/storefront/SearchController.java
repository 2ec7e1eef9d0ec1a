package org.openstall.storefront;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.openstall.catalog.Catalog;
import org.openstall.marketplaces.Marketplace;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.search.Search;
import org.openstall.search.SearchResults;
import org.openstall.search.SearchResults.Facet;
import org.openstall.storefront.SearchBody.BrandChoice;
import org.openstall.storefront.SearchBody.CategoryChoice;
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
        SearchFilters filters = SearchFilters.of(query);
        Marketplace marketplace = visitor.marketplace();
        SearchResults results = search.find(filters.query(marketplace));
        SearchBody body = new SearchBody(
                filters, results, categories(filters, results, marketplace), brands(filters, results, marketplace));
        if (!visitor.wantsFragment()) {
            return new SearchPage(body);
        }
        response.setHeader("HX-Push-Url", filters.path());
        return body;
    }

    /** What one could choose instead, too: so the counts are those without the choice. */
    private List<CategoryChoice> categories(SearchFilters filters, SearchResults results, Marketplace marketplace) {
        SearchResults all = filters.category() == null
                ? results
                : search.find(filters.in(null).query(marketplace));
        List<CategoryChoice> choices = new ArrayList<>();
        for (Facet facet : all.categories()) {
            boolean chosen = facet.value().equals(filters.category());
            if (chosen || choices.size() < MOST_CATEGORIES) {
                choices.add(new CategoryChoice(catalog.category(facet.value()), facet.count(), chosen));
            }
        }
        return choices;
    }

    private List<BrandChoice> brands(SearchFilters filters, SearchResults results, Marketplace marketplace) {
        SearchResults all = filters.brands().isEmpty()
                ? results
                : search.find(filters.ofBrands(List.of()).query(marketplace));
        List<BrandChoice> choices = new ArrayList<>();
        for (Facet facet : all.brands()) {
            boolean chosen = filters.brands().contains(facet.value());
            if (chosen || choices.size() < MOST_BRANDS) {
                choices.add(new BrandChoice(facet.value(), facet.count(), chosen));
            }
        }
        return choices;
    }
}
