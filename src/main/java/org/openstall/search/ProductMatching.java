package org.openstall.search;

import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.openstall.search.SearchResults.Closeness;

/**
 * What makes a product a result, and which comes first. Every word must occur somewhere; a word in the title says
 * most, then the brand, the kind of thing, and least the description. A code says everything.
 */
final class ProductMatching {
    private static final float TITLE = 4;
    private static final float BRAND = 3;
    private static final float KIND = 4;
    private static final float DETAILS = 0.6f;
    private static final float CODE = 40;
    private static final float IN_STOCK = 0.5f;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final SearchPredicateFactory f;

    ProductMatching(SearchPredicateFactory f) {
        this.f = f;
    }

    PredicateFinalStep of(SearchQuery query, Closeness closeness) {
        BooleanPredicateClausesStep<?, ?> all = f.bool()
                .filter(f.match()
                        .field("marketplace")
                        .matching(query.marketplace().value()))
                .should(f.match()
                        .field("inStock")
                        .matching(true)
                        .constantScore()
                        .boost(IN_STOCK));
        if (query.category() != null) {
            all = all.filter(f.match().field("category").matching(query.category()));
        }
        if (!query.brands().isEmpty()) {
            all = all.filter(f.terms().field("brandName").matchingAny(query.brands()));
        }
        if (query.leastPrice() != null || query.mostPrice() != null) {
            all = all.filter(f.range().field("price").between(query.leastPrice(), query.mostPrice()));
        }
        List<String> words = ShopperWords.of(query.text());
        if (!words.isEmpty()) {
            all = all.must(words(words, closeness));
        }
        if (words.size() > 1) {
            all = all.should(f.phrase()
                    .field("title")
                    .boost(TITLE)
                    .matching(String.join(" ", words))
                    .slop(1));
        }
        return all;
    }

    private PredicateFinalStep words(List<String> words, Closeness closeness) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        for (String word : words) {
            PredicateFinalStep matching = closeness == Closeness.EXACT ? exactly(word) : similarly(word);
            all = closeness == Closeness.PARTIAL ? all.should(matching) : all.must(matching);
        }
        return all;
    }

    private PredicateFinalStep exactly(String word) {
        return either(word);
    }

    /** One slip is forgiven in a word of four letters, two from eight on, but not in the first letter. */
    private PredicateFinalStep similarly(String word) {
        int slips = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
        BooleanPredicateClausesStep<?, ?> either = either(word);
        return slips == 0
                ? either
                : either.should(f.match()
                        .field("title")
                        .field("brand")
                        .field("kind")
                        .matching(word)
                        .fuzzy(slips, 1));
    }

    private BooleanPredicateClausesStep<?, ?> either(String word) {
        BooleanPredicateClausesStep<?, ?> either = f.bool()
                .should(f.phrase()
                        .field("title")
                        .boost(TITLE)
                        .field("brand")
                        .boost(BRAND)
                        .field("kind")
                        .boost(KIND)
                        .field("details")
                        .boost(DETAILS)
                        .matching(word));
        return looksLikeCode(word)
                ? either.should(f.match()
                        .field("codes")
                        .matching(ListedProduct.code(word))
                        .constantScore()
                        .boost(CODE))
                : either;
    }

    static boolean looksLikeCode(String word) {
        return word.length() > 2 && DIGIT.matcher(word).find();
    }

    /** Equal ones are in the order of their ids, so that pages do not overlap. */
    static SortFinalStep order(SearchSortFactory f, SearchQuery.Sort sort) {
        return switch (sort) {
            case RELEVANCE -> f.score().then().field("product");
            case PRICE_UP -> f.field("price").asc().then().field("product");
            case PRICE_DOWN -> f.field("price").desc().then().field("product");
            case NEWEST -> f.field("createdAt").desc().then().field("product");
        };
    }
}
