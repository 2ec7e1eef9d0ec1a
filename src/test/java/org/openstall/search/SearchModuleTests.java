package org.openstall.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.OpenstallTest;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.Changes;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.PageField;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** On an index of its own, which nobody else writes to. */
@OpenstallTest
class SearchModuleTests {
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private Catalog catalog;

    @Autowired
    private Offers offers;

    @Autowired
    private Marketplaces marketplaces;

    @Autowired
    private Changes pageChanges;

    @Autowired
    private ChangeStore changes;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private ProductIndex index;
    private Search search;
    private IndexFollowing node;

    @BeforeEach
    void open(@TempDir Path directory) {
        this.index = new ProductIndex(directory);
        this.search = new Search(index, marketplaces);
        this.node = node(index);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_changed_offer_changes_what_is_found() {
        node.follow();
        OfferKey offer = list();
        node.follow();
        assertThat(prices()).containsExactly(1_000L);

        offers.edit(offer, OfferEdit.price(Money.of(900, "USD")), "test");
        node.follow();
        assertThat(prices()).containsExactly(900L);

        offers.edit(offer, OfferEdit.quantity(0), "test");
        node.follow();
        assertThat(find().hits()).extracting(SearchHit::inStock).containsExactly(false);

        offers.edit(offer, OfferEdit.open(false), "test");
        node.follow();
        assertThat(find().total()).isZero();
    }

    @Test
    void every_node_follows_by_itself(@TempDir Path elsewhere) {
        try (ProductIndex other = new ProductIndex(elsewhere)) {
            IndexFollowing otherNode = node(other);
            otherNode.follow();
            OfferKey offer = list();
            node.follow();
            otherNode.follow();
            offers.edit(offer, OfferEdit.price(Money.of(900, "USD")), "test");
            node.follow();
            otherNode.follow();

            assertThat(prices()).containsExactly(900L);
            assertThat(prices(new Search(other, marketplaces))).containsExactly(900L);
        }
    }

    @Test
    void a_changed_page_changes_what_is_found() {
        OfferKey offer = list();
        node.follow();

        retitle(offer, "Renamed " + word);
        node.follow();

        assertThat(find().hits()).extracting(SearchHit::title).containsExactly("Renamed " + word);
    }

    @Test
    void a_change_that_is_committed_after_later_ones_is_not_missed() {
        OfferKey offer = list();
        node.follow();

        transaction.executeWithoutResult(_ -> {
            offers.edit(offer, OfferEdit.price(Money.of(900, "USD")), "test");
            CompletableFuture.runAsync(() -> {
                        list();
                        node.follow();
                    })
                    .join();
        });
        assertThat(prices()).containsExactlyInAnyOrder(1_000L, 1_000L);

        node.follow();
        assertThat(prices()).containsExactlyInAnyOrder(900L, 1_000L);
    }

    @Test
    void what_was_seen_is_not_seen_again() {
        list();
        ChangeStore.Look look = changes.look();
        OfferKey offer = list();

        ChangeStore.News news = changes.since(look);
        assertThat(news.complete()).isTrue();
        assertThat(products(news)).contains(product(offer));
        assertThat(products(changes.since(news.look()))).doesNotContain(product(offer));
    }

    @Test
    void an_edit_does_not_wait_until_all_of_a_large_file_has_been_followed() {
        OfferKey offer = list();
        node.follow();
        changes.add(
                Marketplaces.US,
                Stream.generate(ProductId::random).limit(20_000).toList());
        offers.edit(offer, OfferEdit.price(Money.of(900, "USD")), "test");
        changes.add(
                Marketplaces.US, Stream.generate(ProductId::random).limit(1_500).toList());

        assertThat(node.follow()).isTrue();
        offers.edit(offer, OfferEdit.price(Money.of(800, "USD")), "test");
        assertThat(node.follow()).isTrue();
        assertThat(prices()).containsExactly(800L);
        boolean more = true;
        for (int looks = 0; more && looks < 10; looks++) {
            more = node.follow();
        }
        assertThat(more).isFalse();
    }

    @Test
    void a_node_that_was_away_for_long_compares_everything() {
        ChangeStore.Look look = changes.look();
        ChangeStore.Look longAgo =
                new ChangeStore.Look(look.snapshot(), look.at().minus(Duration.ofHours(2)));
        assertThat(changes.since(longAgo).complete()).isFalse();
    }

    @Test
    void a_database_that_is_older_than_what_a_node_has_seen_makes_it_compare_everything() {
        Instant now = changes.look().at();
        assertThat(changes.since(new ChangeStore.Look("900000000000:900000000000:", now))
                        .complete())
                .isFalse();
    }

    @Test
    void changes_are_kept_for_an_hour() {
        OfferKey old = list();
        OfferKey recent = list();
        db.sql(
                        "update search.change set written_at = written_at - interval '61 minutes' where :product = any(products)")
                .param("product", product(old).value())
                .update();

        changes.forgetOld();

        assertThat(kept(old)).isZero();
        assertThat(kept(recent)).isEqualTo(1);
    }

    @Test
    void an_index_that_differs_from_the_offers_is_mended() {
        OfferKey listed = list();
        index.write(
                List.of(ListedProducts.on(Marketplaces.US, "B0NEVERLIS", word + " never listed", "Nobody", "toys", 5)),
                List.of());

        node.follow();

        assertThat(find().hits()).extracting(SearchHit::product).containsExactly(product(listed));
    }

    @Test
    void an_index_that_is_right_is_left_alone() {
        list();
        node(index).follow();
        long before = index.generation();

        node(index).follow();

        assertThat(index.generation()).isEqualTo(before);
    }

    @Test
    void an_index_from_before_a_price_or_a_title_changed_is_mended() {
        OfferKey cheaper = list();
        OfferKey renamed = list();
        node.follow();

        offers.edit(cheaper, OfferEdit.price(Money.of(800, "USD")), "test");
        retitle(renamed, "Renamed " + word);
        node(index).follow();

        assertThat(find().hits())
                .extracting(SearchHit::title, it -> it.lowestPrice().minor())
                .containsExactlyInAnyOrder(tuple("Search " + word, 800L), tuple("Renamed " + word, 1_000L));
    }

    private IndexFollowing node(ProductIndex of) {
        return new IndexFollowing(changes, new IndexMending(of, catalog, offers, marketplaces), false);
    }

    private OfferKey list() {
        ProductId product =
                catalog.add(NewProduct.of("Search " + word, "Nobody", "toys")).id();
        OfferKey key = new OfferKey(SellerId.random(), Marketplaces.US, new Sku("search"));
        offers.listAll(List.of(new NewOffer(key, product, Condition.NEW, Terms.of(Money.of(1_000, "USD"), 5), true)));
        return key;
    }

    private List<ProductId> products(ChangeStore.News news) {
        return news.changed().stream()
                .flatMap(it -> changes.products(it).orElseThrow().stream())
                .toList();
    }

    private ProductId product(OfferKey offer) {
        return offers.find(offer).orElseThrow().product();
    }

    private void retitle(OfferKey offer, String title) {
        ChangeKey change = new ChangeKey(product(offer), UUID.randomUUID());
        assertThat(pageChanges.request(
                        change,
                        offer.seller(),
                        PageField.of(PageField.Kind.TITLE),
                        "Search " + word,
                        title,
                        "Misspelt",
                        "test"))
                .isEmpty();
        assertThat(pageChanges.accept(change, "Search " + word, "test", "Right"))
                .isEmpty();
    }

    private int kept(OfferKey offer) {
        return db.sql("select count(*) from search.change where :product = any(products)")
                .param("product", product(offer).value())
                .query(Integer.class)
                .single();
    }

    private List<Long> prices() {
        return prices(search);
    }

    private List<Long> prices(Search at) {
        return at.find(SearchQuery.of(Marketplaces.US, word)).hits().stream()
                .map(it -> it.lowestPrice().minor())
                .toList();
    }

    private SearchResults find() {
        return search.find(SearchQuery.of(Marketplaces.US, word));
    }
}
