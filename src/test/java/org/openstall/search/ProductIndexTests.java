package org.openstall.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.kernel.ProductId;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.search.SearchQuery.Sort;
import org.openstall.search.SearchResults.Closeness;
import org.openstall.search.SearchResults.Facet;

class ProductIndexTests {
    private static final Currency USD = Currency.getInstance("USD");

    private final Path directory;
    private ProductIndex index;

    ProductIndexTests(@TempDir Path directory) {
        this.directory = directory;
        this.index = new ProductIndex(directory);
    }

    @BeforeEach
    void list() {
        index.write(
                List.of(
                        ListedProducts.on(
                                Marketplaces.US,
                                "B0KETTLE01",
                                "Hollinpike Gooseneck Kettle",
                                "Hollinpike",
                                "home-kitchen",
                                6490),
                        ListedProducts.on(
                                Marketplaces.US,
                                "B0KETTLE02",
                                "Copper kettle, whistling",
                                "Oakmere",
                                "home-kitchen",
                                4200),
                        ListedProducts.on(
                                Marketplaces.US,
                                "B0NOTEBOOK",
                                "HP Pavilion dv7-1211ea Notebook Silver",
                                "HP",
                                "computers",
                                109_95),
                        ListedProducts.on(
                                Marketplaces.US,
                                "B0BATTERY1",
                                "Lumenry Rechargeable AA Batteries",
                                "Lumenry",
                                "power",
                                2950),
                        ListedProducts.on(
                                Marketplaces.US, "B0KOREAN01", "한빛 무선마우스 블루투스 저소음", "한빛", "computer-accessories", 1900),
                        ListedProducts.on(Marketplaces.US, "B0CHINESE1", "不鏽鋼保溫瓶 750毫升", "山水", "home-kitchen", 2500),
                        ListedProducts.on(Marketplaces.US, "B0JAPANESE", "ステンレス鋼の包丁 20cm", "大森", "home-kitchen", 5800),
                        ListedProducts.on(
                                Marketplaces.BR,
                                "B0KETTLE01",
                                "Hollinpike Gooseneck Kettle",
                                "Hollinpike",
                                "home-kitchen",
                                39_900)),
                List.of());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gooseneck kettle,  B0KETTLE01",
        "hollinpike,        B0KETTLE01",
        "DV7-1211EA,        B0NOTEBOOK",
        "dv71211ea,         B0NOTEBOOK",
        "hp laptop,         B0NOTEBOOK",
        "B0BATTERY1,        B0BATTERY1",
        "aa battery,        B0BATTERY1",
        "무선 마우스,         B0KOREAN01",
        "블루투스 마우스,      B0KOREAN01",
        "保溫瓶,             B0CHINESE1",
        "包丁,              B0JAPANESE"
    })
    void what_is_meant_comes_first(String text, String product) {
        assertThat(products(find(text))).startsWith(product);
    }

    @ParameterizedTest
    @CsvSource({"goosneck ketle, B0KETTLE01", "recharchable batteris, B0BATTERY1", "pavillion, B0NOTEBOOK"})
    void typing_mistakes_are_forgiven(String text, String product) {
        assertThat(index.find(SearchQuery.of(Marketplaces.US, text), USD, Closeness.EXACT)
                        .hits())
                .isEmpty();
        assertThat(products(index.find(SearchQuery.of(Marketplaces.US, text), USD, Closeness.SIMILAR)))
                .startsWith(product);
    }

    @Test
    void a_marketplace_shows_its_own_offers_and_prices() {
        assertThat(index.find(SearchQuery.of(Marketplaces.BR, "kettle"), Currency.getInstance("BRL"), Closeness.EXACT)
                        .hits())
                .extracting(it -> it.lowestPrice().toString())
                .containsExactly("BRL 399.00");
    }

    @Test
    void filters_narrow_and_facets_count() {
        SearchResults kitchen = find(query("", "home-kitchen", List.of(), null, null, Sort.PRICE_UP, 1));

        assertThat(products(kitchen)).containsExactly("B0CHINESE1", "B0KETTLE02", "B0JAPANESE", "B0KETTLE01");
        assertThat(kitchen.categories()).containsExactly(new Facet("home-kitchen", 4));
        assertThat(kitchen.brands()).contains(new Facet("Oakmere", 1)).hasSize(4);
        assertThat(products(find(query("", null, List.of("HP", "Oakmere"), null, null, Sort.PRICE_DOWN, 1))))
                .containsExactly("B0NOTEBOOK", "B0KETTLE02");
        assertThat(products(find(query("kettle", null, List.of(), 4200L, 6489L, Sort.RELEVANCE, 1))))
                .containsExactly("B0KETTLE02");
        assertThat(find(SearchQuery.of(Marketplaces.US, "")).total()).isEqualTo(7);
    }

    @Test
    void all_categories_can_be_chosen_and_the_hundred_most_frequent_brands() {
        index.write(
                IntStream.range(0, 120)
                        .mapToObj(i -> ListedProducts.on(
                                Marketplaces.US, "B0MANY%04d".formatted(i), "Thing", "Brand " + i, "category-" + i, 1))
                        .toList(),
                List.of());

        assertThat(find("thing").categories()).hasSize(120);
        assertThat(find("thing").brands()).hasSize(100);
    }

    @Test
    void pages_neither_overlap_nor_leave_gaps() {
        index.write(
                IntStream.range(0, 100)
                        .mapToObj(i -> ListedProducts.on(
                                Marketplaces.US, "B0SAME%04d".formatted(i), "Same pencil", "Marlow", "office", 100))
                        .toList(),
                List.of());
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            seen.addAll(products(find(query("pencil", null, List.of(), null, null, Sort.RELEVANCE, page))));
        }

        assertThat(seen).hasSize(100).doesNotHaveDuplicates();
        assertThat(find("pencil").pages()).isEqualTo(5);
    }

    @Test
    void a_product_without_offers_is_gone() {
        long before = index.generation();
        index.write(List.of(), List.of(ListedProduct.key(Marketplaces.US, new ProductId("B0KETTLE02"))));

        assertThat(products(find("kettle"))).containsExactly("B0KETTLE01");
        assertThat(index.generation()).isGreaterThan(before);
    }

    @Test
    void the_fingerprint_of_a_product_is_the_same_in_every_process() {
        assertThat(ListedProducts.on(Marketplaces.US, "B0KETTLE02", "Copper kettle", "Oakmere", "home-kitchen", 4200)
                        .fingerprint())
                .isEqualTo(-1_010_226_805);
    }

    @Test
    void everything_is_there_when_opened_again() {
        index.close();
        index = new ProductIndex(directory);

        Set<ProductId> products = new HashSet<>();
        index.forEachProduct(Marketplaces.US, products::addAll);
        assertThat(products).hasSize(7);
        ListedProduct listed = ListedProducts.on(
                Marketplaces.US, "B0KOREAN01", "한빛 무선마우스 블루투스 저소음", "한빛", "computer-accessories", 1900);
        assertThat(index.fingerprints(List.of(listed.key(), "none")))
                .containsOnly(entry(listed.key(), listed.fingerprint()));
    }

    @Test
    void operators_and_signs_do_no_harm() {
        for (String text : List.of("\"kettle", "kettle*", "(", "+-&|", "title:kettle", "a AND OR", "kettle\\")) {
            assertThat(find(text).page()).isEqualTo(1);
        }
    }

    private SearchResults find(String text) {
        return find(SearchQuery.of(Marketplaces.US, text));
    }

    private SearchResults find(SearchQuery query) {
        return index.find(query, USD, Closeness.EXACT);
    }

    private static SearchQuery query(
            String text,
            @Nullable String category,
            List<String> brands,
            @Nullable Long least,
            @Nullable Long most,
            Sort sort,
            int page) {
        return new SearchQuery(Marketplaces.US, text, category, brands, least, most, sort, page);
    }

    private static List<String> products(SearchResults results) {
        return results.hits().stream().map(it -> it.product().value()).toList();
    }
}
