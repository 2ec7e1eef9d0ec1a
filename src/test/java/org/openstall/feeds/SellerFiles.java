package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;

/** The files of one seller in the US: sent as he sends them, run as a worker runs them, and what came of them. */
final class SellerFiles {
    static final int WORKER = 1;

    private final Feeds feeds;
    private final FeedRunner runner;
    private final SellerId seller;

    SellerFiles(Feeds feeds, FeedRunner runner, SellerId seller) {
        this.feeds = feeds;
        this.runner = runner;
        this.seller = seller;
    }

    /** What stands in a file of these lines. */
    static byte[] text(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    /** What is said of a file when it is sent. */
    NewFeed submission(FeedKind kind) {
        return submission(kind, false, FeedSettings.USUAL);
    }

    private NewFeed submission(FeedKind kind, boolean purge, FeedSettings settings) {
        return new NewFeed(seller, UUID.randomUUID(), Marketplaces.US, kind, purge, settings, "Nadia");
    }

    /** A file that waits for its turn. */
    Feed sent(FeedKind kind, String... lines) {
        return sent(kind, text(lines));
    }

    private Feed sent(FeedKind kind, byte[] content) {
        return sent(kind, new ByteArrayInputStream(content));
    }

    Feed sent(FeedKind kind, InputStream content) {
        return sent(submission(kind), content);
    }

    /** A file that is to replace the whole inventory, once its turn has come. */
    Feed purging(String... lines) {
        return sent(
                submission(FeedKind.INVENTORY_LOADER, true, FeedSettings.USUAL), new ByteArrayInputStream(text(lines)));
    }

    private Feed sent(NewFeed submission, InputStream content) {
        try {
            return feeds.get(seller, feeds.submit(submission, "inventory.txt", content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs all files whose turn it is, and tells how this one is then. */
    Feed run(Feed feed) {
        runAll();
        return feeds.get(seller, feed.id());
    }

    void runAll() {
        boolean more = true;
        while (more) {
            more = runner.next(WORKER, () -> false);
        }
    }

    /** Sent and run. */
    Feed run(FeedKind kind, String... lines) {
        return run(sent(kind, lines));
    }

    Feed run(FeedKind kind, byte[] content) {
        return run(sent(kind, content));
    }

    Feed prices(String... lines) {
        return run(FeedKind.PRICE_AND_QUANTITY, lines);
    }

    Feed prices(byte[] content) {
        return run(FeedKind.PRICE_AND_QUANTITY, content);
    }

    Feed prices(FeedSettings settings, byte[] content) {
        return run(sent(submission(FeedKind.PRICE_AND_QUANTITY, false, settings), new ByteArrayInputStream(content)));
    }

    Feed loaded(String... lines) {
        return run(FeedKind.INVENTORY_LOADER, lines);
    }

    /** A JSON feed of these messages, sent and run. */
    Feed messages(String messages) {
        return run(FeedKind.LISTINGS_JSON, """
                {"header": {"sellerId": "A1", "version": "2.0", "issueLocale": "en_US"}, "messages": [%s]}
                """.formatted(messages));
    }

    /** The record, the SKU and what is wrong with it. */
    List<String> findings(Feed feed) {
        return feeds.issues(feed, null, 1_000).items().stream()
                .map(it -> it.record() + " " + it.sku() + " " + it.finding())
                .toList();
    }

    static Failure failure(Feed feed) {
        assertThat(feed.state()).isEqualTo(FeedState.FAILED);
        Failure failure = feed.failure();
        assertThat(failure).isNotNull();
        return failure == null ? Failure.INTERNAL : failure;
    }
}
