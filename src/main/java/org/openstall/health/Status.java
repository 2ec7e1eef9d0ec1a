package org.openstall.health;

/** How a rate stands against its target. */
public enum Status {
    NO_DATA,
    /** Far on the good side, of a metric for which that is told. A seller as a whole is never more than good. */
    GREAT,
    GOOD,
    /** Past the alert level, not yet past the target. */
    ALERT,
    BAD
}
