package org.openstall.migration;

import java.util.Locale;

/** What an import is at. */
public enum ImportStage {
    /** Measured in bytes of the files, all others in rows. */
    READING("Reading files"),
    SELLERS("Sellers"),
    PRODUCTS("Products"),
    OFFERS("Offers"),
    ORDERS("Orders");

    private static final double MEGABYTE = 1_000_000;

    private final String title;

    ImportStage(String title) {
        this.title = title;
    }

    /** For the terminal. */
    String title() {
        return title;
    }

    /** So many units of it, for the terminal. */
    String written(long units) {
        return this == READING
                ? String.format(Locale.ROOT, "%,.1f MB", units / MEGABYTE)
                : String.format(Locale.ROOT, "%,d", units);
    }
}
