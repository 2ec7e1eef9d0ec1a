package org.openstall.migration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplace;

/**
 * Olist's tables, read and joined in memory: every order with its items by seller, its review in force and those
 * before, and its buyer. Times in the files are local to the marketplace.
 */
final class OlistHistory {
    private static final int LONGEST_ID = 200;
    private static final long MOST_MINOR = 100_000_000_00L;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final Marketplace marketplace;
    private final @Nullable Instant until;
    private final Map<String, Seller> sellers = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final Set<String> laterOrders = new HashSet<>();
    private long withoutItems;

    record Seller(String id, String city, String state) {}

    /** @param category in English words with underscores, or empty */
    record Product(String id, String category) {}

    record Customer(String uniqueId, String postalCode, String city, String state) {}

    record Item(int number, String product, Instant shipBy, Money price, Money freight) {}

    /** @param endedAt when a later answer took its place, if that is known by now */
    record Review(
            String id,
            int stars,
            String comment,
            Instant answeredAt,
            @Nullable Instant endedAt) {}

    /** One order of the source, possibly with several sellers. */
    static final class Sale {
        final String id;
        final Customer customer;
        final boolean cancelled;
        final Instant orderedAt;
        final Instant promisedBy;
        final @Nullable Instant confirmedAt;
        final @Nullable Instant deliveredAt;
        final Map<String, List<Item>> itemsBySeller = new LinkedHashMap<>();
        List<Review> reviews = new ArrayList<>();

        Sale(
                String id,
                Customer customer,
                boolean cancelled,
                Instant orderedAt,
                Instant promisedBy,
                @Nullable Instant confirmedAt,
                @Nullable Instant deliveredAt) {
            this.id = id;
            this.customer = customer;
            this.cancelled = cancelled;
            this.orderedAt = orderedAt;
            this.promisedBy = promisedBy;
            this.confirmedAt = confirmedAt;
            this.deliveredAt = deliveredAt;
        }

        boolean has(int item) {
            return itemsBySeller.values().stream().flatMap(List::stream).anyMatch(it -> it.number() == item);
        }
    }

    OlistHistory(Marketplace marketplace, @Nullable LocalDateTime until) {
        this.marketplace = marketplace;
        this.until = until == null ? null : until.atZone(marketplace.zone()).toInstant();
    }

    void read(OlistFiles files, Rejects rejects, Progress progress) {
        progress.begin(ImportStage.READING, files.bytes());
        readSellers(files.sellers(), rejects, progress);
        readProducts(files.products(), files.categories(), rejects, progress);
        Map<String, Customer> customers = readCustomers(files.customers(), rejects, progress);
        readOrders(files.orders(), customers, rejects, progress);
        readItems(files.items(), rejects, progress);
        readReviews(files.reviews(), rejects, progress);
        sales.values().removeIf(sale -> {
            boolean empty = sale.itemsBySeller.isEmpty();
            withoutItems += empty ? 1 : 0;
            return empty;
        });
        sales.values().forEach(sale -> sale.reviews = inForceOneAfterAnother(sale.reviews));
    }

    private void readSellers(CsvRows rows, Rejects rejects, Progress progress) {
        rows.forEach(rejects, progress::advance, row -> {
            String id = required(row, "seller_id");
            sellers.put(id, new Seller(id, row.get("seller_city"), row.get("seller_state")));
        });
    }

    private void readProducts(CsvRows rows, CsvRows categories, Rejects rejects, Progress progress) {
        Map<String, String> english = new HashMap<>();
        categories.forEach(
                rejects,
                progress::advance,
                row -> english.put(row.get("product_category_name"), row.get("product_category_name_english")));
        rows.forEach(rejects, progress::advance, row -> {
            String id = required(row, "product_id");
            if (!Sku.isValid(id)) {
                throw new RowRefused("product_id is no SKU of 1 to 40 visible characters: " + id);
            }
            String category = row.get("product_category_name");
            products.put(id, new Product(id, english.getOrDefault(category, category)));
        });
    }

    private static Map<String, Customer> readCustomers(CsvRows rows, Rejects rejects, Progress progress) {
        Map<String, Customer> customers = new HashMap<>();
        rows.forEach(rejects, progress::advance, row -> {
            customers.put(
                    required(row, "customer_id"),
                    new Customer(
                            required(row, "customer_unique_id"),
                            row.get("customer_zip_code_prefix"),
                            row.get("customer_city"),
                            row.get("customer_state")));
        });
        return customers;
    }

    private void readOrders(CsvRows rows, Map<String, Customer> customers, Rejects rejects, Progress progress) {
        rows.forEach(rejects, progress::advance, row -> {
            String id = required(row, "order_id");
            Customer customer = customers.get(row.get("customer_id"));
            if (customer == null) {
                throw new RowRefused("Unknown customer " + row.get("customer_id"));
            }
            Instant orderedAt = time(row, "order_purchase_timestamp");
            Instant handedOver = timeIfAny(row, "order_delivered_carrier_date");
            Instant delivered = timeIfAny(row, "order_delivered_customer_date");
            Instant promisedBy = marketplace.endOf(marketplace.dayOf(time(row, "order_estimated_delivery_date")));
            boolean calledOff = Set.of("canceled", "unavailable").contains(row.get("order_status"));
            if (sales.containsKey(id) || laterOrders.contains(id)) {
                throw new RowRefused("Order " + id + " stands in the file twice");
            }
            if (!isKnown(orderedAt)) {
                laterOrders.add(id);
                return;
            }
            Instant confirmedAt = handedOver != null && isKnown(handedOver) ? handedOver : null;
            sales.put(
                    id,
                    new Sale(
                            id,
                            customer,
                            calledOff && handedOver == null,
                            orderedAt,
                            promisedBy,
                            confirmedAt,
                            confirmedAt != null && delivered != null && isKnown(delivered) ? delivered : null));
        });
    }

