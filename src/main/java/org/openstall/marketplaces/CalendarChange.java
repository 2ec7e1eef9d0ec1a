package org.openstall.marketplaces;

import java.time.Instant;

/** One step in the history of a calendar; {@code changedBy} is the name of the operator's user. */
public record CalendarChange(Instant changedAt, Kind kind, CalendarDay day, String changedBy, String reason) {

    /** What was done. */
    public enum Kind {
        ADDED,
        REMOVED
    }
}
