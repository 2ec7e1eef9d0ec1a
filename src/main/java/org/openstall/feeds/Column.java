package org.openstall.feeds;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of files that are used here, by all the names that have been seen for them. */
enum Column {
    SKU("sku", "seller-sku", "item-sku", "merchant-sku", "商品管理番号", "出品者sku"),
    PRICE("price", "standard-price", "販売価格"),
    MINIMUM("minimum-seller-allowed-price", "販売価格の下限設定"),
    MAXIMUM("maximum-seller-allowed-price", "販売価格の上限設定"),
    QUANTITY("quantity", "在庫数"),
    HANDLING("handling-time", "leadtime-to-ship", "fulfillment-latency", "handling-days", "出荷作業日数"),
    CHANNEL("fulfillment-channel", "fulfillment-center-id", "出荷経路"),
    CURRENCY("currency", "通貨コード"),
    PRODUCT_ID("product-id"),
    PRODUCT_ID_TYPE("product-id-type"),
    CONDITION("item-condition", "condition-type", "condition"),
    NOTE("item-note", "condition-note"),
    SHIPPING_TEMPLATE("merchant-shipping-group-name", "merchant-shipping-group"),
    GIFT_MESSAGE("offering-can-be-gift-messaged"),
    GIFT_WRAP("offering-can-be-giftwrapped", "offering-can-be-gift-wrapped"),
    ACTION("add-delete", "update-delete", "アップデート・削除"),
    ORDER_ID("order-id", "amazon-order-id", "注文番号"),
    ORDER_ITEM_ID("order-item-id", "注文商品番号"),
    CARRIER_CODE("carrier-code", "配送業者コード"),
    CARRIER_NAME("carrier-name", "配送業者名"),
    TRACKING_NUMBER("tracking-number", "お問い合わせ伝票番号"),
    SHIP_METHOD("ship-method", "配送方法"),
    PRODUCT_TYPE("product-type", "feed-product-type", "商品タイプ"),
    TITLE("title", "item-name", "商品名"),
    BRAND("brand", "brand-name", "ブランド名"),
    PRODUCT_CODE("product-code", "external-product-id", "商品コード(janコード等)"),
    PRODUCT_CODE_TYPE("external-product-id-type", "商品コードのタイプ"),
    CATEGORY("category"),
    DESCRIPTION("description", "product-description", "商品説明文"),
    IMAGE("image-url", "main-image-url", "商品メイン画像url"),
    PARENTAGE("parent-child", "parentage", "parentage-level", "親子関係の指定");

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            for (String name : column.names.split("\\|", -1)) {
                BY_NAME.put(plain(name), column);
            }
        }
    }

    /** With bars between them, the first for messages. */
    private final String names;

    Column(String... names) {
        this.names = String.join("|", names);
    }

    /** The name under which messages speak of it. */
    String title() {
        return names.substring(0, (names + '|').indexOf('|'));
    }

    static @Nullable Column named(String text) {
        return BY_NAME.get(plain(text));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-');
    }
}
