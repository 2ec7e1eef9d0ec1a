package org.openstall.sellerdesk;

/** A form comes from a page of another marketplace than the one the seller has chosen since. */
final class ShownElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1;

    ShownElsewhere(String shownFor, String chosen) {
        super("Shown for " + shownFor + ", sent in " + chosen);
    }
}
