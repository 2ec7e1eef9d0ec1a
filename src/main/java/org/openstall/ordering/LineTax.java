package org.openstall.ordering;

import java.util.Currency;
import org.openstall.kernel.Money;

/** The taxes on all units of a line, and on wrapping them. */
public record LineTax(Money items, Money giftWrap) {

    public LineTax {
        if (items.isNegative() || giftWrap.isNegative()) {
            throw new IllegalArgumentException("A negative tax: " + items + " and " + giftWrap);
        }
    }

    public static LineTax none(Currency currency) {
        return new LineTax(Money.zero(currency), Money.zero(currency));
    }

    public Money total() {
        return items.plus(giftWrap);
    }
}
