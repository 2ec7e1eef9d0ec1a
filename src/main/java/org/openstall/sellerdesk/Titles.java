package org.openstall.sellerdesk;

import java.util.Collection;
import java.util.Map;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.ProductId;
import org.openstall.listings.Offer;

/** The titles of the products of some offers, read at once. */
final class Titles {
    private final Map<ProductId, Product> products;

    private Titles(Map<ProductId, Product> products) {
        this.products = products;
    }

    static Titles of(Collection<Offer> offers, Catalog catalog) {
        return new Titles(
                catalog.find(offers.stream().map(Offer::product).distinct().toList()));
    }

    /** The title, or the product's id if its page is gone. */
    String of(Offer offer) {
        Product product = products.get(offer.product());
        return product == null ? offer.product().value() : product.title();
    }
}
