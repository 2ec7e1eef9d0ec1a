package org.openstall.listings;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What files say of an offer, how its history words that, and how it is taken over, in SQL. */
enum StagedTerm {
    PRICE(
            "price",
            StagedColumn.PRICE,
            "new_price <> price_minor",
            "currency || ' ' || price_minor * :unit",
            "currency || ' ' || new_price * :unit",
            "price_minor = coalesce(s.price_minor, o.price_minor)"),
    MINIMUM(
            "minimum",
            StagedColumn.MINIMUM,
            "new_min is distinct from min_price_minor",
            "coalesce(currency || ' ' || min_price_minor * :unit, '')",
            "coalesce(currency || ' ' || new_min * :unit, '')",
            "min_price_minor = nullif(coalesce(s.min_price_minor, o.min_price_minor), 0)"),
    MAXIMUM(
            "maximum",
            StagedColumn.MAXIMUM,
            "new_max is distinct from max_price_minor",
            "coalesce(currency || ' ' || max_price_minor * :unit, '')",
            "coalesce(currency || ' ' || new_max * :unit, '')",
            "max_price_minor = nullif(coalesce(s.max_price_minor, o.max_price_minor), 0)"),
    QUANTITY(
            "quantity", StagedColumn.QUANTITY, "new_quantity <> quantity", "quantity::text", "new_quantity::text", """
                    quantity = coalesce(s.quantity, o.quantity),
                    reviewed_at = case when s.quantity is null then o.reviewed_at else :now end"""),
    HANDLING(
            "handling",
            StagedColumn.HANDLING_MOST,
            "(new_least, new_most) is distinct from (handling_least, handling_most)",
            "concat_ws('–', nullif(handling_least, handling_most), handling_most)",
            "concat_ws('–', nullif(new_least, new_most), new_most)",
            """
                    handling_least = case when s.handling_most is null then o.handling_least else s.handling_least end,
                    handling_most = nullif(coalesce(s.handling_most, o.handling_most), -1)"""),
    NOTE(
            "note",
            StagedColumn.NOTE,
            "new_note <> note",
            "note",
            "new_note",
            "note = nullif(coalesce(s.note, o.note), '')"),
    GIFT_MESSAGE(
            "gift-message",
            StagedColumn.GIFT_MESSAGE,
            "new_gift_message <> gift_message",
            "gift_message::text",
            "new_gift_message::text",
            "gift_message = coalesce(s.gift_message, o.gift_message)"),
    GIFT_WRAP(
            "gift-wrap",
            StagedColumn.GIFT_WRAP,
            "new_gift_wrap <> gift_wrap",
            "gift_wrap::text",
            "new_gift_wrap::text",
            "gift_wrap = coalesce(s.gift_wrap, o.gift_wrap)"),
    SHIPPING(
            "shipping",
            StagedColumn.TEMPLATE,
            "new_template is distinct from shipping_template",
            "coalesce(shipping_template::text, '')",
            "new_template::text",
            "shipping_template = coalesce(s.shipping_template, o.shipping_template)"),
    STATUS(
            "status",
            null,
            "new_open <> open",
            "'inactive'",
            "case when free then 'active' else 'suppressed' end",
            "open = o.open or s.action = 'PUT'");

    private final String field;
    private final @Nullable StagedColumn column;
    private final String changes;
    private final String before;
    private final String after;
    private final String change;

    StagedTerm(
            String field, @Nullable StagedColumn column, String changes, String before, String after, String change) {
        this.field = field;
        this.column = column;
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.change = change;
    }

    /** To compare all terms for each row, and to write them, takes a while. */
    static List<StagedTerm> saidBy(Staged staged) {
        return Arrays.stream(values()).filter(it -> it.isSaidBy(staged)).toList();
    }

    /** The status has no column: it comes with listing an offer anew. */
    private boolean isSaidBy(Staged staged) {
        return column == null ? staged.has(StagedRow.Action.PUT) : staged.says(column);
    }

    /** As the history of offers names it. */
    String field() {
        return field;
    }

    /** Whether what a row says differs from what is so. */
    String changes() {
        return changes;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    String change() {
        return change;
    }
}
