/**
 * From cart to order. Promises that a checkout becomes orders exactly once however often it is sent, that nothing
 * is sold twice, and that an order never loses what was promised when it was placed: price, address, ship-by time.
 * A checkout is the one act that writes two homes, the buyer's and each seller's, in one transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "marketplaces", "sellers", "catalog", "listings", "shipping", "payments"})
package org.openstall.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
