/**
 * The businesses that sell: who they are and where they sell. Promises that a seller imported twice is one seller,
 * and that a seller's standing in one marketplace says nothing about another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "identity"})
package org.openstall.sellers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
