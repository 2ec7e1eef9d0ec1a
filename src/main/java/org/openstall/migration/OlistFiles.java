package org.openstall.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of an Olist data set, found and checked before anything is read. */
record OlistFiles(
        CsvRows orders,
        CsvRows items,
        CsvRows reviews,
        CsvRows customers,
        CsvRows products,
        CsvRows sellers,
        CsvRows categories) {

    /**
     * Finds the tables in a directory, and those that all extracts share also in its parent.
     *
     * @throws SourceUnusable naming every table that is missing, or the columns that one lacks
     */
    static OlistFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new SourceUnusable(null, ImportFailure.Reason.NO_DIRECTORY, directory.toString());
        }
        List<Path> here = List.of(directory);
        Path parent = directory.toAbsolutePath().normalize().getParent();
        List<Path> hereOrAbove = parent == null ? here : List.of(directory, parent);
        List<String> missing = new ArrayList<>();
        Function<String, Optional<Path>> own = name -> find(name, here, missing);
        Function<String, Optional<Path>> shared = name -> find(name, hereOrAbove, missing);
        Optional<Path> orders = own.apply("orders");
        Optional<Path> items = own.apply("order_items");
        Optional<Path> reviews = own.apply("order_reviews");
        Optional<Path> customers = own.apply("customers");
        Optional<Path> products = shared.apply("products");
        Optional<Path> sellers = shared.apply("sellers");
        Optional<Path> categories = shared.apply("product_category_name_translation");
        if (!missing.isEmpty()) {
            throw new SourceUnusable(
                    null, ImportFailure.Reason.FILES_MISSING, directory.toString(), String.join(", ", missing));
        }
        return new OlistFiles(
                new CsvRows(
                        orders.orElseThrow(),
                        List.of(
                                "order_id",
                                "customer_id",
                                "order_status",
                                "order_purchase_timestamp",
                                "order_delivered_carrier_date",
                                "order_delivered_customer_date",
                                "order_estimated_delivery_date")),
                new CsvRows(
                        items.orElseThrow(),
                        List.of(
                                "order_id",
                                "order_item_id",
                                "product_id",
                                "seller_id",
                                "shipping_limit_date",
                                "price",
                                "freight_value")),
                new CsvRows(
                        reviews.orElseThrow(),
                        List.of(
                                "review_id",
                                "order_id",
                                "review_score",
                                "review_comment_title",
                                "review_comment_message",
                                "review_answer_timestamp")),
                new CsvRows(
                        customers.orElseThrow(),
                        List.of(
                                "customer_id",
                                "customer_unique_id",
                                "customer_zip_code_prefix",
                                "customer_city",
                                "customer_state")),
                new CsvRows(products.orElseThrow(), List.of("product_id", "product_category_name")),
                new CsvRows(sellers.orElseThrow(), List.of("seller_id", "seller_city", "seller_state")),
                new CsvRows(
                        categories.orElseThrow(), List.of("product_category_name", "product_category_name_english")));
    }

    /** How large all of them are, packed if they are. */
    long bytes() {
        return Stream.of(orders, items, reviews, customers, products, sellers, categories)
                .mapToLong(CsvRows::bytes)
                .sum();
    }

    private static Optional<Path> find(String name, List<Path> directories, List<String> missing) {
        for (Path directory : directories) {
            for (String ending : List.of(".csv", ".csv.gz")) {
                Path file = directory.resolve(name + ending);
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
                }
            }
        }
        missing.add(name);
        return Optional.empty();
    }
}
