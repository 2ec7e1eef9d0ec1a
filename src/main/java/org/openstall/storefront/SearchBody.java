package org.openstall.storefront;

import java.util.stream.Collectors;
import org.openstall.pages.View;
import org.openstall.search.SearchResults;
import org.openstall.storefront.Choices.Choice;

/** Filters and results. */
public record SearchBody(SearchFilters filters, SearchResults results, Choices categories, Choices brands)
        implements View {

    /** The name of the category chosen; empty if it is any. */
    public String category() {
        return categories.chosen().stream().map(Choice::name).collect(Collectors.joining());
    }
}
