package org.openstall.notifications;

/**
 * Keeps mail from being written about what happens in the course of an act, as when a demo lives through days that have
 * long passed.
 */
public final class Silence {
    private static final ScopedValue<Boolean> KEPT = ScopedValue.newInstance();

    private Silence() {}

    public static void during(Runnable act) {
        ScopedValue.where(KEPT, true).run(act);
    }

    /** In the thread in which something happens. */
    static boolean isKept() {
        return KEPT.isBound();
    }
}
