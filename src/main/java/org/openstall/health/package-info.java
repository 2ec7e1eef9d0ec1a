/**
 * Account health: every rate that decides whether a seller may go on, exact and explained. Keeps its own record of
 * each order's facts, told by the events of the modules that own them, and sums them up by day as they change, so
 * that the numbers are never stale and a page costs the same for ten orders as for a million. Promises that what
 * was known at any past instant can still be told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "sellers", "ordering", "fulfilment", "feedback"})
package org.openstall.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
