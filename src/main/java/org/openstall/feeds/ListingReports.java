package org.openstall.feeds;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.SheetText;
import org.openstall.listings.Condition;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplace;
import org.openstall.shipping.SellerShipping;
import org.openstall.shipping.Templates;
import org.springframework.stereotype.Service;

/** Writes a seller's listings as tab-separated text, in stretches, so that a million need no more memory than ten. */
@Service
public class ListingReports {
    private static final int STRETCH = 1_000;
    private static final DateTimeFormatter OPEN_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.US);

    private final Inventory inventory;
    private final Catalog catalog;
    private final Templates templates;

    ListingReports(Inventory inventory, Catalog catalog, Templates templates) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.templates = templates;
    }

    public void write(ListingReport report, SellerId seller, Marketplace marketplace, Appendable out)
            throws IOException {
        List<String> columns = report.columns();
        out.append(String.join("\t", columns)).append('\n');
        SellerShipping shipping = templates.shipping(seller, marketplace.id());
        inventory.catchUp(seller, marketplace.id());
        String after = null;
        do {
            Page<Offer> stretch = inventory
                    .page(seller, marketplace.id(), new InventoryQuery(report.filter(), null, after, STRETCH))
                    .map(InventoryItem::offer);
            Map<ProductId, Product> products = catalog.find(
                    stretch.items().stream().map(Offer::product).distinct().toList());
            for (Offer offer : stretch.items()) {
                Map<String, String> cells = cells(offer, products.get(offer.product()), marketplace.zone());
                cells.put(
                        "merchant-shipping-group",
                        shipping.template(offer.shippingTemplate()).name());
                String separator = "";
                for (String column : columns) {
                    out.append(separator).append(SheetText.cell(cells.getOrDefault(column, "")));
                    separator = "\t";
                }
                out.append('\n');
            }
            after = stretch.next();
        } while (after != null);
    }

    private static Map<String, String> cells(Offer offer, @Nullable Product product, ZoneId zone) {
        Map<String, String> cells = new HashMap<>();
        String sku = offer.key().sku().value();
        String asin = offer.product().value();
        cells.put("sku", sku);
        cells.put("seller-sku", sku);
        cells.put("asin", asin);
        cells.put("asin1", asin);
        cells.put("product-id", asin);
        cells.put("product-id-type", "1");
        cells.put("price", offer.price().toDecimal().toPlainString());
        cells.put("quantity", Integer.toString(offer.quantity()));
        cells.put("open-date", OPEN_DATE.format(offer.openedAt().atZone(zone)));
        cells.put("item-is-marketplace", "y");
        cells.put("item-note", Objects.requireNonNullElse(offer.terms().note(), ""));
        cells.put("item-condition", code(offer.condition()));
        cells.put("pending-quantity", "0");
        cells.put("fulfillment-channel", "DEFAULT");
        cells.put("status", offer.active() ? "Active" : "Inactive");
        if (product != null) {
            cells.put("item-name", product.title());
            cells.put("item-description", Objects.requireNonNullElse(product.description(), ""));
            cells.put("image-url", Objects.requireNonNullElse(product.imageUrl(), ""));
        }
        return cells;
    }

    private static String code(Condition condition) {
        return switch (condition) {
            case USED_LIKE_NEW -> "1";
            case USED_VERY_GOOD -> "2";
            case USED_GOOD -> "3";
            case USED_ACCEPTABLE -> "4";
            case COLLECTIBLE -> "5";
            case RENEWED -> "10";
            case NEW -> "11";
        };
    }
}
