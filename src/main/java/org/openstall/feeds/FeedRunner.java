package org.openstall.feeds;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.documents.Documents;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Publication;
import org.openstall.listings.Publications;
import org.openstall.listings.Published;
import org.openstall.listings.RefusedRow;
import org.openstall.listings.RowRefusal;
import org.openstall.listings.Staged;
import org.openstall.listings.StagedRow;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.sellers.Sellers;
import org.openstall.sellers.Standing;
import org.openstall.shipping.Template;
import org.openstall.shipping.Templates;
import org.openstall.wording.Findings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one file after the other from the queue to live. A run begins by clearing away what an earlier one of the
 * same file may have left, and all it publishes appears in the one transaction that also says that the file is done:
 * so it may be killed and begun again at any moment.
 */
@Component
class FeedRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
    private static final int BATCH = 5_000;
    private static final int ATTEMPTS = 5;

    private final FeedStore store;
    private final Documents documents;
    private final Publications publications;
    private final Offers offers;
    private final Catalog catalog;
    private final ShipmentFiles shipmentFiles;
    private final ProductTypes types;
    private final NewPages newPages;
    private final Sellers sellers;
    private final Templates templates;
    private final Marketplaces marketplaces;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedRunner(
            FeedStore store,
            Documents documents,
            Publications publications,
            Offers offers,
            Catalog catalog,
            ShipmentFiles shipmentFiles,
            ProductTypes types,
            NewPages newPages,
            Sellers sellers,
            Templates templates,
            Marketplaces marketplaces,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.publications = publications;
        this.offers = offers;
        this.catalog = catalog;
        this.shipmentFiles = shipmentFiles;
        this.types = types;
        this.newPages = newPages;
        this.sellers = sellers;
        this.templates = templates;
        this.marketplaces = marketplaces;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Puts back what the worker has left unfinished: it can only have been interrupted. */
    void begin(int worker) {
        store.requeue(worker);
    }

    /**
     * Runs the next file of the queue to its end.
     *
     * @param stopping whether the program is about to end: then the file goes back to its place
     * @return whether there was one
     */
    boolean next(int worker, BooleanSupplier stopping) {
        Optional<Feed> claimed = store.claim(worker, clock.instant());
        claimed.ifPresent(feed -> new Run(feed, stopping).run());
        return claimed.isPresent();
    }

    private final class Run {
        private final Feed feed;
        private final BooleanSupplier stopping;
        private final Publication publication;
        private final List<StagedRow> staging = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        private final NewPages.Kept pages;
        private int issuesWritten;
        private int records;
        private int rejected;
        private int warned;
        private Staged staged = Staged.NOTHING;
        private Instant reported = Instant.EPOCH;
        private Published published = new Published(0, 0, 0, 0);

        Run(Feed feed, BooleanSupplier stopping) {
            this.feed = feed;
            this.stopping = stopping;
            this.publication =
                    new Publication(feed.id(), feed.seller(), feed.marketplace(), feed.submittedBy(), feed.purge());
            this.pages = newPages.of(feed);
        }

        void run() {
            try {
                clear();
                readAndPublish();
                tidyUp();
            } catch (FileRefused refused) {
                end(FeedState.FAILED, refused.failure().name(), refused.arguments());
            } catch (AnswerNeeded answer) {
                end(FeedState.WAITING, answer.question().name(), answer.arguments());
            } catch (BoundedInput.TooMuch bomb) {
                end(
                        FeedState.FAILED,
                        Failure.TOO_LARGE_UNPACKED.name(),
                        List.of(Long.toString(BoundedInput.MOST_MEGABYTES)));
            } catch (ZipException | EOFException broken) {
                end(FeedState.FAILED, Failure.ARCHIVE_BROKEN.name(), List.of());
            } catch (LostRace race) {
                LOG.info("File {} goes back to its place in the queue: {}", feed.id(), race.getMessage());
                store.stop(feed, FeedState.QUEUED, null, List.of(), clock.instant());
            } catch (IOException | RuntimeException | OutOfMemoryError failure) {
                LOG.warn("File {} of {} could not be run", feed.id(), feed.seller(), failure);
                if (feed.attempt() < ATTEMPTS) {
                    store.stop(feed, FeedState.QUEUED, null, List.of(), clock.instant());
                } else {
                    end(FeedState.FAILED, Failure.INTERNAL.name(), List.of());
                }
            }
        }

        /** The file is done, whatever happens here. */
        private void tidyUp() {
            try {
                publications.clear(publication);
                publications.settle(published);
            } catch (RuntimeException failure) {
                LOG.warn("File {} is done, but what it has left could not be cleared away", feed.id(), failure);
            }
        }

        private void end(FeedState state, String reason, List<String> arguments) {
            clear();
            store.stop(feed, state, reason, arguments, clock.instant());
        }

        private void clear() {
            publications.clear(publication);
            store.clearIssues(feed);
        }

        private void readAndPublish() throws IOException, FileRefused, AnswerNeeded {
            if (feed.kind() == FeedKind.ORDER_FULFILMENT) {
                confirmShipments();
            } else {
                readAndPublishOffers();
            }
        }

        /** Also of a seller who may not sell any more: what he has sold is to be shipped. */
        private void confirmShipments() throws IOException, FileRefused {
            ShipmentRows.Read read = readShipments(FeedFile.of(documents.file(feed.seller(), feed.document())));
            records = read.records();
            if (records == 0) {
                throw new FileRefused(Failure.NO_ROWS);
            }
            transaction.executeWithoutResult(status -> {
                issues.addAll(read.issues());
                issues.addAll(shipmentFiles.confirm(feed.seller(), read.rows()));
                issues.sort(Comparator.comparingInt(Issue::record));
                rejected = (int) issues.stream()
                        .filter(it -> it.finding().severity() == Finding.Severity.ERROR)
                        .mapToInt(Issue::record)
                        .distinct()
                        .count();
                warned = (int) issues.stream()
                        .filter(it -> it.finding().severity() == Finding.Severity.WARNING)
                        .count();
                flush();
                Published shipped = new Published(records - rejected, 0, 0, 0);
                if (!store.finish(feed, records, rejected, warned, shipped, clock.instant())) {
                    throw new LostRace("File " + feed.id() + " is run by somebody else");
                }
            });
        }

        private ShipmentRows.Read readShipments(FeedFile file) throws IOException, FileRefused {
            try (ShipmentRows rows = new ShipmentRows(Tables.open(
                    file, Column.ORDER_ID, ShipmentRows.USED, feed.settings().encoding()))) {
                store.saveForm(feed, rows.form());
                return rows.readAll();
            }
        }

        private void readAndPublishOffers() throws IOException, FileRefused, AnswerNeeded {
            mayStillSell();
            FeedFile file = FeedFile.of(documents.file(feed.seller(), feed.document()));
            try (FileRows rows = open(file);
                    StagingAhead ahead = new StagingAhead(publications, publication)) {
                store.saveForm(feed, rows.form());
                for (boolean more = true; more; ) {
                    if (stopping.getAsBoolean()) {
                        throw new LostRace("The program ends");
                    }
                    more = readBatch(rows, ahead);
                    report(file.read(records));
                }
                staged = ahead.arrive();
            }
            if (records == 0) {
                throw new FileRefused(Failure.NO_ROWS);
            }
            if (feed.purge()) {
                askAboutClosures(publications.wouldClose(publication));
            }
            mayStillSell();
            publish();
        }

        private void mayStillSell() throws FileRefused {
            Standing standing = sellers.presences(feed.seller()).get(feed.marketplace());
            if (standing != Standing.ACTIVE && standing != Standing.AT_RISK) {
                throw new FileRefused(Failure.SELLER_BLOCKED);
            }
        }

        private FileRows open(FeedFile file) throws IOException, FileRefused {
            Currency currency = marketplaces.get(feed.marketplace()).currency();
            String encoding = feed.settings().encoding();
            return switch (feed.kind()) {
                case PRICE_AND_QUANTITY, INVENTORY_LOADER ->
                    new FlatRows(
                            feed.kind(),
                            Tables.open(file, Column.SKU, FlatRows.used(feed.kind()), encoding),
                            new Numbers(feed.settings().numbers()),
                            currency,
                            templatesByName());
                case PAGE_TEMPLATE ->
                    new TemplateRows(
                            Tables.open(file, Column.SKU, TemplateRows.USED, encoding),
                            new Numbers(feed.settings().numbers()),
                            currency,
                            types,
                            templatesByName());
                case LISTINGS_JSON -> new JsonRows(file, encoding, currency, feed.marketplace(), templatesByName());
                case ORDER_FULFILMENT -> throw new IllegalStateException("Not about offers: " + feed.kind());
            };
        }

        private Map<String, UUID> templatesByName() {
            return templates.of(feed.seller(), feed.marketplace()).stream()
                    .collect(Collectors.toMap(it -> it.name().toLowerCase(Locale.ROOT), Template::id));
        }

        private boolean readBatch(FileRows rows, StagingAhead ahead) throws IOException, FileRefused, AnswerNeeded {
            List<ReadRow> batch = new ArrayList<>();
            ReadRow row = rows.next();
            while (row != null) {
                batch.add(row);
                row = batch.size() < BATCH ? rows.next() : null;
            }
            Map<String, ProductId> products = products(batch);
            Set<OfferKey> listed = listed(batch);
            Map<Sku, Proposal> proposed = proposed(batch, listed);
            for (ReadRow each : batch) {
                take(each, products, listed, proposed);
            }
            if (!staging.isEmpty()) {
                ahead.stage(List.copyOf(staging));
                staging.clear();
            }
            flush();
            return batch.size() == BATCH;
        }

        private Map<String, ProductId> products(List<ReadRow> batch) {
            List<String> codes = batch.stream()
                    .filter(it -> it.row() != null && it.product() != null)
                    .map(ReadRow::product)
                    .distinct()
                    .toList();
            return codes.isEmpty() ? Map.of() : new HashMap<>(catalog.byCodes(codes));
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

        private void take(
                ReadRow read, Map<String, ProductId> products, Set<OfferKey> listed, Map<Sku, Proposal> proposed) {
            records++;
            if (!read.issues().isEmpty()) {
                issues.addAll(read.issues());
                warned += read.warnings();
                rejected += read.isRefused() ? 1 : 0;
            }
            StagedRow row = toStage(read, products, listed, proposed);
            if (row != null) {
                staging.add(row);
            } else if (feed.purge() && read.sku() != null) {
                staging.add(StagedRow.bare(records, read.sku(), StagedRow.Action.KEEP, null));
            }
        }

        private @Nullable StagedRow toStage(
                ReadRow read, Map<String, ProductId> products, Set<OfferKey> listed, Map<Sku, Proposal> proposed) {
            StagedRow row = read.row();
            if (row == null || isNoteRefused(row)) {
                return null;
            }
            String code = read.product();
            ProductId product = code == null ? null : products.get(code);
            if (product == null && read.page() != null && !listed.contains(key(row.sku()))) {
                NewPages.Fate fate = pages.keep(row, read.page(), proposed.get(row.sku()), issues::add);
                rejected += fate.isRefused() ? 1 : 0;
                warned += fate.warnings();
                return fate.product() == null ? null : row.of(fate.product());
            }
            if (code == null || (product == null && read.page() != null)) {
                return row;
            }
            if (product == null) {
                issues.add(Issue.of(row.record(), row.sku().value(), Finding.PRODUCT_UNKNOWN, code));
                rejected++;
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
                warned += refused ? 0 : 1;
            }
            rejected += refused ? 1 : 0;
            return refused;
        }

        private void flush() {
            if (!issues.isEmpty()) {
                store.addIssues(feed, issues, issuesWritten);
                issuesWritten += issues.size();
                issues.clear();
            }
        }

        private void report(long readBytes) {
            Instant now = clock.instant();
            if (now.isAfter(reported.plusMillis(700))) {
                reported = now;
                if (!store.saveProgress(feed, readBytes, records)) {
                    throw new LostRace("File " + feed.id() + " is run by somebody else");
                }
            }
        }

        /** The number is told before anything is closed; if it has become more by then, it is told again. */
        private void askAboutClosures(long closures) throws AnswerNeeded {
            if (isMoreThanAgreed(closures)) {
                throw new AnswerNeeded(Question.PURGE, closures);
            }
        }

        private boolean isMoreThanAgreed(long closures) {
            return closures > Objects.requireNonNullElse(feed.settings().agreedClosures(), 0L);
        }

        private void publish() throws AnswerNeeded {
            publications.prepare(staged);
            Instant began = clock.instant();
            published = transaction.execute(status -> {
                Published result = publications.publish(publication, staged, this::refuse);
                if (isMoreThanAgreed(result.closed())) {
                    status.setRollbackOnly();
                    return result;
                }
                pages.propose();
                flush();
                if (!store.finish(feed, records, rejected, warned, result, clock.instant())) {
                    throw new LostRace("File " + feed.id() + " is run by somebody else");
                }
                return result;
            });
            askAboutClosures(published.closed());
            LOG.info(
                    "File {} of {}: {} rows, published in {} ms",
                    feed.id(),
                    feed.seller(),
                    records,
                    Duration.between(began, clock.instant()).toMillis());
        }

        private void refuse(RefusedRow row) {
            Finding finding = Finding.of(row.reason());
            issues.add(
                    row.reason() == RowRefusal.SUPERSEDED
                            ? Issue.of(row.record(), row.sku(), finding, row.other())
                            : Issue.of(row.record(), row.sku(), finding));
            if (row.reason() == RowRefusal.SUPERSEDED) {
                warned++;
            } else {
                rejected++;
            }
            if (issues.size() >= BATCH) {
                flush();
            }
        }
    }
}
