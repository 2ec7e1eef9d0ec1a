/**
 * From confirmation to the doorstep: packages, tracking numbers, carriers' scans. Promises that the moment of
 * confirmation is the clock's and not what somebody types, and that a carrier's event sent twice counts once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "sellers", "shipping", "ordering", "wording"})
package org.openstall.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
