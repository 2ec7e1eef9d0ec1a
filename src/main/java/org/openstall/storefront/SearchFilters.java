package org.openstall.storefront;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.search.SearchQuery;
import org.openstall.search.SearchQuery.Sort;
import org.springframework.util.MultiValueMap;

/**
 * What a shopper searches for and how he has narrowed it down, as it stands in the address; and the addresses of
 * the searches one step away.
 */
public record SearchFilters(
        String text, @Nullable String category, List<String> brands, PriceRange prices, Sort sort, int page) {

    public SearchFilters {
        brands = List.copyOf(brands);
    }

    static SearchFilters of(MultiValueMap<String, String> query, Currency currency) {
        return new SearchFilters(
                text(query, "q"),
                text(query, "category").isEmpty() ? null : text(query, "category"),
                query.getOrDefault("brand", List.of()).stream()
                        .filter(it -> !it.isBlank())
                        .distinct()
                        .toList(),
                new PriceRange(text(query, "min"), text(query, "max"), currency),
                sort(text(query, "sort")),
                page(text(query, "page")));
    }

    private static String text(MultiValueMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "").strip();
    }

    private static Sort sort(String text) {
        return Stream.of(Sort.values())
                .filter(it -> name(it).equals(text))
                .findFirst()
                .orElse(Sort.RELEVANCE);
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d{0,2}") ? Integer.parseInt(text) : 1;
    }

    /** As it is written in the address. */
    public static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SearchQuery query(MarketplaceId marketplace) {
        return new SearchQuery(
                marketplace, text, category, brands, minor(prices.least()), minor(prices.most()), sort, page);
    }

    private static @Nullable Long minor(@Nullable Money price) {
        return price == null ? null : price.minor();
    }

    public boolean isNarrowed() {
        return category != null || !brands.isEmpty() || !prices.isAny();
    }

    public SearchFilters in(@Nullable String other) {
        return new SearchFilters(text, other, brands, prices, sort, 1);
    }

    public SearchFilters ofBrands(List<String> others) {
        return new SearchFilters(text, category, others, prices, sort, 1);
    }

    public SearchFilters without(String brand) {
        return ofBrands(brands.stream().filter(it -> !it.equals(brand)).toList());
    }

    public SearchFilters atAnyPrice() {
        return new SearchFilters(text, category, brands, PriceRange.any(prices.currency()), sort, 1);
    }

    public SearchFilters onPage(int other) {
        return new SearchFilters(text, category, brands, prices, sort, other);
    }

    /** The same words, not narrowed down. */
    public SearchFilters wide() {
        return new SearchFilters(text, null, List.of(), PriceRange.any(prices.currency()), sort, 1);
    }

    public String path() {
        List<String> parts = new ArrayList<>();
        add(parts, "q", text);
        add(parts, "category", category == null ? "" : category);
        brands.forEach(it -> add(parts, "brand", it));
        add(parts, "min", prices.typedLeast());
        add(parts, "max", prices.typedMost());
        add(parts, "sort", sort == Sort.RELEVANCE ? "" : name(sort));
        add(parts, "page", page == 1 ? "" : Integer.toString(page));
        return parts.isEmpty() ? "/search" : "/search?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
