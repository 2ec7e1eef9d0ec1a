/**
 * Offers: what a seller sells, at what price, how many he has and how fast he ships. Promises that stock never
 * falls below zero however many buyers come at once, and that every edit is kept with who made it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces", "sellers", "catalog", "shipping", "wording"})
package org.openstall.listings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
