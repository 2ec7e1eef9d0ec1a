package org.openstall.ordering;

import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;

/** So many units of one offer in an order, with title and unit price as they were when it was placed. */
public record OrderLine(int number, Sku sku, ProductId product, String title, int quantity, Money unitPrice) {

    public Money total() {
        return unitPrice.times(quantity);
    }
}
