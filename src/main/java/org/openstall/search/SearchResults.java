package org.openstall.search;

import java.util.List;

/**
 * One page of what was found. {@code total} counts all pages; the facets count all results under the query's
 * filters, the most frequent first.
 */
public record SearchResults(
        List<SearchHit> hits,
        long total,
        int page,
        int pages,
        Closeness closeness,
        List<Facet> categories,
        List<Facet> brands) {

    public enum Closeness {
        /** All words as they were typed. */
        EXACT,
        /** All words, allowing for typing mistakes, as there was little or nothing otherwise. */
        SIMILAR,
        /** Some of the words, as nothing has them all. */
        PARTIAL
    }

    /** A category's slug or a brand, and how many results have it. */
    public record Facet(String value, long count) {}

    public SearchResults {
        hits = List.copyOf(hits);
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
    }
}
