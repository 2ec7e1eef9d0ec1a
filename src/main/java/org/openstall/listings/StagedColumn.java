package org.openstall.listings;

import org.jspecify.annotations.Nullable;

/** What a staged row may say of an offer, in its column of {@code listings.staged_offer}. */
enum StagedColumn {
    PRODUCT("product_id"),
    CONDITION("condition"),
    NOTE("note"),
    PRICE("price_minor"),
    MINIMUM("min_price_minor"),
    MAXIMUM("max_price_minor"),
    QUANTITY("quantity"),
    HANDLING_LEAST("handling_least"),
    HANDLING_MOST("handling_most"),
    GIFT_MESSAGE("gift_message"),
    GIFT_WRAP("gift_wrap"),
    TEMPLATE("shipping_template");

    private final String sql;

    StagedColumn(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    @Nullable
    Object value(StagedRow row) {
        return switch (this) {
            case PRODUCT -> row.product();
            case CONDITION -> row.condition();
            case NOTE -> row.note();
            case PRICE -> row.price();
            case MINIMUM -> row.minimum();
            case MAXIMUM -> row.maximum();
            case QUANTITY -> row.quantity();
            case HANDLING_LEAST -> row.handlingLeast();
            case HANDLING_MOST -> row.handlingMost();
            case GIFT_MESSAGE -> row.giftMessage();
            case GIFT_WRAP -> row.giftWrap();
            case TEMPLATE -> row.template();
        };
    }
}
