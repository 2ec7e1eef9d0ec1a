package org.openstall.ordering;

import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;

/**
 * So many units of one offer in an order, with title and unit price as they were when it was placed.
 *
 * @param gift null if it is not given away
 */
public record OrderLine(
        int number,
        Sku sku,
        ProductId product,
        String title,
        int quantity,
        Money unitPrice,
        @Nullable Gift gift,
        LineTax tax) {

    /** A line that is no gift, and on which there is no tax. */
    public OrderLine(int number, Sku sku, ProductId product, String title, int quantity, Money unitPrice) {
        this(number, sku, product, title, quantity, unitPrice, null, LineTax.none(unitPrice.currency()));
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    /** What wrapping all its units costs. */
    public Money giftWrap() {
        return gift == null || gift.wrap() == null
                ? Money.zero(unitPrice.currency())
                : gift.wrap().times(quantity);
    }
}
