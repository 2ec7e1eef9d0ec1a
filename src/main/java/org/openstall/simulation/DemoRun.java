package org.openstall.simulation;

import java.time.Instant;

/** How far a marketplace's season has been lived through. */
record DemoRun(long seed, Instant begins, Instant ends, Instant livedUntil) {
    boolean isOver() {
        return !livedUntil.isBefore(ends);
    }
}
