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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** An XLSX file of one sheet with these {@code row} elements. */
    static byte[] workbook(String rows) throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            add(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
                    Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default
                    Extension="xml" ContentType="application/xml"/></Types>
                    """);
            add(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                    Target="xl/workbook.xml"/></Relationships>
                    """);
            add(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
                    Target="worksheets/sheet1.xml"/></Relationships>
                    """);
            add(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet
                    name="Inventory" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """);
            add(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    %s
                    </sheetData></worksheet>
                    """.formatted(rows));
        }
        return workbook.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.strip().getBytes(StandardCharsets.UTF_8));
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
