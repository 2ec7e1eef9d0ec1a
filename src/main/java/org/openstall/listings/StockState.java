package org.openstall.listings;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the filters and orders of an inventory tell offers by: 0 for a closed one, else a sum of bits. The function
 * {@code listings.stock_state} says the same of a row.
 */
record StockState(int number) {
    private static final int OPEN = 1;
    private static final int ACTIVE = 2;
    private static final int IN_STOCK = 4;
    private static final int SELLING = 8;
    private static final List<StockState> ALL =
            Stream.of(0, 1, 3, 5, 7, 9, 11, 13, 15).map(StockState::new).toList();

    static List<StockState> where(Predicate<StockState> wanted) {
        return ALL.stream().filter(wanted).toList();
    }

    boolean open() {
        return has(OPEN);
    }

    /** Open, and not suppressed. */
    boolean active() {
        return has(ACTIVE);
    }

    /** Open, with something left. */
    boolean inStock() {
        return has(IN_STOCK);
    }

    /** Open, and sold lately. */
    boolean selling() {
        return has(SELLING);
    }

    private boolean has(int bit) {
        return (number & bit) != 0;
    }
}
