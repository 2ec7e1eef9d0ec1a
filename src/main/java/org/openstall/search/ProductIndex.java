package org.openstall.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.util.Version;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.query.SearchScrollResult;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.search.SearchResults.Closeness;
import org.openstall.search.SearchResults.Facet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The Lucene files below the data directory, opened when first needed. What is written is visible to searches at
 * once and safe on disk a second later; {@link IndexFollowing} restores what a killed process lost.
 */
@Component
class ProductIndex implements AutoCloseable {
    /** Goes up when the documents get another shape, so that a new program begins a new index. */
    private static final int VERSION = 2;

    private static final int CARDS_KEPT = 20_000;
    private static final int MOST_CATEGORIES = 300;
    private static final int MOST_BRANDS = 100;
    private static final int SCROLL_SIZE = 1_000;
    private static final AggregationKey<Map<String, Long>> CATEGORIES = AggregationKey.of("categories");
    private static final AggregationKey<Map<String, Long>> BRANDS = AggregationKey.of("brands");

    private final SingletonSupplier<CloseableSearchMapping> mapping;
    private final AtomicLong generation = new AtomicLong();
    private volatile boolean opened;

    /**
     * What results show, as reading it from the files costs more than finding it. Nobody may keep what he read before
     * a change after that change; hence the lock.
     */
    private final Cache<String, Hit> cards =
            Caffeine.newBuilder().maximumSize(CARDS_KEPT).build();

    private final ReadWriteLock cardLock = new ReentrantReadWriteLock();

    @ProjectionConstructor
    record Hit(
            @IdProjection String key,
            String product,
            String title,
            @FieldProjection(path = "brandName") @Nullable String brand,
            String category,
            @Nullable String imageUrl,
            long price,
            int offers,
            boolean inStock) {

        SearchHit in(Currency currency) {
            return new SearchHit(
                    new ProductId(product),
                    title,
                    brand,
                    category,
                    imageUrl,
                    new Money(price, currency),
                    offers,
                    inStock);
        }
    }

    @ProjectionConstructor
    record Entry(@IdProjection String key, int fingerprint) {}

    @Autowired
    ProductIndex(@Value("${openstall.data}") String data) {
        this(Path.of(data, "search"));
    }

    ProductIndex(Path parent) {
        this.mapping = SingletonSupplier.of(() -> open(parent));
    }

    private CloseableSearchMapping open(Path parent) {
        for (int earlier = 1; earlier < VERSION; earlier++) {
            FileSystemUtils.deleteRecursively(directory(parent, earlier).toFile());
        }
        CloseableSearchMapping built = SearchMapping.builder(
                        AnnotatedTypeSource.fromClasses(ListedProduct.class, Hit.class, Entry.class))
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false)
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property(
                        "hibernate.search.backend.directory.root",
                        directory(parent, VERSION).toAbsolutePath().toString())
                .property("hibernate.search.backend.lucene_version", Version.LATEST)
                .property("hibernate.search.backend.analysis.configurer", new ProductAnalysis())
                .property("hibernate.search.backend.io.refresh_interval", 1_000)
                .property("hibernate.search.backend.io.commit_interval", 1_000)
                .build();
        opened = true;
        return built;
    }

    private static Path directory(Path parent, int version) {
        return parent.resolve("v" + version);
    }

    private SearchSession session() {
        return mapping.obtain()
                .createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.readSync())
                .build();
    }

    /** Goes up with every change, after searches can see it. */
    long generation() {
        return generation.get();
    }

    void write(Collection<ListedProduct> present, Collection<String> gone) {
        if (present.isEmpty() && gone.isEmpty()) {
            return;
        }
        cardLock.writeLock().lock();
        try {
            try (SearchSession session = session()) {
                present.forEach(session.indexingPlan()::addOrUpdate);
                gone.forEach(key -> session.indexingPlan().purge(ListedProduct.class, key, null));
            }
            present.forEach(it -> cards.invalidate(it.key()));
            cards.invalidateAll(gone);
        } finally {
            cardLock.writeLock().unlock();
        }
        generation.incrementAndGet();
    }

    /** Puts the many small files that much writing leaves together, as fewer are searched faster. */
    void tidyUp() {
        try (SearchSession session = session()) {
            session.workspace().mergeSegments();
        }
    }

    SearchResults find(SearchQuery query, Currency currency, Closeness closeness) {
        try (SearchSession session = session()) {
            SearchResult<String> found = session.search(ListedProduct.class)
                    .select(f -> f.id(String.class))
                    .where(f -> new ProductMatching(f).of(query, closeness))
                    .sort(f -> ProductMatching.order(f, query.sort()))
                    .aggregation(
                            CATEGORIES,
                            f -> f.terms().field("category", String.class).maxTermCount(MOST_CATEGORIES))
                    .aggregation(
                            BRANDS,
                            f -> f.terms().field("brandName", String.class).maxTermCount(MOST_BRANDS))
                    .fetch((query.page() - 1) * SearchQuery.PAGE_SIZE, SearchQuery.PAGE_SIZE);
            long total = found.total().hitCount();
            long pages = Math.ceilDiv(total, SearchQuery.PAGE_SIZE);
            return new SearchResults(
                    cards(found.hits()).stream().map(it -> it.in(currency)).toList(),
                    total,
                    query.page(),
                    (int) Math.min(pages, SearchQuery.LAST_PAGE),
                    closeness,
                    facets(found.aggregation(CATEGORIES)),
                    facets(found.aggregation(BRANDS)));
        }
    }

    private List<Hit> cards(List<String> keys) {
        Map<String, Hit> known = new HashMap<>(cards.getAllPresent(keys));
        List<String> missing =
                keys.stream().filter(it -> !known.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            known.putAll(read(missing));
        }
        return keys.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private Map<String, Hit> read(List<String> keys) {
        cardLock.readLock().lock();
        try (SearchSession session = session()) {
            Map<String, Hit> read = session
                    .search(ListedProduct.class)
                    .select(Hit.class)
                    .where(f -> f.id().matchingAny(keys))
                    .fetchHits(keys.size())
                    .stream()
                    .collect(Collectors.toMap(Hit::key, Function.identity()));
            cards.putAll(read);
            return read;
        } finally {
            cardLock.readLock().unlock();
        }
    }

    private static List<Facet> facets(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(it -> new Facet(it.getKey(), it.getValue()))
                .toList();
    }

    /** The fingerprints of those of the documents that the index holds, by their keys. */
    Map<String, Integer> fingerprints(Collection<String> keys) {
        try (SearchSession session = session()) {
            return session
                    .search(ListedProduct.class)
                    .select(Entry.class)
                    .where(f -> f.id().matchingAny(keys))
                    .fetchHits(keys.size())
                    .stream()
                    .collect(Collectors.toMap(Entry::key, Entry::fingerprint));
        }
    }

    /** Walks through all products of a marketplace that the index knows, in stretches of up to a thousand. */
    void forEachProduct(MarketplaceId marketplace, Consumer<List<ProductId>> stretch) {
        try (SearchSession session = session();
                SearchScroll<String> scroll = session.search(ListedProduct.class)
                        .select(f -> f.field("product", String.class))
                        .where(f -> f.match().field("marketplace").matching(marketplace.value()))
                        .scroll(SCROLL_SIZE)) {
            for (SearchScrollResult<String> next = scroll.next(); next.hasHits(); next = scroll.next()) {
                stretch.accept(next.hits().stream().map(ProductId::new).toList());
            }
        }
    }

    @Override
    public void close() {
        if (opened) {
            mapping.obtain().close();
        }
    }
}
