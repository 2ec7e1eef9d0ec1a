package org.openstall.feeds;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openstall.kernel.LostRace;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;

/** Stages rows while the next are being read; once it is closed, no more arrive. */
final class StagingAhead implements AutoCloseable {
    private final Publications publications;
    private final Publication publication;
    private final ExecutorService beside =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private Future<Staged> underway = CompletableFuture.completedFuture(Staged.NOTHING);
    private Staged staged = Staged.NOTHING;

    StagingAhead(Publications publications, Publication publication) {
        this.publications = publications;
        this.publication = publication;
    }

    /** Waits for the rows before, so that there are never more than these in memory. */
    void stage(List<StagedRow> rows) {
        arrive();
        underway = beside.submit(() -> publications.stage(publication, rows));
    }

    /** Waits until all rows are staged, and throws what kept one of them from it. */
    Staged arrive() {
        try {
            staged = staged.and(underway.get());
            underway = CompletableFuture.completedFuture(Staged.NOTHING);
            return staged;
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
