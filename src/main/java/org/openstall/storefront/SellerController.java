package org.openstall.storefront;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.health.Health;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Inventory;
import org.openstall.listings.InventoryItem;
import org.openstall.listings.InventoryQuery;
import org.openstall.listings.Offer;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.openstall.sellers.Seller;
import org.openstall.sellers.Sellers;
import org.openstall.storefront.SellerPage.Item;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SellerController {
    private static final int FEEDBACK_A_PAGE = 10;
    private static final int ITEMS_AT_ONCE = 12;
    private static final int ITEMS_A_PAGE = 36;

    private final Sellers sellers;
    private final Health health;
    private final FeedbackDesk feedback;
    private final Inventory inventory;
    private final Catalog catalog;

    SellerController(Sellers sellers, Health health, FeedbackDesk feedback, Inventory inventory, Catalog catalog) {
        this.sellers = sellers;
        this.health = health;
        this.feedback = feedback;
        this.inventory = inventory;
        this.catalog = catalog;
    }

    @GetMapping("/sellers/{id}")
    View seller(
            @PathVariable SellerId id,
            @RequestParam @Nullable Integer stars,
            @RequestParam @Nullable String after,
            Visitor visitor) {
        Seller seller = sellers.get(id);
        MarketplaceId marketplace = visitor.marketplace().id();
        return new SellerPage(
                seller,
                health.scores(id, marketplace),
                stars,
                feedback.of(id, marketplace, stars, after, FEEDBACK_A_PAGE),
                items(id, marketplace, null, ITEMS_AT_ONCE));
    }

    @GetMapping("/sellers/{id}/products")
    View products(@PathVariable SellerId id, @RequestParam @Nullable String after, Visitor visitor) {
        return new SellerProductsPage(
                sellers.get(id), items(id, visitor.marketplace().id(), after, ITEMS_A_PAGE));
    }

    private Page<Item> items(SellerId seller, MarketplaceId marketplace, @Nullable String after, int size) {
        InventoryQuery active = new InventoryQuery(InventoryQuery.Filter.ACTIVE, null, after, size);
        Page<Offer> offers = inventory.page(seller, marketplace, active).map(InventoryItem::offer);
        Map<ProductId, Product> products =
                catalog.find(offers.items().stream().map(Offer::product).toList());
        List<Item> items = offers.items().stream()
                .filter(it -> products.containsKey(it.product()))
                .map(it -> new Item(it, Objects.requireNonNull(products.get(it.product()))))
                .toList();
        return new Page<>(items, offers.next());
    }
}
