/**
 * Inventory and fulfilment files in, listing reports out. Promises that a file changes nothing until all of it has been read and
 * then everything at once, that each row that was not taken is named with the reason, that a seller's files of one
 * kind go in order, and that a crash at any moment neither loses a file nor publishes it twice.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "marketplaces",
            "sellers",
            "catalog",
            "listings",
            "documents",
            "wording",
            "shipping",
            "ordering",
            "fulfilment",
            "search"
        })
package org.openstall.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
