package org.openstall.listings;

import org.openstall.kernel.Money;

/** What came of taking units out of stock for an order. */
public sealed interface TakeResult {
    record Taken(Offer offer) implements TakeResult {}

    /** The price is another one now. */
    record PriceChanged(Money now) implements TakeResult {}

    /** Fewer are left than wanted. */
    record TooFew(int left) implements TakeResult {}

    /** The offer has ended. */
    record Gone() implements TakeResult {}
}
