package org.openstall.migration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Category;
import org.openstall.catalog.ExternalId;
import org.openstall.catalog.NewProduct;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.fulfilment.Label;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Address;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.ordering.OrderStatus;
import org.openstall.ordering.Orders;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history of the Brazilian marketplace Olist, as its public data set tells it. One order per order and seller;
 * offers are ended ones, since history knows prices but no stock. Order ids are made from the original ones, so
 * that an import run twice meets its own orders.
 */
@Component
class OlistFormat implements HistoryFormat {
    static final String SOURCE = "olist";
    private static final int BATCH = 1_000;

    private final Marketplaces marketplaces;
    private final Sellers sellers;
    private final Catalog catalog;
    private final Offers offers;
    private final Orders orders;
    private final Shipments shipments;
    private final FeedbackDesk feedback;
    private final TransactionTemplate transaction;

    OlistFormat(
            Marketplaces marketplaces,
            Sellers sellers,
            Catalog catalog,
            Offers offers,
            Orders orders,
            Shipments shipments,
            FeedbackDesk feedback,
            TransactionTemplate transaction) {
        this.marketplaces = marketplaces;
        this.sellers = sellers;
        this.catalog = catalog;
        this.offers = offers;
        this.orders = orders;
        this.shipments = shipments;
        this.feedback = feedback;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public boolean hasTimes() {
        return true;
    }

    @Override
    public ImportReport run(Path source, ImportOptions options, Rejects rejects, Progress progress) {
        OlistFiles files = OlistFiles.in(source);
        Marketplace marketplace = marketplaces.get(Marketplaces.BR);
        OlistHistory history = new OlistHistory(marketplace, options.until());
        history.read(files, rejects, progress);
        Instant first = history.sales().values().stream()
                .map(it -> it.orderedAt)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Counts counts = new Counts();
        Map<String, SellerId> sellerIds = openSellers(history, marketplace, first, counts, progress);
        Map<String, ProductId> productIds = addProducts(history, counts, progress);
        addOffers(history, marketplace, sellerIds, productIds, counts, progress);
        addOrders(history, marketplace, sellerIds, productIds, counts, progress);
        return counts.report(history);
    }

    private static final class Counts {
        private final Map<ImportCount, Long> counts = new EnumMap<>(ImportCount.class);

        void add(ImportCount what, long count) {
            counts.merge(what, count, Long::sum);
        }

        ImportReport report(OlistHistory history) {
            if (history.withoutItems() > 0) {
                add(ImportCount.ORDERS_WITHOUT_ITEMS, history.withoutItems());
            }
            if (history.later() > 0) {
                add(ImportCount.LATER_ORDERS, history.later());
            }
            return new ImportReport(counts);
        }
    }

    private Map<String, SellerId> openSellers(
            OlistHistory history, Marketplace marketplace, Instant since, Counts counts, Progress progress) {
        Map<String, SellerId> known = new HashMap<>(sellers.importedFrom(SOURCE));
        List<OlistHistory.Seller> fresh = history.sellers().values().stream()
                .filter(it -> !known.containsKey(it.id()))
                .toList();
        progress.begin(ImportStage.SELLERS, fresh.size());
        for (List<OlistHistory.Seller> batch : batches(fresh)) {
            List<SellerId> ids = sellers.openAll(batch.stream()
                    .map(it -> new NewSeller(
                            "Seller " + shortId(it.id()),
                            place(it.city(), it.state()),
                            marketplace.id(),
                            since,
                            SOURCE,
                            it.id()))
                    .toList());
            for (int i = 0; i < batch.size(); i++) {
                known.put(batch.get(i).id(), ids.get(i));
            }
            progress.advance(batch.size());
        }
        counts.add(ImportCount.NEW_SELLERS, fresh.size());
        return known;
    }

    private Map<String, ProductId> addProducts(OlistHistory history, Counts counts, Progress progress) {
        Map<String, ProductId> known = new HashMap<>(
                catalog.findByExternalIds(SOURCE, history.products().keySet()));
        List<OlistHistory.Product> fresh = history.products().values().stream()
                .filter(it -> !known.containsKey(it.id()))
                .toList();
        progress.begin(ImportStage.PRODUCTS, fresh.size());
        for (List<OlistHistory.Product> batch : batches(fresh)) {
            catalog.addAll(batch.stream().map(OlistFormat::product).toList());
            progress.advance(batch.size());
        }
        counts.add(ImportCount.NEW_PRODUCTS, fresh.size());
        return catalog.findByExternalIds(SOURCE, history.products().keySet());
    }

    private static NewProduct product(OlistHistory.Product product) {
        String words =
                product.category().isEmpty() ? "product" : product.category().replace('_', ' ');
        return new NewProduct(
                capitalized(words) + " " + shortId(product.id()),
                null,
                category(product),
                null,
                null,
                Map.of(),
                List.of(),
                null,
                new ExternalId(SOURCE, product.id()));
    }

    private static String category(OlistHistory.Product product) {
        String slug = product.category().replace('_', '-');
        return Category.isSlug(slug) ? slug : "other";
    }

    /** An ended offer for each product that a seller has ever sold, at its latest price. */
    private void addOffers(
            OlistHistory history,
            Marketplace marketplace,
            Map<String, SellerId> sellerIds,
            Map<String, ProductId> productIds,
            Counts counts,
            Progress progress) {
        Map<OfferKey, NewOffer> latest = new TreeMap<>();
        history.sales().values().stream()
                .sorted((one, other) -> one.orderedAt.compareTo(other.orderedAt))
                .forEach(sale -> sale.itemsBySeller.forEach((seller, items) -> items.stream()
                        .filter(it -> it.price().isPositive())
                        .forEach(item -> {
                            OfferKey key =
                                    new OfferKey(get(sellerIds, seller), marketplace.id(), new Sku(item.product()));
                            latest.put(
                                    key,
                                    new NewOffer(
                                            key,
                                            get(productIds, item.product()),
                                            Condition.NEW,
                                            Terms.of(item.price(), 0),
                                            false));
                        })));
        progress.begin(ImportStage.OFFERS, latest.size());
        for (List<NewOffer> batch : batches(latest.values())) {
            counts.add(ImportCount.NEW_OFFERS, offers.listAll(batch));
            progress.advance(batch.size());
        }
    }

    private void addOrders(
            OlistHistory history,
            Marketplace marketplace,
            Map<String, SellerId> sellerIds,
            Map<String, ProductId> productIds,
            Counts counts,
            Progress progress) {
        progress.begin(ImportStage.ORDERS, history.sales().size());
        for (List<OlistHistory.Sale> batch : batches(history.sales().values())) {
            List<Order> all = new ArrayList<>();
            List<Parcel> parcels = new ArrayList<>();
            List<Feedback> opinions = new ArrayList<>();
            for (OlistHistory.Sale sale : batch) {
                sale.itemsBySeller.forEach((seller, items) -> {
                    Order order = order(sale, get(sellerIds, seller), seller, items, marketplace, productIds);
                    all.add(order);
                    if (sale.confirmedAt != null && !sale.cancelled) {
                        parcels.add(parcel(order, sale.confirmedAt, sale.deliveredAt));
                    }
                    sale.reviews.forEach(it -> opinions.add(feedback(order, it)));
                });
            }
            transaction.executeWithoutResult(status -> {
                counts.add(ImportCount.NEW_ORDERS, orders.recordHistory(all).size());
                counts.add(ImportCount.SHIPMENTS, shipments.recordHistory(parcels));
                counts.add(ImportCount.FEEDBACK, feedback.recordHistory(opinions));
            });
            progress.advance(batch.size());
        }
    }

    private static Order order(
            OlistHistory.Sale sale,
            SellerId seller,
            String externalSeller,
            List<OlistHistory.Item> items,
            Marketplace marketplace,
            Map<String, ProductId> productIds) {
        Map<String, OrderLine> lines = new LinkedHashMap<>();
        Money total = Money.zero(marketplace.currency());
        Money freight = Money.zero(marketplace.currency());
        Instant shipBy = Instant.EPOCH;
        for (OlistHistory.Item item : items.stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList()) {
            total = total.plus(item.price());
            freight = freight.plus(item.freight());
            shipBy = item.shipBy().isAfter(shipBy) ? item.shipBy() : shipBy;
            lines.merge(
                    item.product() + " " + item.price(),
                    new OrderLine(
                            lines.size() + 1,
                            new Sku(item.product()),
                            get(productIds, item.product()),
                            "Product " + shortId(item.product()),
                            1,
                            item.price()),
                    (one, more) -> new OrderLine(
                            one.number(), one.sku(), one.product(), one.title(), one.quantity() + 1, one.unitPrice()));
        }
        OlistHistory.Customer customer = sale.customer;
        String name = "Customer " + shortId(customer.uniqueId());
        return new Order(
                orderId(sale.id, externalSeller),
                seller,
                marketplace.id(),
                new BuyerId(OlistHistory.idOf("customer", customer.uniqueId())),
                name,
                sale.id,
                sale.cancelled ? OrderStatus.CANCELLED : OrderStatus.UNSHIPPED,
                sale.orderedAt,
                shipBy,
                null,
                sale.promisedBy,
                null,
                new Address(
                        name,
                        "",
                        "",
                        capitalized(customer.city()),
                        customer.state(),
                        customer.postalCode(),
                        marketplace.country(),
                        ""),
                total,
                freight,
                null,
                null,
                sale.cancelled ? sale.orderedAt : null,
                sale.cancelled ? CancelReason.UNKNOWN : null,
                List.copyOf(lines.values()));
    }

    private static Parcel parcel(Order order, Instant confirmedAt, @Nullable Instant deliveredAt) {
        List<Parcel.Scan> scans = new ArrayList<>(List.of(new Parcel.Scan(Parcel.Kind.PICKED_UP, confirmedAt, "")));
        if (deliveredAt != null) {
            scans.add(new Parcel.Scan(Parcel.Kind.DELIVERED, deliveredAt, ""));
        }
        return new Parcel(
                order.seller(),
                order.id(),
                1,
                new Label(Carrier.OTHER, "", null, null, "", ServiceLevel.STANDARD),
                List.of(),
                confirmedAt,
                deliveredAt,
                scans);
    }

    private static Feedback feedback(Order order, OlistHistory.Review review) {
        return new Feedback(
                order.seller(),
                order.id(),
                OlistHistory.idOf("review", review.id(), order.id().value()),
                order.marketplace(),
                order.buyer(),
                order.buyerName(),
                review.stars(),
                Feedback.Answers.NONE,
                review.comment(),
                review.answeredAt(),
                review.endedAt(),
                review.endedAt() == null ? null : Feedback.End.SUPERSEDED);
    }

    private static OrderId orderId(String order, String seller) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((order + "/" + seller).getBytes(StandardCharsets.UTF_8));
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < 17; i++) {
                digits.append((digest[i] & 0xff) % 10);
            }
            return new OrderId(digits.substring(0, 3) + "-" + digits.substring(3, 10) + "-" + digits.substring(10));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T get(Map<String, T> ids, String external) {
        T id = ids.get(external);
        if (id == null) {
            throw new IllegalStateException("No id for " + external);
        }
        return id;
    }

    private static <T> List<List<T>> batches(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < list.size(); i += BATCH) {
            batches.add(list.subList(i, Math.min(list.size(), i + BATCH)));
        }
        return batches;
    }

    private static String shortId(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private static String place(String city, String state) {
        return capitalized(city) + (state.isEmpty() ? "" : ", " + state);
    }

    /** Olist writes names of cities in small letters. */
    private static String capitalized(String words) {
        StringBuilder text = new StringBuilder(words);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
