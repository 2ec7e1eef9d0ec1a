package org.openstall.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.springframework.stereotype.Service;

/** Finds pages of what may be the same product as one that somebody wants to add. */
@Service
public class Duplicates {
    private static final int MOST = 6;

    /** How alike titles of one product are at least, by their pairs of letters; found by trying. */
    private static final double ALIKE = 0.55;

    private final Search search;
    private final Catalog catalog;

    Duplicates(Search search, Catalog catalog) {
        this.search = search;
        this.catalog = catalog;
    }

    /** Pages with one of its codes first, then those of similar title that are not of another brand. */
    public List<Product> of(MarketplaceId marketplace, NewProduct page) {
        Map<ProductId, Product> found = new LinkedHashMap<>();
        page.codes().forEach(code -> catalog.findByCode(code.value()).ifPresent(it -> found.put(it.id(), it)));
        similar(marketplace, page).forEach(it -> found.putIfAbsent(it.id(), it));
        return found.values().stream().limit(MOST).toList();
    }

    private List<Product> similar(MarketplaceId marketplace, NewProduct page) {
        List<Product> candidates = new ArrayList<>(catalog.findByWords(page.title(), MOST));
        List<ProductId> hits = search.find(SearchQuery.of(marketplace, page.title())).hits().stream()
                .map(SearchHit::product)
                .toList();
        Map<ProductId, Product> pages = catalog.find(hits);
        hits.stream().filter(pages::containsKey).map(pages::get).forEach(candidates::add);
        Map<String, Integer> pairs = pairs(page.title());
        return candidates.stream()
                .filter(it -> isSameBrand(it, page) && likeness(pairs, pairs(it.title())) >= ALIKE)
                .toList();
    }

    private static boolean isSameBrand(Product known, NewProduct page) {
        return known.brand() == null
                || page.brand() == null
                || plain(known.brand()).equals(plain(page.brand()));
    }

    /** Twice what both have, of what they have together: 1 for the same title, 0 for nothing in common. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int common = one.entrySet().stream()
                .mapToInt(it -> Math.min(it.getValue(), other.getOrDefault(it.getKey(), 0)))
                .sum();
        int all = size(one.values()) + size(other.values());
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static int size(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> pairs(String title) {
        String plain = plain(title);
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
