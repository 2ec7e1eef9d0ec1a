package org.openstall.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;

/**
 * What a shopper looks for in one marketplace. An empty text browses everything. Prices are in the smallest unit of
 * the marketplace's currency, both ends included. Pages count from 1.
 */
public record SearchQuery(
        MarketplaceId marketplace,
        String text,
        @Nullable String category,
        List<String> brands,
        @Nullable Long leastPrice,
        @Nullable Long mostPrice,
        Sort sort,
        int page) {
    public static final int PAGE_SIZE = 24;
    public static final int LAST_PAGE = 40;
    private static final int LONGEST_TEXT = 200;

    public enum Sort {
        RELEVANCE,
        PRICE_UP,
        PRICE_DOWN,
        NEWEST
    }

    public SearchQuery {
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        text = text.strip();
        brands = brands.stream().distinct().sorted().toList();
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    public static SearchQuery of(MarketplaceId marketplace, String text) {
        return new SearchQuery(marketplace, text, null, List.of(), null, null, Sort.RELEVANCE, 1);
    }
}
