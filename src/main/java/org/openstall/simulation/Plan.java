package org.openstall.simulation;

import java.util.List;

/**
 * A whole season, thought out before it is lived.
 *
 * @param opening what the vendors offer on the first day
 * @param steps in order of time
 */
record Plan(List<Opening> opening, List<Step> steps) {

    Plan {
        opening = List.copyOf(opening);
        steps = List.copyOf(steps);
    }

    record Opening(Step.Item item, long priceMinor, int quantity) {}
}
