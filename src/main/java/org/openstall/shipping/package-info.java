/**
 * How things are shipped: sellers' templates of services, regions, times and fees, and carriers with their tracking
 * numbers. Promises a fee and a delivery window that follow from nothing but the template, the calendar and the
 * moment, and to say of a wrong number or template what is wrong with it. Knows nothing of packages or orders.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "marketplaces"})
package org.openstall.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
