package org.openstall.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be said of the rows of files. */
@Repository
class IssueStore {
    private final JdbcClient db;
    private final JdbcOperations jdbc;

    IssueStore(JdbcClient db, JdbcOperations jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    void clear(Feed feed) {
        db.sql("""
                delete from feeds.issue
                 where seller_id = :seller
                   and file_id = :id
                """)
                .param("seller", feed.seller().value())
                .param("id", feed.id())
                .update();
    }

    /**
     * Over the connection of the transaction, if there is one: who holds locks must not wait for another.
     *
     * @param from the position of the first issue, counted over the file
     */
    void add(Feed feed, List<Issue> issues, int from) {
        StringBuilder text = new StringBuilder();
        int position = from;
        for (Issue issue : issues) {
            text.append(feed.seller().value()).append('\t').append(feed.id()).append('\t');
            text.append(issue.finding().severity() == Finding.Severity.ERROR ? 0 : 1)
                    .append('\t');
            text.append(issue.record()).append('\t').append(position++).append('\t');
            text.append(escaped(issue.sku()))
                    .append('\t')
                    .append(issue.finding())
                    .append('\t');
            text.append(escaped(array(issue.arguments()))).append('\n');
        }
        // As bytes: characters would be sent in pieces whose borders may lie inside of one.
        byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                                copy feeds.issue (seller_id, file_id, severity, record, position, sku, finding, arguments)
                                from stdin
                                """, new ByteArrayInputStream(rows));
            } catch (IOException failure) {
                throw new DataAccessResourceFailureException("Issues could not be written", failure);
            }
        });
    }

    private static String array(List<String> elements) {
        StringBuilder text = new StringBuilder("{");
        for (String element : elements) {
            text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\u0000", "");
    }

    /** Errors first, then warnings, each in the order of the file; {@code after} is the key of the page before. */
    Page<Issue> list(SellerId seller, UUID id, @Nullable String after, int size) {
        IssueKey from = IssueKey.of(after);
        record Row(IssueKey key, Issue issue) {}
        List<Row> rows = db.sql("""
                select severity, record, position, sku, finding, arguments
                  from feeds.issue
                 where seller_id = :seller
                   and file_id = :id
                   and (severity, record, position) > (:severity, :record, :position)
                 order by severity, record, position
                 limit :size
                """)
                .param("seller", seller.value())
                .param("id", id)
                .param("severity", from.severity())
                .param("record", from.record())
                .param("position", from.position())
                .param("size", size + 1)
                .query((row, number) -> new Row(
                        new IssueKey(row.getInt("severity"), row.getInt("record"), row.getInt("position")),
                        new Issue(
                                row.getInt("record"),
                                row.getString("sku"),
                                Finding.valueOf(row.getString("finding")),
                                FeedStore.texts(row, "arguments"))))
                .list();
        return Page.cut(rows, size, it -> it.key().text()).map(Row::issue);
    }
}
