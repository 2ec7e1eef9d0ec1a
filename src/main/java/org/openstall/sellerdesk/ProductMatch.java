package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Product;
import org.openstall.kernel.Money;
import org.openstall.listings.Offer;

/**
 * A product page that a seller may sell on.
 *
 * @param category the name of its category
 * @param offers how many offer it now
 * @param lowest the lowest price; null if nobody offers it
 * @param sellers the names of some who do, the cheapest first
 * @param yours the seller's own offers of it
 */
public record ProductMatch(
        Product product,
        String category,
        int offers,
        @Nullable Money lowest,
        List<String> sellers,
        List<Offer> yours) {

    public ProductMatch {
        sellers = List.copyOf(sellers);
        yours = List.copyOf(yours);
    }
}
