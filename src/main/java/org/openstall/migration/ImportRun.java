package org.openstall.migration;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an import.
 *
 * @param stage what it was doing last, {@code done} of {@code total} units of that; null before it began
 * @param counts what came of it
 * @param failure why its source could not be used
 * @param message what the program or the system said when it failed otherwise, in English; else empty
 */
public record ImportRun(
        UUID id,
        String format,
        String source,
        State state,
        @Nullable ImportStage stage,
        long done,
        long total,
        long rejects,
        Map<ImportCount, Long> counts,
        @Nullable ImportFailure failure,
        String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public ImportRun {
        Map<ImportCount, Long> inOrder = new EnumMap<>(ImportCount.class);
        inOrder.putAll(counts);
        counts = Collections.unmodifiableMap(inOrder);
    }

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Its process ended without a word; running the import again completes it. */
        INTERRUPTED
    }
}
