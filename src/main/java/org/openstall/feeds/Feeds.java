package org.openstall.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.documents.Document;
import org.openstall.documents.Documents;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.springframework.stereotype.Service;

/** Takes inventory files, says how they stand, and lets their sellers answer and cancel. */
@Service
public class Feeds {
    /** How many rows a file of shipment confirmations may have. */
    public static final int MOST_SHIPMENTS = ShipmentRows.MOST;

    private final FeedStore store;
    private final IssueStore issues;
    private final Documents documents;
    private final WorkerBell bell;
    private final Clock clock;

    Feeds(FeedStore store, IssueStore issues, Documents documents, WorkerBell bell, Clock clock) {
        this.store = store;
        this.issues = issues;
        this.documents = documents;
        this.bell = bell;
        this.clock = clock;
    }

    /** The encodings that a file may be said to have. */
    public static List<String> encodings() {
        return Encoding.CHOICES;
    }

    /** Keeps a file and queues it; returns its id. The same submission sent again is the same file. */
    public UUID submit(NewFeed feed, String name, InputStream content) throws IOException {
        Optional<UUID> known = store.submitted(feed.seller(), feed.submission());
        if (known.isPresent()) {
            return known.get();
        }
        Document document = documents.store(feed.seller(), name, content);
        UUID id = TimeOrderedIds.create(clock.instant());
        if (store.add(feed, id, document, clock.instant())) {
            bell.ring();
            return id;
        }
        documents.remove(feed.seller(), document.id());
        return store.submitted(feed.seller(), feed.submission()).orElseThrow();
    }

    /** @throws NotYours if the seller has no such file */
    public Feed get(SellerId seller, UUID id) {
        return store.find(seller, id).orElseThrow(() -> new NotYours("No file " + id + " of " + seller));
    }

    /** Newest first. */
    public Page<Feed> list(SellerId seller, MarketplaceId marketplace, @Nullable UUID before, int size) {
        return store.list(seller, marketplace, before, size);
    }

    /** An earlier file with the same content that went live. */
    public Optional<Feed> twin(Feed feed) {
        return store.twin(feed);
    }

    /** Where a file that is not over yet stands. */
    public QueuePlace place(Feed feed) {
        FeedStore.Ahead ahead = store.ahead(feed);
        Duration left = store.bytesPerSecond()
                .map(rate -> Duration.ofSeconds(Math.round(Math.ceil(ahead.bytes() / Math.max(rate, 1)))))
                .orElse(null);
        return new QueuePlace(ahead.files(), ahead.asked() == null ? left : null, ahead.asked());
    }

    /** What is to be said of the rows: errors first. {@code after} is the key of the page before. */
    public Page<Issue> issues(Feed feed, @Nullable String after, int size) {
        return issues.list(feed.seller(), feed.id(), after, size);
    }

    public InputStream original(Feed feed) throws IOException {
        return documents.open(feed.seller(), feed.document());
    }

    /**
     * Takes a file back that has not begun.
     *
     * @throws LostRace if it has begun meanwhile
     */
    public void cancel(Feed feed) {
        if (!store.cancel(feed.seller(), feed.id(), clock.instant())) {
            throw new LostRace("File " + feed.id() + " is neither queued nor waiting");
        }
    }

    /** Says how the file writes its numbers. */
    public void answer(Feed feed, NumberFormat numbers) {
        FeedSettings before = feed.settings();
        answer(feed, Question.NUMBERS, new FeedSettings(before.encoding(), numbers, before.agreedClosures()));
    }

    /** Agrees that so many offers are closed. If it turns out to be more, the seller is asked again. */
    public void agree(Feed feed, long closures) {
        FeedSettings before = feed.settings();
        answer(feed, Question.PURGE, new FeedSettings(before.encoding(), before.numbers(), closures));
    }

    private void answer(Feed feed, Question question, FeedSettings settings) {
        if (!store.answer(feed.seller(), feed.id(), question, settings)) {
            throw new LostRace("File " + feed.id() + " does not wait for " + question);
        }
        bell.ring();
    }
}
