/**
 * Brings the past of another marketplace in, so that a seller's health is right from the first day. Promises that
 * an import run again changes nothing, that one that was killed is completed by running it again, and that a row
 * which cannot be used is named with file, line and reason while the rest goes on.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "marketplaces",
            "sellers",
            "catalog",
            "listings",
            "ordering",
            "fulfilment",
            "feedback",
            "health",
            "shipping"
        })
package org.openstall.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
