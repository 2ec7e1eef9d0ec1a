package org.openstall.listings;

/** What a buyer may ask for when the item is a present. */
public record Gifts(boolean message, boolean wrap) {
    public static final Gifts NONE = new Gifts(false, false);
}
