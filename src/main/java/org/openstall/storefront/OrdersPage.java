package org.openstall.storefront;

import org.openstall.kernel.Page;
import org.openstall.pages.View;

/** A buyer's orders, newest first. */
public record OrdersPage(Page<ShownOrder> orders) implements View {}
