/**
 * The demo marketplace: sixty days of five sellers and their buyers, lived and not inserted. With a fixed seed a plan
 * of the whole season is made first, in memory; then it is lived through on the movable clock, by the same public
 * commands that pages use, a local day a transaction, so that a start that is killed goes on at the next one where it
 * stopped. Only the three whom visitors play have accounts: a password hash takes as long as a day of the market. What came of the same seed is the same but for ids and the minutes in which cards are charged.
 * Afterwards a light timer lets carriers, buyers and all sellers but Nadia, who is the visitor, go on in real time.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "marketplaces",
            "identity",
            "sellers",
            "catalog",
            "shipping",
            "listings",
            "payments",
            "ordering",
            "fulfilment",
            "carriers",
            "feedback",
            "health",
            "notifications"
        })
package org.openstall.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
