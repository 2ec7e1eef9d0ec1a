package org.openstall.sellerdesk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.GtinRefusal;
import org.openstall.catalog.Product;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.search.Search;
import org.openstall.search.SearchHit;
import org.openstall.search.SearchQuery;
import org.openstall.search.SearchResults;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Component;

/**
 * Finds the page that a seller means: by product id, by a code in any of its forms, or by words, first among what is on
 * offer and then among the pages that nobody offers.
 */
@Component
class Matching {
    static final int MOST_MATCHES = 10;
    private static final int MOST_NAMES = 3;

    /** Among which those names are looked for. */
    private static final int MOST_OFFERS = 20;

    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("[\\d\\s\\-]*\\d[\\d\\s\\-]*[xX]?");

    private final Catalog catalog;
    private final Search search;
    private final Offers offers;
    private final Sellers sellers;

    Matching(Catalog catalog, Search search, Offers offers, Sellers sellers) {
        this.catalog = catalog;
        this.search = search;
        this.offers = offers;
        this.sellers = sellers;
    }

    Lookup find(Stall stall, String typed, Locale language) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (ProductId.isValid(text.toUpperCase(Locale.ROOT))) {
            return byCode(stall, text, language).orElseGet(() -> byWords(stall, text, language)
                    .telling("desk.add.notice.unknown-id", text.toUpperCase(Locale.ROOT)));
        }
        return switch (Gtin.read(text)) {
            case Gtin code -> byCode(stall, text, language).orElseGet(() -> Lookup.unknown(code));
            case GtinRefusal refusal -> refused(stall, text, refusal, language);
        };
    }

    private Lookup refused(Stall stall, String text, GtinRefusal refusal, Locale language) {
        return switch (refusal) {
            case CHECK_DIGIT -> Lookup.wrongDigit(text, Gtin.corrected(text));
            case ALL_ZEROS -> Lookup.of(List.of()).telling("desk.add.notice.all-zeros", text);
            case LENGTH ->
                LOOKS_LIKE_CODE.matcher(text).matches()
                        ? byWords(stall, text, language).telling("desk.add.notice.length", text)
                        : byWords(stall, text, language);
            case NOT_DIGITS -> byWords(stall, text, language);
        };
    }

    private Optional<Lookup> byCode(Stall stall, String code, Locale language) {
        return catalog.findByCode(code).map(it -> Lookup.of(matches(stall, List.of(it), language)));
    }

    private Lookup byWords(Stall stall, String text, Locale language) {
        return Lookup.of(matches(stall, similar(stall, text), language));
    }

    /** Pages with the words, those on offer first; as many as a page shows. */
    List<Product> similar(Stall stall, String words) {
        if (words.isBlank()) {
            return List.of();
        }
        Set<ProductId> ids = new LinkedHashSet<>();
        SearchResults found = search.find(SearchQuery.of(stall.place(), words));
        if (found.closeness() != SearchResults.Closeness.PARTIAL) {
            found.hits().stream().map(SearchHit::product).limit(MOST_MATCHES).forEach(ids::add);
        }
        catalog.findByWords(words, MOST_MATCHES).forEach(it -> ids.add(it.id()));
        if (ids.isEmpty()) {
            found.hits().stream().map(SearchHit::product).limit(MOST_MATCHES).forEach(ids::add);
        }
        Map<ProductId, Product> pages = catalog.find(ids);
        List<Product> similar = new ArrayList<>();
        for (ProductId id : ids) {
            Product page = pages.get(id);
            if (page != null && similar.size() < MOST_MATCHES) {
                similar.add(page);
            }
        }
        return similar;
    }

    List<ProductMatch> matches(Stall stall, Collection<Product> pages, Locale language) {
        Map<ProductId, List<Offer>> yours =
                offers
                        .ofSeller(
                                stall.seller(),
                                stall.place(),
                                pages.stream().map(Product::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Offer::product));
        return pages.stream()
                .map(it -> match(stall, it, yours.getOrDefault(it.id(), List.of()), language))
                .toList();
    }

    ProductMatch match(Stall stall, Product page, Locale language) {
        return match(stall, page, offers.ofSeller(stall.seller(), stall.place(), List.of(page.id())), language);
    }

    private ProductMatch match(Stall stall, Product page, List<Offer> yours, Locale language) {
        Page<Offer> best = offers.of(stall.place(), page.id(), null, MOST_OFFERS);
        List<Offer> all = best.items();
        Map<String, Boolean> names = new LinkedHashMap<>();
        all.stream()
                .map(it -> sellers.get(it.key().seller()).name())
                .takeWhile(it -> names.size() < MOST_NAMES)
                .forEach(it -> names.put(it, true));
        return new ProductMatch(
                page,
                catalog.category(page.category()).name(language),
                best.next() == null ? all.size() : offers.count(stall.place(), page.id()),
                all.isEmpty() ? null : all.getFirst().price(),
                List.copyOf(names.keySet()),
                yours);
    }
}
