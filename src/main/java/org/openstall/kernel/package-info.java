/**
 * The few nouns every module shares: money, identifiers, pages of a list, the clock. Open to all modules and
 * dependent on none. Nothing here knows what a marketplace does.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.openstall.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
