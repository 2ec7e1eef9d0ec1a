/**
 * What buyers say of sellers: one feedback an order, one to five stars. Promises that feedback which was removed
 * or replaced is kept with the time at which it ended, so that what was in force at any instant can be told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "sellers", "listings", "ordering"})
package org.openstall.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
