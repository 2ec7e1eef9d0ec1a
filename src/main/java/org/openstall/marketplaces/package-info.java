/**
 * The marketplaces an operator runs: country, currency, time zone, business days, and the policies that every
 * rule reads its numbers from. Promises that a policy always has a value and that each change of one is kept with
 * who made it and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.openstall.marketplaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
