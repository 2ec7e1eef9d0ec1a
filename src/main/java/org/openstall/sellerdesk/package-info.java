/**
 * The seller's desk: what is due today, orders, inventory, account health and feedback. Says what each act will do
 * before it is done, in the words of the marketplace's policies. Keeps nothing of its own but which feedback has
 * been read; everything else belongs to the modules it shows.
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
            "listings",
            "ordering",
            "fulfilment",
            "feedback",
            "feeds",
            "health",
            "notifications",
            "payments",
            "shipping",
            "wording"
        })
package org.openstall.sellerdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
