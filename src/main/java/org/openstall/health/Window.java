package org.openstall.health;

import java.time.LocalDate;
import org.openstall.marketplaces.Policies;

/** Local days of a marketplace, first and last included. */
public record Window(LocalDate first, LocalDate last) {

    /** The days a metric looks at when the local day is {@code today}. */
    static Window of(Metric metric, Policies policies, LocalDate today) {
        LocalDate last = metric.lag() == null ? today : today.minusDays(policies.whole(metric.lag()));
        return new Window(last.minusDays(policies.whole(metric.window()) - 1L), last);
    }
}
