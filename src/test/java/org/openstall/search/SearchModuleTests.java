package org.openstall.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstall.OpenstallTest;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferChanged;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** On an index of its own, which the program's listeners do not write to. */
@OpenstallTest
class SearchModuleTests {
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private Catalog catalog;

    @Autowired
    private Offers offers;

    @Autowired
    private Marketplaces marketplaces;

    private ProductIndex index;
    private IndexUpdates updates;
    private IndexMending mending;
    private Search search;

    @BeforeEach
    void open(@TempDir Path directory) {
        this.index = new ProductIndex(directory);
        this.updates = new IndexUpdates(index, catalog, offers, marketplaces);
        this.mending = new IndexMending(index, updates, offers, marketplaces);
        this.search = new Search(index, marketplaces);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_changed_offer_changes_what_is_found() {
        OfferKey offer = list();
        follow(offer);
        assertThat(find().hits()).extracting(it -> it.lowestPrice().minor()).containsExactly(1_000L);

        offers.edit(offer, OfferEdit.price(Money.of(900, "USD")), "test");
        follow(offer);
        assertThat(find().hits()).extracting(it -> it.lowestPrice().minor()).containsExactly(900L);

        offers.edit(offer, OfferEdit.quantity(0), "test");
        follow(offer);
        assertThat(find().hits()).extracting(SearchHit::inStock).containsExactly(false);

        offers.edit(offer, OfferEdit.open(false), "test");
        follow(offer);
        assertThat(find().total()).isZero();
    }

    @Test
    void an_index_that_differs_from_the_offers_is_mended() {
        OfferKey listed = list();
        index.write(
                List.of(ListedProducts.on(Marketplaces.US, "B0NEVERLIS", word + " never listed", "Nobody", "toys", 5)),
                List.of());

        assertThat(mending.mend()).isGreaterThanOrEqualTo(2);
        assertThat(find().hits()).extracting(SearchHit::product).containsExactly(product(listed));

        offers.edit(listed, OfferEdit.price(Money.of(800, "USD")), "test");
        mending.mend();
        assertThat(find().hits()).extracting(it -> it.lowestPrice().minor()).containsExactly(800L);
    }

    private OfferKey list() {
        ProductId product =
                catalog.add(NewProduct.of("Search " + word, "Nobody", "toys")).id();
        OfferKey key = new OfferKey(SellerId.random(), Marketplaces.US, new Sku("search"));
        offers.listAll(List.of(new NewOffer(key, product, Condition.NEW, Terms.of(Money.of(1_000, "USD"), 5), true)));
        return key;
    }

    private ProductId product(OfferKey offer) {
        return offers.find(offer).orElseThrow().product();
    }

    private void follow(OfferKey offer) {
        updates.on(new OfferChanged(offer.marketplace(), product(offer), offer.seller(), offer.sku()));
    }

    private SearchResults find() {
        return search.find(SearchQuery.of(Marketplaces.US, word));
    }
}
