package org.openstall.migration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.catalog.Addition;
import org.openstall.catalog.Catalog;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.OfferSummary;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.springframework.stereotype.Component;

/**
 * A file of products into the catalogue, and offers on those that nobody offers yet in the US marketplace: by the
 * sellers of the demo, each product by one or two of them, or by a store of its own where there is no demo. All that
 * is chosen is chosen by the product's id in the file, so that a second run chooses the same.
 */
@Component
class CatalogFormat implements HistoryFormat {
    private static final String DEMO = "demo";
    private static final int BATCH = 1_000;
    private static final int ONE_IN_SO_MANY_HAS_TWO_OFFERS = 4;
    private static final int SECOND_OFFER_PERCENT = 103;

    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Catalog catalog;
    private final Offers offers;
    private final Clock clock;

    CatalogFormat(Marketplaces marketplaces, Sellers sellers, Catalog catalog, Offers offers, Clock clock) {
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.catalog = catalog;
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CatalogFile.SOURCE;
    }

    @Override
    public boolean hasTimes() {
        return false;
    }

    @Override
    public ImportReport run(Path source, ImportOptions options, Rejects rejects, Progress progress) {
        Marketplace marketplace = marketplaces.get(Marketplaces.US);
        CatalogFile file = new CatalogFile(source, marketplace.currency());
        Counts counts = new Counts();
        List<SellerId> stores = stores(marketplace);
        List<CatalogFile.Entry> batch = new ArrayList<>(BATCH);
        progress.begin(ImportStage.PRODUCTS, file.approximateSize());
        file.forEach(rejects, entry -> {
            batch.add(entry);
            if (batch.size() == BATCH) {
                add(batch, marketplace, stores, counts);
                progress.advance(batch.size());
                batch.clear();
            }
        });
        add(batch, marketplace, stores, counts);
        progress.advance(batch.size());
        return counts.report();
    }

    private static final class Counts {
        private long products;
        private long matched;
        private long offers;

        ImportReport report() {
            return new ImportReport(Map.of(
                    ImportCount.NEW_PRODUCTS, products,
                    ImportCount.KNOWN_PRODUCTS, matched,
                    ImportCount.NEW_OFFERS, offers));
        }
    }

    private List<SellerId> stores(Marketplace marketplace) {
        Map<String, SellerId> demo = new TreeMap<>(sellers.importedFrom(DEMO));
        return demo.isEmpty()
                ? List.of(sellers.open(new NewSeller(
                        "Catalogue Store",
                        "Austin, TX",
                        marketplace.id(),
                        clock.instant(),
                        CatalogFile.SOURCE,
                        "store")))
                : List.copyOf(demo.values());
    }

    private void add(List<CatalogFile.Entry> batch, Marketplace marketplace, List<SellerId> stores, Counts counts) {
        List<Addition> additions =
                catalog.addAll(batch.stream().map(CatalogFile.Entry::product).toList());
        long added = additions.stream().filter(Addition.Added.class::isInstance).count();
        counts.products += added;
        counts.matched += additions.size() - added;
        Set<ProductId> offered =
                offers
                        .summaries(
                                marketplace.id(),
                                additions.stream().map(Addition::id).collect(Collectors.toSet()))
                        .stream()
                        .map(OfferSummary::product)
                        .collect(Collectors.toSet());
        Map<OfferKey, NewOffer> news = new TreeMap<>();
        for (int i = 0; i < batch.size(); i++) {
            CatalogFile.Entry entry = batch.get(i);
            ProductId product = additions.get(i).id();
            if (entry.price() != null && offered.add(product)) {
                news.putAll(offersOn(entry, entry.price(), product, marketplace, stores));
            }
        }
        counts.offers += offers.listAll(List.copyOf(news.values()));
    }

    private static Map<OfferKey, NewOffer> offersOn(
            CatalogFile.Entry entry, Money price, ProductId product, Marketplace marketplace, List<SellerId> stores) {
        int chance = Math.floorMod(entry.id().hashCode() * 0x9E3779B1, 1 << 20);
        Sku sku = sku(entry.id());
        int first = chance % stores.size();
        List<NewOffer> both = new ArrayList<>(
                List.of(offer(new OfferKey(stores.get(first), marketplace.id(), sku), product, price, chance)));
        if (stores.size() > 1 && chance / stores.size() % ONE_IN_SO_MANY_HAS_TWO_OFFERS == 0) {
            SellerId second = stores.get((first + 1) % stores.size());
            both.add(offer(
                    new OfferKey(second, marketplace.id(), sku),
                    product,
                    price.fraction(SECOND_OFFER_PERCENT, 100),
                    chance / 7));
        }
        return both.stream().collect(Collectors.toMap(NewOffer::key, Function.identity()));
    }

    private static NewOffer offer(OfferKey key, ProductId product, Money price, int chance) {
        return new NewOffer(key, product, Condition.NEW, Terms.of(price, 5 + chance % 96), true);
    }

    /** The product's id in the file; one that is no SKU is told by its digest. */
    private static Sku sku(String id) {
        String readable = "CAT-" + id;
        return new Sku(
                Sku.isValid(readable)
                        ? readable
                        : "CAT-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
    }
}
