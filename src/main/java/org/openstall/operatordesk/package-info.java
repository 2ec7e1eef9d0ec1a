/**
 * The operator's desk: how the sellers of a marketplace do, every fact of any order, the policies with their
 * history, imports. Reads what the other modules tell, and carries the decisions of operators to them.
 * Promises that its lists stay fast with thousands of sellers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "pages",
            "identity",
            "marketplaces",
            "sellers",
            "catalog",
            "search",
            "listings",
            "shipping",
            "ordering",
            "payments",
            "fulfilment",
            "carriers",
            "feedback",
            "health",
            "notifications",
            "migration"
        })
package org.openstall.operatordesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
