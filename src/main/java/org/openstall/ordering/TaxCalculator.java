package org.openstall.ordering;

/**
 * Says what taxes a buyer pays on an order on top of its prices. The built-in one says none, as where prices include
 * them; an operator who has to add taxes brings a bean of his own, which then takes its place.
 *
 * <p>It is asked whenever a cart or a checkout is shown and once more when the checkout is sent, inside its
 * transaction: it must answer from what it has at hand. That last answer is frozen into the order. If it is another
 * one than the buyer has seen, nothing is ordered and he sees the new one.
 */
@FunctionalInterface
public interface TaxCalculator {
    Taxes on(Taxable order);
}
