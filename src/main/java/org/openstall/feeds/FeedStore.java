package org.openstall.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.documents.Document;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.listings.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedStore {
    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    /** Queues a file unless its submission is known. */
    boolean add(NewFeed feed, UUID id, Document document, Instant now) {
        return db.sql("""
                insert into feeds.file
                       (seller_id, file_id, submission_id, marketplace_id, kind, purge, document_id, name, bytes,
                        sha256, submitted_at, submitted_by, chosen_encoding, numbers, state)
                values (:seller, :id, :submission, :marketplace, :kind, :purge, :document, :name, :bytes,
                        :sha256, :now, :submittedBy, :encoding, :numbers, 'QUEUED')
                on conflict (seller_id, submission_id) do nothing
                """)
                        .param("seller", feed.seller().value())
                        .param("id", id)
                        .param("submission", feed.submission())
                        .param("marketplace", feed.marketplace().value())
                        .param("kind", feed.kind().name())
                        .param("purge", feed.purge())
                        .param("document", document.id())
                        .param("name", document.name())
                        .param("bytes", document.bytes())
                        .param("sha256", document.sha256())
                        .param("now", Utc.of(now))
                        .param("submittedBy", feed.submittedBy())
                        .param("encoding", feed.settings().encoding(), Types.VARCHAR)
                        .param("numbers", feed.settings().numbers().name())
                        .update()
                == 1;
    }

    Optional<UUID> submitted(SellerId seller, UUID submission) {
        return db.sql("""
                select file_id
                  from feeds.file
                 where seller_id = :seller
                   and submission_id = :submission
                """)
                .param("seller", seller.value())
                .param("submission", submission)
                .query(UUID.class)
                .optional();
    }

    Optional<Feed> find(SellerId seller, UUID id) {
        return db.sql("""
                select seller_id, file_id, marketplace_id, kind, purge, document_id, name, bytes, sha256,
                       submitted_at, submitted_by, chosen_encoding, numbers, agreed_closures, state, attempt,
                       started_at, finished_at, encoding, format, ignored_columns, read_bytes, records, rejected,
                       warned, edited, listed, removed, closed, reason, reason_arguments
                  from feeds.file
                 where seller_id = :seller
                   and file_id = :id
                """)
                .param("seller", seller.value())
                .param("id", id)
                .query(FeedStore::feed)
                .optional();
    }

    Page<Feed> list(SellerId seller, MarketplaceId marketplace, @Nullable UUID before, int size) {
        List<Feed> rows = db.sql("""
                select seller_id, file_id, marketplace_id, kind, purge, document_id, name, bytes, sha256,
                       submitted_at, submitted_by, chosen_encoding, numbers, agreed_closures, state, attempt,
                       started_at, finished_at, encoding, format, ignored_columns, read_bytes, records, rejected,
                       warned, edited, listed, removed, closed, reason, reason_arguments
                  from feeds.file
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (:before::uuid is null or file_id < :before)
                 order by file_id desc
                 limit :size
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("before", before, Types.OTHER)
                .param("size", size + 1)
                .query(FeedStore::feed)
                .list();
        return Page.cut(rows, size, it -> it.id().toString());
    }

    /** The latest file with the same content that is live, if there is one. */
    Optional<Feed> twin(Feed feed) {
        return db.sql("""
                select seller_id, file_id, marketplace_id, kind, purge, document_id, name, bytes, sha256,
                       submitted_at, submitted_by, chosen_encoding, numbers, agreed_closures, state, attempt,
                       started_at, finished_at, encoding, format, ignored_columns, read_bytes, records, rejected,
                       warned, edited, listed, removed, closed, reason, reason_arguments
                  from feeds.file
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and kind = :kind
                   and sha256 = :sha256
                   and file_id < :id
                   and state = 'DONE'
                 order by file_id desc
                 limit 1
                """)
                .param("seller", feed.seller().value())
                .param("marketplace", feed.marketplace().value())
                .param("kind", feed.kind().name())
                .param("sha256", feed.sha256())
                .param("id", feed.id())
                .query(FeedStore::feed)
                .optional();
    }

    /** Puts what a worker has left unfinished back to its place in the queue. */
    void requeue(int worker) {
        db.sql("""
                update feeds.file
                   set state = 'QUEUED', read_bytes = 0, records = 0
                 where state = 'RUNNING'
                   and worker = :worker
                """).param("worker", worker).update();
    }

    /**
     * Gives a worker the next file: the oldest of its seller and kind that waits for none before it, of the seller
     * who has had to wait longest since a file of his was begun. A seller has one worker less than there are.
     */
    Optional<Feed> claim(int worker, Instant now) {
        return db.sql("""
                with next as (
                    select f.seller_id, f.file_id
                      from feeds.file f
                     where f.state = 'QUEUED'
                       and not exists (select
                                         from feeds.file e
                                        where e.seller_id = f.seller_id
                                          and e.kind = f.kind
                                          and e.state in ('QUEUED', 'RUNNING', 'WAITING')
                                          and (e.submitted_at, e.file_id) < (f.submitted_at, f.file_id))
                       and (select count(*)
                              from feeds.file r
                             where r.seller_id = f.seller_id
                               and r.state = 'RUNNING') < :most
                     order by exists (select
                                        from feeds.file r
                                       where r.seller_id = f.seller_id
                                         and r.state = 'RUNNING'),
                              (select max(l.started_at)
                                 from feeds.file l
                                where l.seller_id = f.seller_id) nulls first,
                              f.submitted_at, f.file_id
                     limit 1
                       for update of f skip locked)
                update feeds.file f
                   set state = 'RUNNING', worker = :worker, attempt = f.attempt + 1, started_at = :now,
                       read_bytes = 0, records = 0, rejected = 0, warned = 0
                  from next
                 where f.seller_id = next.seller_id
                   and f.file_id = next.file_id
                returning f.seller_id, f.file_id, f.marketplace_id, f.kind, f.purge, f.document_id, f.name, f.bytes,
                          f.sha256, f.submitted_at, f.submitted_by, f.chosen_encoding, f.numbers, f.agreed_closures,
                          f.state, f.attempt, f.started_at, f.finished_at, f.encoding, f.format, f.ignored_columns,
                          f.read_bytes, f.records, f.rejected, f.warned, f.edited, f.listed, f.removed, f.closed,
                          f.reason, f.reason_arguments
                """)
                .param("worker", worker)
                .param("most", FeedWorkers.LAST - 1)
                .param("now", Utc.of(now))
                .query(FeedStore::feed)
                .optional();
    }

    void saveForm(Feed feed, FileRows.Form form) {
        db.sql("""
                update feeds.file
                   set encoding = :encoding, format = :format, ignored_columns = :ignored
                 where seller_id = :seller
                   and file_id = :id
                """)
                .param("seller", feed.seller().value())
                .param("id", feed.id())
                .param("encoding", form.encoding())
                .param("format", form.format())
                .param("ignored", form.ignored().toArray(String[]::new))
                .update();
    }

    /** False if the file is not this run's any more. */
    boolean saveProgress(Feed feed, long readBytes, int records) {
        return db.sql("""
                update feeds.file
                   set read_bytes = :readBytes, records = :records
                 where seller_id = :seller
                   and file_id = :id
                   and state = 'RUNNING'
                   and attempt = :attempt
                """)
                        .param("seller", feed.seller().value())
                        .param("id", feed.id())
                        .param("attempt", feed.attempt())
                        .param("readBytes", readBytes)
                        .param("records", records)
                        .update()
                == 1;
    }

    /** False if the file is not this run's any more. */
    boolean finish(Feed feed, int records, int rejected, int warned, Published published, Instant now) {
        return db.sql("""
                update feeds.file
                   set state = 'DONE', finished_at = :now, read_bytes = bytes, records = :records,
                       rejected = :rejected, warned = :warned, edited = :edited, listed = :listed,
                       removed = :removed, closed = :closed, reason = null, reason_arguments = '{}'
                 where seller_id = :seller
                   and file_id = :id
                   and state = 'RUNNING'
                   and attempt = :attempt
                """)
                        .param("seller", feed.seller().value())
                        .param("id", feed.id())
                        .param("attempt", feed.attempt())
                        .param("now", Utc.of(now))
                        .param("records", records)
                        .param("rejected", rejected)
                        .param("warned", warned)
                        .param("edited", published.edited())
                        .param("listed", published.listed())
                        .param("removed", published.removed())
                        .param("closed", published.closed())
                        .update()
                == 1;
    }

    /** Lets a run end otherwise than by being done. */
    void stop(Feed feed, FeedState state, @Nullable String reason, List<String> arguments, Instant now) {
        db.sql("""
                update feeds.file
                   set state = :state, reason = :reason, reason_arguments = :arguments,
                       finished_at = case when :over then :now::timestamptz end
                 where seller_id = :seller
                   and file_id = :id
                   and state = 'RUNNING'
                   and attempt = :attempt
                """)
                .param("seller", feed.seller().value())
                .param("id", feed.id())
                .param("attempt", feed.attempt())
                .param("state", state.name())
                .param("reason", reason, Types.VARCHAR)
                .param("arguments", arguments.toArray(String[]::new))
                .param("over", state.isOver())
                .param("now", Utc.of(now))
                .update();
    }

    /** False if it is neither queued nor waiting any more. */
    boolean cancel(SellerId seller, UUID id, Instant now) {
        return db.sql("""
                update feeds.file
                   set state = 'CANCELLED', finished_at = :now
                 where seller_id = :seller
                   and file_id = :id
                   and state in ('QUEUED', 'WAITING')
                """)
                        .param("seller", seller.value())
                        .param("id", id)
                        .param("now", Utc.of(now))
                        .update()
                == 1;
    }

    /** False if it does not wait any more. */
    boolean answer(SellerId seller, UUID id, Question question, FeedSettings settings) {
        return db.sql("""
                update feeds.file
                   set state = 'QUEUED', numbers = :numbers, agreed_closures = :closures, attempt = 0, reason = null,
                       reason_arguments = '{}'
                 where seller_id = :seller
                   and file_id = :id
                   and state = 'WAITING'
                   and reason = :question
                """)
                        .param("seller", seller.value())
                        .param("id", id)
                        .param("question", question.name())
                        .param("numbers", settings.numbers().name())
                        .param("closures", settings.agreedClosures(), Types.BIGINT)
                        .update()
                == 1;
    }

    /**
     * How many files go before a file of its kind, and how many bytes are to be read until it is live.
     *
     * @param asked the first of them that waits for an answer
     */
    record Ahead(int files, long bytes, @Nullable UUID asked) {}

    Ahead ahead(Feed feed) {
        return db.sql("""
                select count(*) filter (where file_id <> :id) as files, coalesce(sum(bytes - read_bytes), 0) as bytes,
                       (array_agg(file_id order by submitted_at, file_id)
                            filter (where state = 'WAITING' and file_id <> :id))[1] as asked
                  from feeds.file
                 where seller_id = :seller
                   and kind = :kind
                   and state in ('QUEUED', 'RUNNING', 'WAITING')
                   and (submitted_at, file_id) <= (:submittedAt, :id)
                """)
                .param("seller", feed.seller().value())
                .param("id", feed.id())
                .param("kind", feed.kind().name())
                .param("submittedAt", Utc.of(feed.submittedAt()))
                .query((row, number) ->
                        new Ahead(row.getInt("files"), row.getLong("bytes"), row.getObject("asked", UUID.class)))
                .single();
    }

    /** Bytes a second of the latest files; empty if there have been none. */
    Optional<Double> bytesPerSecond() {
        return db.sql("""
                select sum(bytes) / greatest(sum(extract(epoch from finished_at - started_at)), 0.1)::float8 as rate
                  from (select bytes, started_at, finished_at
                          from feeds.file
                         where state = 'DONE'
                         order by finished_at desc
                         limit 20) as latest
                """)
                .query((row, number) -> Optional.ofNullable(row.getObject("rate", Double.class)))
                .single();
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        String encoding = row.getString("encoding");
        String format = row.getString("format");
        return new Feed(
                new SellerId(row.getString("seller_id")),
                row.getObject("file_id", UUID.class),
                new MarketplaceId(row.getString("marketplace_id")),
                FeedKind.valueOf(row.getString("kind")),
                row.getBoolean("purge"),
                row.getObject("document_id", UUID.class),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Utc.instant(row, "submitted_at"),
                row.getString("submitted_by"),
                new FeedSettings(
                        row.getString("chosen_encoding"),
                        NumberFormat.valueOf(row.getString("numbers")),
                        row.getObject("agreed_closures", Long.class)),
                FeedState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                Utc.nullable(row, "started_at"),
                Utc.nullable(row, "finished_at"),
                encoding == null ? "" : encoding,
                format == null ? "" : format,
                texts(row, "ignored_columns"),
                row.getLong("read_bytes"),
                new FeedCounts(
                        row.getInt("records"),
                        row.getInt("rejected"),
                        row.getInt("warned"),
                        row.getInt("edited"),
                        row.getInt("listed"),
                        row.getInt("removed"),
                        row.getInt("closed")),
                row.getString("reason"),
                texts(row, "reason_arguments"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
