/**
 * The shop: home, search, product and seller pages, cart, checkout, and the buyer's orders with their feedback. Only
 * composes what other modules know into pages and hands their commands what people have entered. Promises that a
 * buyer sees the price, the stock and the delivery date that hold, and that no answer leaves it open whether he has
 * been charged.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "marketplaces",
            "identity",
            "pages",
            "sellers",
            "catalog",
            "search",
            "shipping",
            "listings",
            "ordering",
            "payments",
            "fulfilment",
            "feedback",
            "health"
        })
package org.openstall.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
