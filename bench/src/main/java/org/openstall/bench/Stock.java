package org.openstall.bench;

import java.util.Locale;

/** Who has very many offers, and how his SKUs begin; they sort as their numbers. */
enum Stock {
    SHELVES("A0BENCHSHELVES", "SHELF"),
    /** Status, stock, price, sales and review go by chance. */
    MIXED("A0BENCHDEPOT00", "DEPOT"),
    /** All of that goes with the SKU: whoever looks for the last ones has to pass over all others. */
    SORTED("A0BENCHSORTED0", "SORTED");

    private final String seller;
    private final String prefix;

    Stock(String seller, String prefix) {
        this.seller = seller;
        this.prefix = prefix;
    }

    String seller() {
        return seller;
    }

    String email() {
        return "bench-" + prefix.toLowerCase(Locale.ROOT) + "@openstall.example";
    }

    /** The SKU of the offer of a number, from 0 on. */
    String sku(int number) {
        return "%s-%07d".formatted(prefix, number);
    }

    String prefix() {
        return prefix;
    }
}
