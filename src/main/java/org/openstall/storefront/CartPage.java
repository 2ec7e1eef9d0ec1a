package org.openstall.storefront;

import org.openstall.pages.View;

/** What a buyer has collected, by seller. */
public record CartPage(Basket basket) implements View {}
