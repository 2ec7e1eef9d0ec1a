package org.openstall.health;

/** How a rate stands against its target. */
public enum Status {
    NO_DATA,
    GOOD,
    /** Past the alert level, not yet past the target. */
    ALERT,
    BAD
}
