package org.openstall.simulation;

import java.util.Map;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;

/** What the people and goods of the demo are called in the database. */
record Stage(MarketplaceId marketplace, Map<Vendor, SellerId> sellers, Map<Integer, ProductId> products, BuyerId omar) {

    SellerId seller(Vendor vendor) {
        SellerId seller = sellers.get(vendor);
        if (seller == null) {
            throw new IllegalStateException(vendor + " has no shop");
        }
        return seller;
    }

    ProductId product(int good) {
        ProductId product = products.get(good);
        if (product == null) {
            throw new IllegalStateException("Good " + good + " has no page");
        }
        return product;
    }

    /** A vendor's SKUs begin with his initials. */
    OfferKey offer(Step.Item item) {
        String initials = item.vendor().name().substring(0, 2);
        return new OfferKey(seller(item.vendor()), marketplace, new Sku(initials + "-" + (1001 + item.good())));
    }
}
