package org.openstall.listings;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of the inventory ended: the value sorted by, and the SKU; without a value among those that have none. It
 * travels in addresses, where anybody may write anything: what is no key leads to the beginning of the list.
 */
record InventoryKey(@Nullable Long value, String sku) {
    /** Sorts after every SKU. */
    static final String LAST = "\uFFFF";

    private static final char BETWEEN = '~';

    /** Before everything, in an order that goes up or down. */
    static InventoryKey beginning(boolean down) {
        return down ? new InventoryKey(Long.MAX_VALUE, LAST) : new InventoryKey(-1L, "");
    }

    static InventoryKey parse(@Nullable String text, boolean down) {
        int cut = text == null ? -1 : text.indexOf(BETWEEN);
        if (text == null || cut < 0 || text.indexOf('\0') >= 0) {
            return beginning(down);
        }
        String sku = text.substring(cut + 1);
        if (cut == 0) {
            return new InventoryKey(null, sku);
        }
        try {
            return new InventoryKey(Long.parseLong(text.substring(0, cut)), sku);
        } catch (NumberFormatException notAKey) {
            return beginning(down);
        }
    }

    @Override
    public String toString() {
        return (value == null ? "" : value.toString()) + BETWEEN + sku;
    }
}
