package org.openstall.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The time of day as the whole program sees it, in microseconds as PostgreSQL keeps them. It runs with the
 * system's clock until somebody stops it at an instant, as a simulation or a test does to live through a season
 * in a minute.
 */
public final class MovableClock extends Clock {
    private final AtomicReference<@Nullable Instant> stoppedAt = new AtomicReference<>();

    public void stopAt(Instant instant) {
        stoppedAt.set(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** Moves a stopped clock; a running one is stopped first. */
    public void advance(Duration by) {
        stopAt(instant().plus(by));
    }

    public void run() {
        stoppedAt.set(null);
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt.get();
        return stopped != null ? stopped : Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Local time comes from the marketplace's zone");
    }
}
