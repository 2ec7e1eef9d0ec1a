package org.openstall.sellerdesk;

import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.health.Status;

/** What an event does to a rate. */
public record Effect(Rate before, Rate after) {

    public Metric metric() {
        return after.metric();
    }

    /** Whether the rate crosses its alert level or its target. */
    public boolean isGrave() {
        return after.status().compareTo(before.status()) > 0 && after.status().compareTo(Status.GOOD) > 0;
    }
}
