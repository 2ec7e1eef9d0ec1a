package org.openstall.migration;

/** Where a long import tells how far it is. */
interface Progress {

    /** A new stretch of work begins; {@code total} units of it, or 0 if that is not known. */
    void begin(String what, long total);

    void advance(long units);
}
