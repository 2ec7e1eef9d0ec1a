package org.openstall.ordering;

import java.util.List;
import java.util.UUID;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.listings.Take;
import org.openstall.payments.Card;

/**
 * What a buyer submits: everything in his cart, as he saw it.
 *
 * @param id made when the checkout page was shown; sending the same one again orders nothing more
 * @param seen the lines with the prices on the page
 * @param shippingSeen the shipping fee on the page, over all sellers
 */
public record Checkout(
        UUID id,
        BuyerId buyer,
        String buyerName,
        MarketplaceId marketplace,
        List<Take> seen,
        Money shippingSeen,
        Address shipTo,
        Card card) {

    public Checkout {
        seen = List.copyOf(seen);
    }

    public Money total() {
        return seen.stream().map(it -> it.priceSeen().times(it.quantity())).reduce(shippingSeen, Money::plus);
    }
}
