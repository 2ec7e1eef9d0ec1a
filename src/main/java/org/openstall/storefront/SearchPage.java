package org.openstall.storefront;

import org.openstall.pages.View;

/** The search page; {@code body} is what changes when the filters do. */
public record SearchPage(SearchBody body) implements View {}
