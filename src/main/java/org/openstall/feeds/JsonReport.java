package org.openstall.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.documents.Documents;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processing report of a JSON listings feed (version 2.0) as the compatible API gives it. Messages are named by the
 * ids that the file gives them, which it is read for once more; a message without one keeps its number in the file.
 */
@Component
public class JsonReport {
    private static final int STRETCH = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Feeds feeds;
    private final Documents documents;
    private final Marketplaces marketplaces;

    JsonReport(Feeds feeds, Documents documents, Marketplaces marketplaces) {
        this.feeds = feeds;
        this.documents = documents;
        this.marketplaces = marketplaces;
    }

    /**
     * Writes the report of a file that is done with.
     *
     * @param message what an issue says to the one who reads
     * @param failure why nothing came of the whole file; null if something did
     */
    public void write(Feed feed, Function<Issue, String> message, @Nullable String failure, OutputStream to)
            throws IOException {
        int[] ids = messageIds(feed);
        try (JsonGenerator out = JSON.createGenerator(to, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeObjectPropertyStart("header");
            out.writeStringProperty("sellerId", feed.seller().value());
            out.writeStringProperty("version", "2.0");
            out.writeStringProperty("feedId", feed.id().toString());
            out.writeEndObject();
            out.writeArrayPropertyStart("issues");
            int errors = 0;
            int warnings = 0;
            if (failure != null) {
                writeFailure(out, feed, failure);
                errors++;
            }
            String after = null;
            do {
                Page<Issue> stretch = feeds.issues(feed, after, STRETCH);
                for (Issue issue : stretch.items()) {
                    write(out, issue, idOf(issue.record(), ids), message.apply(issue));
                    errors += issue.finding().severity() == Finding.Severity.ERROR ? 1 : 0;
                    warnings += issue.finding().severity() == Finding.Severity.WARNING ? 1 : 0;
                }
                after = stretch.next();
            } while (after != null);
            out.writeEndArray();
            FeedCounts counts = feed.counts();
            out.writeObjectPropertyStart("summary");
            out.writeNumberProperty("errors", errors);
            out.writeNumberProperty("warnings", warnings);
            out.writeNumberProperty("messagesProcessed", counts.records());
            out.writeNumberProperty("messagesAccepted", counts.records() - counts.rejected());
            out.writeNumberProperty("messagesInvalid", counts.rejected());
            out.writeEndObject();
            out.writeEndObject();
        }
    }

    private static void writeFailure(JsonGenerator out, Feed feed, String failure) {
        out.writeStartObject();
        if (feed.reason() != null) {
            out.writeStringProperty("code", feed.reason());
        }
        out.writeStringProperty("severity", "ERROR");
        out.writeStringProperty("message", failure);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Issue issue, int id, String message) {
        out.writeStartObject();
        out.writeNumberProperty("messageId", id);
        if (!issue.sku().isEmpty()) {
            out.writeStringProperty("sku", issue.sku());
        }
        out.writeStringProperty("code", issue.finding().name());
        out.writeStringProperty("severity", issue.finding().severity().name());
        out.writeStringProperty("message", message);
        switch (issue.finding()) {
            case ATTRIBUTE_INVALID, ATTRIBUTE_IGNORED, OTHER_MARKETPLACE ->
                out.writeStringProperty("attributeName", issue.arguments().getFirst());
            default -> {}
        }
        out.writeEndObject();
    }

    private static int idOf(int record, int[] ids) {
        return record <= ids.length && ids[record - 1] > 0 ? ids[record - 1] : record;
    }

    /** By record; zero where a message has none. A file that breaks off gives those up to there. */
    private int[] messageIds(Feed feed) throws IOException {
        int[] ids = new int[feed.counts().records()];
        try (JsonRows rows = new JsonRows(
                FeedFile.of(documents.file(feed.seller(), feed.document())),
                feed.settings().encoding(),
                marketplaces.get(feed.marketplace()).currency(),
                feed.marketplace(),
                Map.of())) {
            for (int i = 0; i < ids.length && rows.next() != null; i++) {
                ids[i] = rows.messageId();
            }
        } catch (FileRefused broken) {
            return ids;
        }
        return ids;
    }
}
