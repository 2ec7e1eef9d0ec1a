package org.openstall.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ExternalId;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.GtinRefusal;
import org.openstall.catalog.NewProduct;
import org.openstall.kernel.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CSV file of products, one a row. A row without id or title is rejected; a code, price or attributes that cannot
 * be used are named in the rejects, and the product comes in without them.
 */
final class CatalogFile {
    static final String SOURCE = "catalog";

    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "brand",
            "ean",
            "short_description",
            "price_cents",
            "product_type",
            "attributes_json",
            "image_url");

    /** More than any product needs, and less than what an index of the database can hold. */
    private static final Map<String, Integer> LONGEST =
            Map.of("id", 200, "title", 1_000, "brand", 200, "product_type", 200, "image_url", 2_000);

    /** A price at which somebody may still ask a few percent more. */
    private static final long MOST_CENTS = 1_000_000_00L;

    private static final TypeReference<LinkedHashMap<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;|]+");
    private static final Pattern UNDERSCORES = Pattern.compile("_+");
    private static final Pattern ZERO_DECIMALS = Pattern.compile("\\.0+$");

    private final Path path;
    private final CsvRows rows;
    private final Currency currency;
    private final ProductCategories categories = new ProductCategories();
    private final JsonMapper json = new JsonMapper();

    /** A product and its price, which is null where the file has none that can be used. */
    record Entry(String id, NewProduct product, @Nullable Money price) {}

    /** Refuses with {@link SourceUnusable} where there is no such file, or one without the columns. */
    CatalogFile(Path path, Currency currency) {
        if (!Files.isRegularFile(path)) {
            throw new SourceUnusable(null, ImportFailure.Reason.NO_FILE, path.toString());
        }
        this.path = path;
        this.rows = new CsvRows(path, COLUMNS);
        this.currency = currency;
    }

    long approximateSize() {
        return rows.approximateSize();
    }

    void forEach(Rejects rejects, Consumer<Entry> each) {
        rows.forEach(rejects, row -> each.accept(entry(row, rejects)));
    }

    private Entry entry(CsvRows.Row row, Rejects rejects) {
        LONGEST.forEach((column, longest) -> {
            if (row.get(column).length() > longest) {
                throw new RowRefused(column + " is longer than " + longest + " characters");
            }
        });
        String id = row.get("id").strip();
        String title = row.get("title").strip();
        if (id.isEmpty() || title.isEmpty()) {
            throw new RowRefused(id.isEmpty() ? "id is empty" : "title is empty");
        }
        String type = row.get("product_type").strip();
        NewProduct product = new NewProduct(
                title,
                orNull(row.get("brand")),
                categories.of(type, title),
                orNull(type),
                orNull(row.get("short_description")),
                attributes(row, rejects),
                codes(row, rejects),
                orNull(row.get("image_url")),
                new ExternalId(SOURCE, id));
        return new Entry(id, product, price(row, rejects));
    }

    private List<Gtin> codes(CsvRows.Row row, Rejects rejects) {
        List<Gtin> codes = new ArrayList<>();
        for (String text : BETWEEN_CODES.split(row.get("ean"), -1)) {
            if (!text.isEmpty()) {
                switch (Gtin.read(text)) {
                    case Gtin code -> codes.add(code);
                    case GtinRefusal refusal ->
                        rejects.add(
                                path,
                                row.line(),
                                "ean " + text + " " + sentence(refusal) + "; the product is imported without it");
                }
            }
        }
        return codes;
    }

    private static String sentence(GtinRefusal refusal) {
        return switch (refusal) {
            case NOT_DIGITS -> "has other signs than digits";
            case LENGTH -> "has not 8, 12, 13 or 14 digits";
            case CHECK_DIGIT -> "has a wrong check digit";
            case ALL_ZEROS -> "is nothing but zeros";
        };
    }

    private @Nullable Money price(CsvRows.Row row, Rejects rejects) {
        try {
            Money price = new Money(Long.parseLong(row.get("price_cents").strip()), currency);
            if (price.isPositive() && price.minor() <= MOST_CENTS) {
                return price;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, like a price of nothing.
        }
        rejects.add(
                path,
                row.line(),
                "price_cents is no whole number from 1 to " + MOST_CENTS + ": " + row.get("price_cents")
                        + "; the product is imported without an offer");
        return null;
    }

    private Map<String, String> attributes(CsvRows.Row row, Rejects rejects) {
        String text = row.get("attributes_json");
        if (text.isBlank()) {
            return Map.of();
        }
        Map<String, Object> read = read(text);
        if (read == null) {
            rejects.add(path, row.line(), "attributes_json is no JSON object; the product is imported without it");
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        read.forEach((name, value) -> attributes.put(readable(name), written(value)));
        if (attributes.toString().indexOf('\0') >= 0) {
            rejects.add(
                    path,
                    row.line(),
                    "attributes_json has a NUL character (U+0000), which is no text; the product is imported without it");
            return Map.of();
        }
        return attributes;
    }

    private @Nullable Map<String, Object> read(String text) {
        try {
            return json.readValue(text, ATTRIBUTES);
        } catch (JacksonException broken) {
            return null;
        }
    }

    /** {@code display_diagonal} becomes "Display diagonal". */
    private static String readable(String name) {
        String words = UNDERSCORES.matcher(name).replaceAll(" ").strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "Yes" : "No";
            case Number number -> ZERO_DECIMALS.matcher(number.toString()).replaceAll("");
            default -> value.toString();
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
