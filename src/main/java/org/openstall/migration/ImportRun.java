package org.openstall.migration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an import.
 *
 * @param stage what it was doing last; {@code done} of {@code total} units of that, 0 if the total is not known
 * @param message what came of it: the counts, or why it failed
 */
public record ImportRun(
        UUID id,
        String format,
        String source,
        State state,
        String stage,
        long done,
        long total,
        long rejects,
        String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Its process ended without a word; running the import again completes it. */
        INTERRUPTED
    }
}
