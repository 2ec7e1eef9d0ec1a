/**
 * Carriers and their tracking numbers. Promises to accept every number a known carrier gives out, and to say of a
 * wrong one what is wrong with it and what a right one looks like. Knows nothing of packages or orders.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces"})
package org.openstall.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
