package org.openstall.migration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.CannotGoOn;
import org.openstall.kernel.Page;
import org.openstall.kernel.TimeOrderedIds;
import org.springframework.stereotype.Service;

/** Runs imports and remembers how they went. */
@Service
public class Imports {
    /** A run that has not been heard of for so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final ImportStore store;
    private final List<HistoryFormat> formats;
    private final Clock clock;

    Imports(ImportStore store, List<HistoryFormat> formats, Clock clock) {
        this.store = store;
        this.formats = List.copyOf(formats);
        this.clock = clock;
    }

    /** All runs, the newest first. */
    public Page<ImportRun> newest(@Nullable String after, int size) {
        return store.newest(clock.instant().minus(SILENCE), after, size);
    }

    List<String> formats() {
        return formats.stream().map(HistoryFormat::name).sorted().toList();
    }

    /**
     * Runs an import to its end.
     *
     * @throws CannotGoOn if there is no such format, it knows no times but a time is given, the source cannot be used, or the same import is running
     */
    ImportReport run(String format, Path source, ImportOptions options, Rejects rejects, Progress progress) {
        HistoryFormat chosen = formats.stream()
                .filter(it -> it.name().equals(format))
                .findFirst()
                .orElseThrow(() ->
                        new CannotGoOn("There is no format " + format + "; there are " + String.join(", ", formats())));
        if (options.until() != null && !chosen.hasTimes()) {
            throw new CannotGoOn(
                    "--until is of no use with format " + format + ", whose rows have no time; leave it out");
        }
        try (ImportStore.Lock lock = store.lock(format)) {
            if (!lock.isHeld()) {
                throw new CannotGoOn("Another import of format " + format + " is running; wait until it has ended");
            }
            UUID id = TimeOrderedIds.create(clock.instant());
            store.start(id, format, source.toString(), clock.instant());
            try {
                ImportReport report = chosen.run(source, options, rejects, new Reported(id, rejects, progress));
                store.done(id, report.counts(), rejects.count(), clock.instant());
                return report;
            } catch (RuntimeException failure) {
                ImportFailure why = failure instanceof SourceUnusable unusable ? unusable.why() : null;
                store.failed(
                        id,
                        why,
                        why == null ? String.valueOf(failure.getMessage()) : "",
                        rejects.count(),
                        clock.instant());
                throw failure;
            }
        }
    }

    /** Passes progress on and writes it down about once a second, which also shows that the run is alive. */
    private final class Reported implements Progress {
        private final UUID id;
        private final Rejects rejects;
        private final Progress next;
        private @Nullable ImportStage stage;
        private long total;
        private long done;
        private Instant written = Instant.EPOCH;

        Reported(UUID id, Rejects rejects, Progress next) {
            this.id = id;
            this.rejects = rejects;
            this.next = next;
        }

        @Override
        public void begin(ImportStage what, long units) {
            stage = what;
            total = units;
            done = 0;
            next.begin(what, units);
            write(what);
        }

        @Override
        public void advance(long units) {
            done += units;
            next.advance(units);
            if (stage != null && written.plusSeconds(1).isBefore(clock.instant())) {
                write(stage);
            }
        }

        private void write(ImportStage what) {
            written = clock.instant();
            store.progress(id, what, done, total, rejects.count(), written);
        }
    }
}
