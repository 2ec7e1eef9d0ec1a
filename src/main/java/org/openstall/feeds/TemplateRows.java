package org.openstall.feeds;

import java.io.IOException;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Attribute;
import org.openstall.catalog.PageFields;
import org.openstall.catalog.PageTemplate;
import org.openstall.catalog.ProductTypes;
import org.openstall.kernel.Sku;
import org.openstall.listings.StagedRow;

/**
 * The rows of a product type's template: a page each, and what its seller wants to sell there. The columns of the
 * category templates that sellers have from elsewhere are understood as far as they say something here.
 */
final class TemplateRows implements FileRows {
    static final Set<Column> USED = EnumSet.of(
            Column.SKU,
            Column.PRICE,
            Column.MINIMUM,
            Column.MAXIMUM,
            Column.QUANTITY,
            Column.HANDLING,
            Column.CHANNEL,
            Column.CURRENCY,
            Column.ACTION,
            Column.CONDITION,
            Column.NOTE,
            Column.SHIPPING_TEMPLATE,
            Column.GIFT_MESSAGE,
            Column.GIFT_WRAP,
            Column.PRODUCT_TYPE,
            Column.TITLE,
            Column.BRAND,
            Column.PRODUCT_CODE,
            Column.PRODUCT_CODE_TYPE,
            Column.PARENTAGE,
            Column.CATEGORY,
            Column.DESCRIPTION,
            Column.IMAGE);

    private static final Set<Column> USEFUL =
            EnumSet.of(Column.TITLE, Column.PRODUCT_CODE, Column.PRICE, Column.QUANTITY, Column.HANDLING);

    private final Records records;
    private final Header header;
    private final Form form;
    private final Numbers numbers;
    private final Currency currency;
    private final Map<String, UUID> templates;

    /** Where the cells are that may be attributes. */
    private final Map<String, Integer> attributes = new HashMap<>();

    private int record;

