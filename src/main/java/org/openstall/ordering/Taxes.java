package org.openstall.ordering;

import java.util.List;
import org.openstall.kernel.Money;

/**
 * The taxes on an order.
 *
 * @param lines one for each line of the order, and in the same order
 */
public record Taxes(List<LineTax> lines, Money shipping) {

    public Taxes {
        lines = List.copyOf(lines);
        if (shipping.isNegative()) {
            throw new IllegalArgumentException("A negative tax: " + shipping);
        }
    }

    public static Taxes none(Taxable order) {
        LineTax none = LineTax.none(order.shipping().currency());
        return new Taxes(
                order.lines().stream().map(it -> none).toList(),
                Money.zero(order.shipping().currency()));
    }

    public Money total() {
        return lines.stream().map(LineTax::total).reduce(shipping, Money::plus);
    }
}
