package org.openstall.feeds;

import java.io.IOException;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Sku;
import org.openstall.listings.StagedRow;

/** The rows of a flat file: price-and-quantity or inventory loader. A blank cell leaves as it is. */
final class FlatRows implements FileRows {
    private static final Set<Column> PRICE_AND_QUANTITY = EnumSet.range(Column.SKU, Column.CURRENCY);
    private static final Set<Column> LOADER = EnumSet.range(Column.SKU, Column.ACTION);

    private final boolean loader;
    private final Records records;
    private final Header header;
    private final Form form;
    private final Numbers numbers;
    private final Currency currency;
    private final Map<String, UUID> templates;
    private int record;

    FlatRows(FeedKind kind, Table table, Numbers numbers, Currency currency, Map<String, UUID> templates)
            throws FileRefused {
        this.loader = kind == FeedKind.INVENTORY_LOADER;
        this.records = table.records();
        this.header = table.header().checked(Column.SKU, useful(kind));
        this.form = new Form(table.encoding(), table.format(), header.ignored());
        this.numbers = numbers;
        this.currency = currency;
        this.templates = templates;
    }

    /** The columns that a kind of file uses. */
    static Set<Column> used(FeedKind kind) {
        return kind == FeedKind.INVENTORY_LOADER ? LOADER : PRICE_AND_QUANTITY;
    }

    private static Set<Column> useful(FeedKind kind) {
        Set<Column> useful = EnumSet.of(Column.PRICE, Column.MINIMUM, Column.MAXIMUM, Column.QUANTITY, Column.HANDLING);
        if (kind == FeedKind.INVENTORY_LOADER) {
            useful.addAll(EnumSet.of(
                    Column.ACTION,
                    Column.PRODUCT_ID,
                    Column.NOTE,
                    Column.SHIPPING_TEMPLATE,
                    Column.GIFT_MESSAGE,
                    Column.GIFT_WRAP));
        }
        return useful;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public @Nullable ReadRow next() throws IOException, FileRefused, AnswerNeeded {
        Records.Line line = records.next();
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
        return loader ? loaderRow(cells) : priceAndQuantityRow(cells);
    }

    private ReadRow refused(List<String> cells, Finding finding, Object... arguments) {
        Sku sku = header.sku(cells);
        return new ReadRow(sku, List.of(Issue.of(record, sku == null ? "" : sku.value(), finding, arguments)));
    }

    private ReadRow priceAndQuantityRow(List<String> cells) throws AnswerNeeded {
        RowFields fields = fields(cells);
        return edited(fields, cells, StagedRow.Action.EDIT, null, null);
    }

    private ReadRow loaderRow(List<String> cells) throws AnswerNeeded {
        RowFields fields = fields(cells);
        String action = Objects.requireNonNullElse(header.cell(cells, Column.ACTION), "a");
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "a" -> {
                String product = fields.product(
                        header.cell(cells, Column.PRODUCT_ID), header.cell(cells, Column.PRODUCT_ID_TYPE));
                String note = fields.note(header.cell(cells, Column.NOTE));
                yield edited(fields, cells, StagedRow.Action.PUT, product, note);
            }
            case "d" -> bare(fields, StagedRow.Action.EDIT, 0);
            case "x" -> bare(fields, StagedRow.Action.REMOVE, null);
            default -> {
                fields.say(Finding.ACTION_UNKNOWN, action);
                yield bare(fields, StagedRow.Action.EDIT, null);
            }
        };
    }

    private RowFields fields(List<String> cells) {
        return new RowFields(numbers, currency, record, header.cell(cells, Column.SKU), templates);
    }

    private ReadRow edited(
            RowFields fields,
            List<String> cells,
            StagedRow.Action action,
            @Nullable String product,
            @Nullable String note)
            throws AnswerNeeded {
        Sku sku = fields.sku();
        Long price = fields.price(Column.PRICE, header.cell(cells, Column.PRICE));
        Long minimum = fields.limit(Column.MINIMUM, header.cell(cells, Column.MINIMUM));
        Long maximum = fields.limit(Column.MAXIMUM, header.cell(cells, Column.MAXIMUM));
        Integer quantity = fields.quantity(header.cell(cells, Column.QUANTITY));
        Integer handling = fields.handling(header.cell(cells, Column.HANDLING));
        UUID template = loader ? fields.template(header.cell(cells, Column.SHIPPING_TEMPLATE)) : null;
        Boolean giftMessage = loader ? fields.yes(Column.GIFT_MESSAGE, header.cell(cells, Column.GIFT_MESSAGE)) : null;
        Boolean giftWrap = loader ? fields.yes(Column.GIFT_WRAP, header.cell(cells, Column.GIFT_WRAP)) : null;
        fields.currency(header.cell(cells, Column.CURRENCY));
        fields.channel(header.cell(cells, Column.CHANNEL));
        StagedRow row = sku == null
                ? null
                : new StagedRow(
                        record,
                        sku,
                        action,
                        null,
                        loader ? fields.condition(header.cell(cells, Column.CONDITION)) : null,
                        note,
                        price,
                        minimum,
                        maximum,
                        quantity,
                        null,
                        handling,
                        giftMessage,
                        giftWrap,
                        template);
        boolean nothing = action == StagedRow.Action.EDIT
                && price == null
                && minimum == null
                && maximum == null
                && quantity == null
                && handling == null
                && fields.issues().isEmpty();
        if (nothing) {
            fields.say(Finding.NOTHING_SAID);
        }
        return new ReadRow(sku, nothing || !fields.issues().isEmpty() ? null : row, product, fields.issues());
    }

    private ReadRow bare(RowFields fields, StagedRow.Action action, @Nullable Integer quantity) {
        Sku sku = fields.sku();
        StagedRow row =
                sku == null || !fields.issues().isEmpty() ? null : StagedRow.bare(record, sku, action, quantity);
        return new ReadRow(sku, row, null, fields.issues());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
