package org.openstall.feeds;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ProductTypes;
import org.openstall.documents.Documents;
import org.openstall.kernel.LostRace;
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
    private final IssueStore issueStore;
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
            IssueStore issueStore,
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
        this.issueStore = issueStore;
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
        private final NewPages.Kept pages;
        private final RunIssues issues;
        private final RowMatching matching;
        private int records;
        private Staged staged = Staged.NOTHING;
        private Instant reported = Instant.EPOCH;
        private Published published = new Published(0, 0, 0, 0);

        Run(Feed feed, BooleanSupplier stopping) {
            this.feed = feed;
            this.stopping = stopping;
            this.publication =
                    new Publication(feed.id(), feed.seller(), feed.marketplace(), feed.submittedBy(), feed.purge());
            this.pages = newPages.of(feed);
            this.issues = new RunIssues(issueStore, feed);
            this.matching = new RowMatching(feed, catalog, offers, pages, issues);
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
            issueStore.clear(feed);
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
                Stream.concat(read.issues().stream(), shipmentFiles.confirm(feed.seller(), read.rows()).stream())
                        .sorted(Comparator.comparingInt(Issue::record))
                        .forEach(issues::add);
                finish(new Published(records - issues.rejected(), 0, 0, 0));
            });
        }

        /** Happens in the transaction of what the file has changed. */
        private void finish(Published result) {
            issues.flush();
            if (!store.finish(feed, records, issues.rejected(), issues.warnings(), result, clock.instant())) {
                throw new LostRace("File " + feed.id() + " is run by somebody else");
            }
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
            List<StagedRow> staging = matching.stage(batch, records + 1);
            records += batch.size();
            if (!staging.isEmpty()) {
                ahead.stage(staging);
            }
            issues.flush();
            return batch.size() == BATCH;
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
                finish(result);
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
        }
    }
}
