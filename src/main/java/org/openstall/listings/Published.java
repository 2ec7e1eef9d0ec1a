package org.openstall.listings;

/** How many offers a publication has edited, listed anew, removed, and closed because it did not name them. */
public record Published(int edited, int listed, int removed, int closed) {}
