/**
 * Where carriers, and aggregators that speak for many of them, report what happens to packages: one address, opened by
 * a key that an operator gives out. Promises that an event counts once however often and in whatever order it comes,
 * that each event gets an answer of its own, and that a clock that is wrong moves nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "shipping", "fulfilment"})
package org.openstall.carriers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
