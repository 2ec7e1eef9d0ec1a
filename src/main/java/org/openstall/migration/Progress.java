package org.openstall.migration;

/** Where a long import tells how far it is. */
interface Progress {

    /** A new stretch of work begins; {@code total} units of it. */
    void begin(ImportStage stage, long total);

    void advance(long units);
}
