package org.openstall.catalog;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.ProductId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The product pages. */
@Service
public class Catalog {
    /** Pages hardly ever change, so that a node may keep those that people look at. */
    private static final int PAGES_KEPT = 5_000;

    private static final Duration PAGE_FRESHNESS = Duration.ofSeconds(30);

    /** An import beside the server may bring names; nobody waits for them to be read again. */
    private static final Duration NAME_FRESHNESS = Duration.ofMinutes(1);

    private static final Duration COUNT_FRESHNESS = Duration.ofMinutes(1);

    private final CatalogStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final LoadingCache<ProductId, Product> pages;
    private final LoadingCache<String, Map<String, Category>> named;
    private final LoadingCache<String, List<CategoryCount>> counts;

    Catalog(CatalogStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.pages = Caffeine.newBuilder()
                .maximumSize(PAGES_KEPT)
                .expireAfterWrite(PAGE_FRESHNESS)
                .build(CacheLoader.bulk(ids -> byId(store.find(ids))));
        this.named = Caffeine.newBuilder().refreshAfterWrite(NAME_FRESHNESS).build(key -> store.categories().stream()
                .collect(Collectors.toUnmodifiableMap(Category::slug, Function.identity())));
        this.counts = Caffeine.newBuilder().expireAfterWrite(COUNT_FRESHNESS).build(key -> countedCategories());
    }

    public Optional<Product> find(ProductId id) {
        return Optional.ofNullable(pages.getAll(List.of(id)).get(id));
    }

    /** Before anybody else hears of the change, so that nobody reads the page as it was. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    void forget(ProductChanged event) {
        pages.invalidate(event.product());
    }

    /** Those of the products that exist. */
    public Map<ProductId, Product> find(Collection<ProductId> ids) {
        return pages.getAll(new LinkedHashSet<>(ids));
    }

    /** Those of the products that exist, as they are now; what this node remembered of them is forgotten. */
    public Map<ProductId, Product> current(Collection<ProductId> ids) {
        pages.invalidateAll(ids);
        return byId(store.find(ids));
    }

    /** Finds by product id or by any form of its GTIN. */
    public Optional<Product> findByCode(String code) {
        String trimmed =
                Normalizer.normalize(code, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (ProductId.isValid(trimmed)) {
            return find(new ProductId(trimmed));
        }
        return switch (Gtin.read(trimmed)) {
            case Gtin gtin ->
                Optional.ofNullable(store.owners(List.of(gtin)).get(gtin)).flatMap(this::find);
            case GtinRefusal refusal -> Optional.empty();
        };
    }

    /** Pages with all the words in title and brand, also those that nobody offers; the shortest titles first. */
    public List<Product> findByWords(String words, int size) {
        List<ProductId> ids = store.withWords(words, size);
        Map<ProductId, Product> found = find(ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Pages with all the words in title and brand, the last of which may be only begun; so many at most. */
    public Set<ProductId> entitled(String words, int most) {
        return store.withWordsBegun(words, most);
    }

    /** Which products texts name, each a product id or a canonical GTIN; those that name none are left out. */
    public Map<String, ProductId> byCodes(Collection<String> codes) {
        Map<String, ProductId> products = new HashMap<>();
        List<ProductId> ids =
                codes.stream().filter(ProductId::isValid).map(ProductId::new).toList();
        store.existing(ids).forEach(it -> products.put(it.value(), it));
        List<Gtin> gtins = codes.stream()
                .filter(it -> !ProductId.isValid(it))
                .map(Gtin::new)
                .toList();
        store.owners(gtins).forEach((gtin, product) -> products.put(gtin.value(), product));
        return products;
    }

    /** The pages that were brought in from another system, by the ids they have there. */
    public Map<String, ProductId> findByExternalIds(String source, Collection<String> ids) {
        List<ExternalId> external =
                ids.stream().map(it -> new ExternalId(source, it)).toList();
        return store.externalOwners(external).entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().id(), Map.Entry::getValue));
    }

    /** The category's names; one that nobody has named gets its slug made readable. */
    public Category category(String slug) {
        Category category = named.get("all").get(slug);
        return category != null ? category : Category.unnamed(slug);
    }

    /** The categories that have products, in the order of the shop; counts may be a minute old. */
    public List<CategoryCount> categories() {
        return counts.get("all");
    }

    @Transactional
    public Addition add(NewProduct product) {
        return addAll(List.of(product)).getFirst();
    }

    /**
     * Adds many at once, in one transaction: hand over an import in stretches of a thousand or so. A product whose
     * external id or one of whose codes is known, or occurs earlier in the list, is matched to that page, which keeps
     * all it says.
     *
     * @return what came of each, in the order given
     * @throws LostRace if somebody else has just added one of them; try again
     */
    @Transactional
    public List<Addition> addAll(List<NewProduct> products) {
        Claims claims = new Claims(store.owners(codes(products)), store.externalOwners(externalIds(products)));
        Map<ProductId, NewProduct> added = new LinkedHashMap<>();
        List<Addition> additions = new ArrayList<>();
        for (NewProduct product : products) {
            ProductId known = claims.ownerOf(product);
            if (known != null) {
                claims.match(product, known);
                additions.add(new Addition.Matched(known));
            } else {
                ProductId id = ProductId.random();
                claims.claim(product, id);
                added.put(id, product);
                additions.add(new Addition.Added(id));
            }
        }
        store.save(claims);
        if (!added.isEmpty()) {
            store.insert(added, clock.instant());
            events.publishEvent(new ProductsAdded(List.copyOf(added.keySet())));
        }
        return additions;
    }

    private static List<Gtin> codes(List<NewProduct> products) {
        return products.stream().flatMap(it -> it.codes().stream()).toList();
    }

    private static List<ExternalId> externalIds(List<NewProduct> products) {
        return products.stream()
                .map(NewProduct::external)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<CategoryCount> countedCategories() {
        Map<String, Long> products = store.productsByCategory();
        Set<String> slugs = new LinkedHashSet<>();
        store.categories().forEach(it -> slugs.add(it.slug()));
        slugs.addAll(products.keySet());
        return slugs.stream()
                .map(slug -> new CategoryCount(category(slug), products.getOrDefault(slug, 0L)))
                .filter(it -> it.products() > 0)
                .toList();
    }

    private static Map<ProductId, Product> byId(List<Product> products) {
        return products.stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }
}
