/**
 * The product pages that all sellers and marketplaces share, each with its codes and category. Promises that no two
 * pages claim one GTIN, and that a product brought in twice, by code or by its id in another system, is one page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces"})
package org.openstall.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
