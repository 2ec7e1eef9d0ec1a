package org.openstall.storefront;

import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Category;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductSheet;
import org.openstall.kernel.Page;
import org.openstall.pages.View;

/**
 * A product and everyone who sells it.
 *
 * @param first the offer to buy unless one looks further; null if nobody offers it
 * @param others a stretch of all other offers, those in stock first, then by price
 * @param otherCount of all of them
 * @param lastOrders until when to order the first offer for the next day of presents, if that is near
 */
public record ProductPage(
        Product product,
        Category category,
        ProductSheet sheet,
        @Nullable ShownOffer first,
        Page<ShownOffer> others,
        int otherCount,
        @Nullable LastOrders lastOrders)
        implements View {}