    private void readItems(CsvRows rows, Rejects rejects, Progress progress) {
        rows.forEach(rejects, progress::advance, row -> {
            String order = required(row, "order_id");
            if (!sellers.containsKey(row.get("seller_id"))) {
                throw new RowRefused("Unknown seller " + row.get("seller_id"));
            }
            if (!products.containsKey(row.get("product_id"))) {
                throw new RowRefused("Unknown product " + row.get("product_id"));
            }
            Item item = new Item(
                    number(row, "order_item_id"),
                    row.get("product_id"),
                    time(row, "shipping_limit_date"),
                    money(row, "price"),
                    money(row, "freight_value"));
            Sale sale = sales.get(order);
            if (sale != null && sale.has(item.number())) {
                throw new RowRefused("Item " + item.number() + " of order " + order + " stands in the file twice");
            }
            if (sale != null) {
                sale.itemsBySeller
                        .computeIfAbsent(row.get("seller_id"), it -> new ArrayList<>())
                        .add(item);
            } else if (!laterOrders.contains(order)) {
                throw new RowRefused("Unknown order " + order);
            }
        });
    }

    private void readReviews(CsvRows rows, Rejects rejects, Progress progress) {
        rows.forEach(rejects, progress::advance, row -> {
            String order = required(row, "order_id");
            int stars = number(row, "review_score");
            if (stars < 1 || stars > 5) {
                throw new RowRefused("review_score is " + stars + ", not 1 to 5");
            }
            Instant answeredAt = time(row, "review_answer_timestamp");
            Sale sale = sales.get(order);
            if (sale != null && isKnown(answeredAt)) {
                String id = required(row, "review_id");
                sale.reviews.removeIf(it -> it.id().equals(id));
                sale.reviews.add(new Review(id, stars, comment(row), answeredAt, null));
            } else if (sale == null && !laterOrders.contains(order)) {
                throw new RowRefused("Unknown order " + order);
            }
        });
    }

    private static String comment(CsvRows.Row row) {
        return (row.get("review_comment_title").strip() + "\n"
                        + row.get("review_comment_message").strip())
                .strip();
    }

    /** Each answer is in force until the next one; the last of those given at the same time is the greatest id. */
    private static List<Review> inForceOneAfterAnother(List<Review> reviews) {
        List<Review> sorted = reviews.stream()
                .sorted(Comparator.comparing(Review::answeredAt).thenComparing(Review::id))
                .toList();
        List<Review> all = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Review review = sorted.get(i);
            all.add(new Review(
                    review.id(),
                    review.stars(),
                    review.comment(),
                    review.answeredAt(),
                    i + 1 < sorted.size() ? sorted.get(i + 1).answeredAt() : null));
        }
        return all;
    }

    private boolean isKnown(Instant fact) {
        return until == null || fact.isBefore(until);
    }

    private static String required(CsvRows.Row row, String column) {
        String value = row.get(column);
        if (value.isBlank()) {
            throw new RowRefused(column + " is empty");
        }
        if (value.length() > LONGEST_ID) {
            throw new RowRefused(column + " is longer than " + LONGEST_ID + " characters");
        }
        return value;
    }

    private Instant time(CsvRows.Row row, String column) {
        Instant time = timeIfAny(row, column);
        if (time == null) {
            throw new RowRefused(column + " is empty");
        }
        return time;
    }

    private @Nullable Instant timeIfAny(CsvRows.Row row, String column) {
        String value = row.get(column);
        if (value.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(value, TIME).atZone(marketplace.zone()).toInstant();
        } catch (DateTimeException impossible) {
            throw new RowRefused(column + " is no date and time like 2017-12-31 23:59:59: " + value);
        }
    }

    private static int number(CsvRows.Row row, String column) {
        try {
            return Integer.parseInt(row.get(column));
        } catch (NumberFormatException notANumber) {
            throw new RowRefused(column + " is no whole number: " + row.get(column));
        }
    }

    private Money money(CsvRows.Row row, String column) {
        try {
            Money amount = Money.ofDecimal(new BigDecimal(row.get(column)), marketplace.currency());
            if (amount.isNegative()) {
                throw new RowRefused(column + " is negative: " + row.get(column));
            }
            if (amount.minor() > MOST_MINOR) {
                throw new RowRefused(column + " is higher than any price: " + row.get(column));
            }
            return amount;
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            throw new RowRefused(column + " is no amount in " + marketplace.currency() + ": " + row.get(column));
        }
    }

    static UUID idOf(String... parts) {
        return UUID.nameUUIDFromBytes(("olist/" + String.join("/", parts)).getBytes(StandardCharsets.UTF_8));
    }

    Map<String, Seller> sellers() {
        return sellers;
    }

    Map<String, Product> products() {
        return products;
    }

    Map<String, Sale> sales() {
        return sales;
    }

    int later() {
        return laterOrders.size();
    }

    long withoutItems() {
        return withoutItems;
    }
}