    /** @param templates the seller's shipping templates by name, in small letters */
    TemplateRows(Table table, Numbers numbers, Currency currency, ProductTypes types, Map<String, UUID> templates)
            throws FileRefused {
        this.records = table.records();
        this.header = table.header().checked(Column.SKU, USEFUL);
        this.numbers = numbers;
        this.currency = currency;
        this.templates = templates;
        Set<String> known = types.list().stream()
                .flatMap(it -> it.attributes().stream())
                .map(Attribute::name)
                .collect(Collectors.toSet());
        for (int i = 0; i < header.names().size(); i++) {
            String name = header.names().get(i).toLowerCase(Locale.ROOT);
            if (known.contains(name) && !header.places().containsValue(i)) {
                attributes.putIfAbsent(name, i);
            }
        }
        List<String> ignored = header.ignored().stream()
                .filter(it -> !attributes.containsKey(it.toLowerCase(Locale.ROOT)))
                .toList();
        this.form = new Form(table.encoding(), table.format(), ignored);
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public @Nullable ReadRow next() throws IOException, FileRefused, AnswerNeeded {
        Records.Line line = records.next();
        while (line != null && !line.isTooLong() && isComment(line.cells())) {
            line = records.next();
        }
        if (line == null) {
            return null;
        }
        record++;
        List<String> cells = line.cells();
        if (line.isTooLong()) {
            return refused(cells, Finding.ROW_TOO_LONG, Lines.LONGEST);
        }
        if (cells.size() > header.width()
                && cells.subList(header.width(), cells.size()).stream().anyMatch(it -> !it.isBlank())) {
            return refused(cells, Finding.TOO_MANY_CELLS, header.width());
        }
        return row(cells);
    }

    private static boolean isComment(List<String> cells) {
        return !cells.isEmpty() && cells.getFirst().strip().startsWith(PageTemplate.COMMENT);
    }

    private ReadRow refused(List<String> cells, Finding finding, Object... arguments) {
        Sku sku = header.sku(cells);
        return new ReadRow(sku, List.of(Issue.of(record, sku == null ? "" : sku.value(), finding, arguments)));
    }

    private ReadRow row(List<String> cells) throws AnswerNeeded {
        RowFields fields = new RowFields(numbers, currency, record, header.cell(cells, Column.SKU), templates);
        Sku sku = fields.sku();
        String action = text(cells, Column.ACTION);
        String word = action.toLowerCase(Locale.ROOT).replaceAll("\\P{L}", "");
        switch (word.isEmpty() ? action.strip() : word) {
            case "", "a", "update", "partialupdate", "アップデート", "更新", "部分更新" -> {}
            case "x", "delete", "削除" -> {
                return removal(fields, sku);
            }
            default -> fields.say(Finding.ACTION_UNKNOWN, action);
        }
        String parentage = text(cells, Column.PARENTAGE);
        if (parentage.equalsIgnoreCase("parent") || parentage.equals("親")) {
            fields.say(Finding.PARENT_IGNORED);
            return new ReadRow(sku, fields.issues());
        }
        String code = code(fields, cells);
        StagedRow row = sku == null
                ? null
                : new StagedRow(
                        record,
                        sku,
                        StagedRow.Action.PUT,
                        null,
                        fields.condition(header.cell(cells, Column.CONDITION)),
                        fields.note(header.cell(cells, Column.NOTE)),
                        fields.price(Column.PRICE, header.cell(cells, Column.PRICE)),
                        fields.limit(Column.MINIMUM, header.cell(cells, Column.MINIMUM)),
                        fields.limit(Column.MAXIMUM, header.cell(cells, Column.MAXIMUM)),
                        fields.quantity(header.cell(cells, Column.QUANTITY)),
                        null,
                        fields.handling(header.cell(cells, Column.HANDLING)),
                        fields.yes(Column.GIFT_MESSAGE, header.cell(cells, Column.GIFT_MESSAGE)),
                        fields.yes(Column.GIFT_WRAP, header.cell(cells, Column.GIFT_WRAP)),
                        fields.template(header.cell(cells, Column.SHIPPING_TEMPLATE)));
        fields.currency(header.cell(cells, Column.CURRENCY));
        fields.channel(header.cell(cells, Column.CHANNEL));
        return new ReadRow(sku, fields.issues().isEmpty() ? row : null, code, fields.issues(), page(cells));
    }

    private ReadRow removal(RowFields fields, @Nullable Sku sku) {
        StagedRow row = sku == null ? null : StagedRow.bare(record, sku, StagedRow.Action.REMOVE, null);
        return new ReadRow(sku, row, null, fields.issues());
    }

    /** Where a product has no code, sellers leave it out, and some say beside it why. */
    private @Nullable String code(RowFields fields, List<String> cells) {
        String type = text(cells, Column.PRODUCT_CODE_TYPE);
        boolean none = type.equalsIgnoreCase("GCID") || type.equalsIgnoreCase("PZN");
        return none ? null : fields.product(header.cell(cells, Column.PRODUCT_CODE), type);
    }

    private WrittenPage page(List<String> cells) {
        Map<String, String> written = new HashMap<>();
        attributes.forEach((name, place) -> {
            if (place < cells.size() && !cells.get(place).isBlank()) {
                written.put(name, cells.get(place));
            }
        });
        PageFields fields = new PageFields(
                text(cells, Column.TITLE),
                text(cells, Column.BRAND),
                text(cells, Column.CATEGORY),
                text(cells, Column.DESCRIPTION),
                text(cells, Column.PRODUCT_CODE),
                text(cells, Column.IMAGE),
                written);
        return new WrittenPage(type(text(cells, Column.PRODUCT_TYPE)), fields);
    }

    /** The types of the media templates, by the names they have here. */
    private static String type(String written) {
        String plain = written.toUpperCase(Locale.ROOT).replace(' ', '_');
        return switch (plain) {
            case "ABIS_BOOK", "ABIS_BOOKS", "BOOKS" -> "BOOK";
            case "ABIS_MUSIC" -> "MUSIC";
            case "ABIS_DVD" -> "DVD";
            case "ABIS_VIDEO" -> "VIDEO";
            default -> plain;
        };
    }

    private String text(List<String> cells, Column column) {
        return Objects.requireNonNullElse(header.cell(cells, column), "");
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
