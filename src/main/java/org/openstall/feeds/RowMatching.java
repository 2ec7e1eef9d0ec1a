package org.openstall.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Proposal;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.StagedRow;
import org.openstall.wording.Findings;

/**
 * Finds the products that the rows of a file are about, keeps the pages that they bring where there is none, and refuses
 * rows whose product is unknown or whose note must not stand.
 */
final class RowMatching {
    private final Feed feed;
    private final Catalog catalog;
    private final Offers offers;
    private final NewPages.Kept pages;
    private final RunIssues issues;

    RowMatching(Feed feed, Catalog catalog, Offers offers, NewPages.Kept pages, RunIssues issues) {
        this.feed = feed;
        this.catalog = catalog;
        this.offers = offers;
        this.pages = pages;
        this.issues = issues;
    }

    /**
     * What is to be staged of a batch of rows; whatever is wrong with them is told.
     *
     * @param first the number of the first row
     */
    List<StagedRow> stage(List<ReadRow> batch, int first) {
        Map<String, ProductId> products = products(batch);
        Set<OfferKey> listed = listed(batch);
        Map<Sku, Proposal> proposed = proposed(batch, listed);
        List<StagedRow> staged = new ArrayList<>();
        int record = first;
        for (ReadRow read : batch) {
            read.issues().forEach(issues::add);
            StagedRow row = match(read, products, listed, proposed);
            if (row != null) {
                staged.add(row);
            } else if (feed.purge() && read.sku() != null) {
                staged.add(StagedRow.bare(record, read.sku(), StagedRow.Action.KEEP, null));
            }
            record++;
        }
        return staged;
    }

    private Map<String, ProductId> products(List<ReadRow> batch) {
        List<String> codes = batch.stream()
                .filter(it -> it.row() != null && it.product() != null)
                .map(ReadRow::product)
                .distinct()
                .toList();
        return codes.isEmpty() ? Map.of() : catalog.byCodes(codes);
    }

    /** Of rows that may bring a page: those whose SKU is there, so that they need none. */
    private Set<OfferKey> listed(List<ReadRow> batch) {
        List<OfferKey> keys = bringingPages(batch).map(this::key).toList();
        return keys.isEmpty() ? Set.of() : offers.find(keys).keySet();
    }

    private Map<Sku, Proposal> proposed(List<ReadRow> batch, Set<OfferKey> listed) {
        return pages.before(
                bringingPages(batch).filter(it -> !listed.contains(key(it))).toList());
    }

    private static Stream<Sku> bringingPages(List<ReadRow> batch) {
        return batch.stream()
                .filter(it -> it.page() != null)
                .flatMap(it -> Stream.ofNullable(it.row()))
                .map(StagedRow::sku);
    }

    private OfferKey key(Sku sku) {
        return new OfferKey(feed.seller(), feed.marketplace(), sku);
    }

    private @Nullable StagedRow match(
            ReadRow read, Map<String, ProductId> products, Set<OfferKey> listed, Map<Sku, Proposal> proposed) {
        StagedRow row = read.row();
        if (row == null || isNoteRefused(row)) {
            return null;
        }
        String code = read.product();
        ProductId product = code == null ? null : products.get(code);
        if (product == null && read.page() != null && !listed.contains(key(row.sku()))) {
            ProductId proposedBefore = pages.keep(row, read.page(), proposed.get(row.sku()), issues::add);
            return proposedBefore == null ? null : row.of(proposedBefore);
        }
        if (code == null || (product == null && read.page() != null)) {
            return row;
        }
        if (product == null) {
            issues.add(Issue.of(row.record(), row.sku().value(), Finding.PRODUCT_UNKNOWN, code));
            return null;
        }
        return row.of(product);
    }

    private boolean isNoteRefused(StagedRow row) {
        if (row.note() == null || row.note().isEmpty()) {
            return false;
        }
        Findings findings = offers.check(feed.marketplace(), row.note());
        boolean refused = !findings.blocking().isEmpty();
        for (org.openstall.wording.Finding found : refused ? findings.blocking() : findings.all()) {
            issues.add(Issue.of(
                    row.record(),
                    row.sku().value(),
                    refused ? Finding.NOTE_REFUSED : Finding.NOTE_ADVICE,
                    found.words(),
                    found.rule().nameKey(),
                    found.rule().fixKey()));
        }
        return refused;
    }
}
