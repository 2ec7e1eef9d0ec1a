package org.openstall.feeds;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openstall.kernel.LostRace;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;

/**
 * Stages rows while the next are being read; once it is closed, no more arrive. The database takes longer to take rows in
 * than it takes to read them, so two batches are on their way at a time.
 */
final class StagingAhead implements AutoCloseable {
    private static final int AT_A_TIME = 2;

    private final Publications publications;
    private final Publication publication;
    private final ExecutorService beside =
            Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
    private final Queue<Future<Staged>> underway = new ArrayDeque<>();
    private Staged staged = Staged.NOTHING;

    StagingAhead(Publications publications, Publication publication) {
        this.publications = publications;
        this.publication = publication;
    }

    /** Waits for the oldest if two batches are on their way, so that there are never more than these in memory. */
    void stage(List<StagedRow> rows) {
        if (underway.size() == AT_A_TIME) {
            await(underway.remove());
        }
        underway.add(beside.submit(() -> publications.stage(publication, rows)));
    }

    /** Waits until all rows are staged, and throws what kept one of them from it. */
    Staged arrive() {
        while (!underway.isEmpty()) {
            await(underway.remove());
        }
        return staged;
    }

    private void await(Future<Staged> rows) {
        try {
            staged = staged.and(rows.get());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new LostRace("The program ends");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        beside.close();
    }
}
