/**
 * Finds products that are on offer: a full-text index that forgives typing mistakes, with filters, counts and sorting.
 * Promises answers that are at most a few seconds behind the offers, and an index that mends itself when it is
 * missing, was cut short or belongs to another state of the database. Everything in it is derived.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "catalog", "listings"})
package org.openstall.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
