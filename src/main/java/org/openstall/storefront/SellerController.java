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
    private static final int ITEMS = 12;

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
                items(id, marketplace));
    }

    private List<Item> items(SellerId seller, MarketplaceId marketplace) {
        InventoryQuery active = new InventoryQuery(InventoryQuery.Filter.ACTIVE, null, null, ITEMS);
        List<Offer> first = inventory
                .page(seller, marketplace, active)
                .map(InventoryItem::offer)
                .items();
        Map<ProductId, Product> products =
                catalog.find(first.stream().map(Offer::product).toList());
        return first.stream()
                .filter(it -> products.containsKey(it.product()))
                .map(it -> new Item(it, Objects.requireNonNull(products.get(it.product()))))
                .toList();
    }
}
