package org.openstall.search;

import static org.openstall.search.SearchResults.Closeness.EXACT;
import static org.openstall.search.SearchResults.Closeness.PARTIAL;
import static org.openstall.search.SearchResults.Closeness.SIMILAR;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Currency;
import java.util.function.Function;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.search.SearchResults.Closeness;
import org.springframework.stereotype.Service;

/** Finds products on offer. */
@Service
public class Search {
    private static final int PAGES_KEPT = 2_000;

    /** Fewer results than this may be all that a typing mistake left over. */
    private static final int FEW = 3;

    private final ProductIndex index;
    private final Marketplaces marketplaces;
    private final Cache<Asked, SearchResults> answers =
            Caffeine.newBuilder().maximumSize(PAGES_KEPT).build();

    /** A query and the state of the index it was asked of: another state, another answer. */
    private record Asked(SearchQuery query, long generation) {}

    Search(ProductIndex index, Marketplaces marketplaces) {
        this.index = index;
        this.marketplaces = marketplaces;
    }

    /** One page of the products that fit best; typing mistakes are forgiven where the words as typed find little. */
    public SearchResults find(SearchQuery query) {
        return answers.get(new Asked(query, index.generation()), it -> answer(query));
    }

    private SearchResults answer(SearchQuery query) {
        Currency currency = marketplaces.get(query.marketplace()).currency();
        return closest(closeness -> index.find(query, currency, closeness), query.text());
    }

    /** As exact as finds something: forgiving costs time, and brings what was not meant. */
    static SearchResults closest(Function<Closeness, SearchResults> find, String text) {
        SearchResults exact = find.apply(EXACT);
        if (exact.total() >= FEW || (exact.total() > 0 && ProductMatching.looksLikeCode(text))) {
            return exact;
        }
        SearchResults similar = find.apply(SIMILAR);
        if (similar.total() > 0) {
            return similar.total() > exact.total() ? similar : exact;
        }
        return find.apply(PARTIAL);
    }
}
