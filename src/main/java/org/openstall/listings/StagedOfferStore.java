package org.openstall.listings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of publications on their way into the offers, and which of them are left out. */
@Repository
class StagedOfferStore {
    /** Cases, in SQL, in which the row {@code s} does not fit the offer {@code o} that it is to change. */
    static final String MISFIT = """
            when s.product_id <> o.product_id then 'PRODUCT_DIFFERS'
            when s.condition <> o.condition then 'CONDITION_DIFFERS'
            when nullif(coalesce(s.min_price_minor, o.min_price_minor), 0)
               > nullif(coalesce(s.max_price_minor, o.max_price_minor), 0)
            then 'MINIMUM_ABOVE_MAXIMUM'
            when coalesce(s.price_minor, o.price_minor)
               < nullif(coalesce(s.min_price_minor, o.min_price_minor), 0)
            then 'PRICE_BELOW_MINIMUM'
            when coalesce(s.price_minor, o.price_minor)
               > nullif(coalesce(s.max_price_minor, o.max_price_minor), 0)
            then 'PRICE_ABOVE_MAXIMUM'
            when s.handling_least > nullif(coalesce(s.handling_most, o.handling_most), -1)
            then 'HANDLING_REVERSED'""";

    private final JdbcClient db;
    private final JdbcOperations jdbc;

    StagedOfferStore(JdbcClient db, JdbcOperations jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    /** Only with the columns of which the rows say anything: to take in a column for nothing has its price, too. */
    void stage(Publication publication, List<StagedRow> rows, List<StagedColumn> said) {
        StringBuilder text = new StringBuilder(rows.size() * 128);
        String home = publication.seller() + "\t" + publication.file() + "\t";
        for (StagedRow row : rows) {
            text.append(home);
            append(text, row.record());
            append(text, row.sku().value());
            append(text, row.action());
            said.forEach(it -> append(text, it.value(row)));
            text.setCharAt(text.length() - 1, '\n');
        }
        copy(
                "copy listings.staged_offer (seller_id, file_id, record, sku, action%s) from stdin"
                        .formatted(said.stream().map(it -> ", " + it.sql()).collect(Collectors.joining())),
                text.toString());
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String plain -> escape(text, plain);
            default -> text.append(value);
        }
        text.append('\t');
    }

    private static void escape(StringBuilder text, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char character = plain.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }

    private void copy(String sql, String rows) {
        // As bytes: characters would be sent in pieces whose borders may lie inside of one.
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        jdbc.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(bytes));
            } catch (IOException failure) {
                throw new DataAccessResourceFailureException("Rows could not be staged", failure);
            }
        });
    }

    void clear(Publication publication) {
        db.sql("""
                delete from listings.staged_offer
                 where seller_id = :seller
                   and file_id = :file
                """).paramSource(parameters(publication)).update();
    }

    long staged(Publication publication) {
        return db.sql("""
                select count(*)
                  from listings.staged_offer
                 where seller_id = :seller
                   and file_id = :file
                """)
                .paramSource(parameters(publication))
                .query(Long.class)
                .single();
    }

    void analyze() {
        db.sql("analyze listings.staged_offer (seller_id, file_id, sku)").update();
    }

    /** Leaves rows out that do not fit their offers. */
    void refuse(Publication publication, Consumer<RefusedRow> refused) {
        db.sql("""
                with judged as (
                    select s.record,
                           case
                           when o.sku is null and s.action <> 'PUT' then 'UNKNOWN_SKU'
                           when s.action = 'REMOVE' then null
                           when o.sku is null and s.product_id is null then 'PRODUCT_MISSING'
                           when o.sku is null and s.price_minor is null then 'PRICE_MISSING'
                           when o.sku is null and s.condition is null then 'CONDITION_MISSING'
                           %s
                           end as reason
                      from listings.staged_offer s
                      left join listings.offer o
                        on o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.sku = s.sku
                     where s.seller_id = :seller
                       and s.file_id = :file)
                delete from listings.staged_offer s
                 using judged
                 where s.seller_id = :seller
                   and s.file_id = :file
                   and s.record = judged.record
                   and judged.reason is not null
                returning s.record, s.sku, judged.reason, 0 as other
                """.formatted(MISFIT)).paramSource(parameters(publication)).query((ResultSet row) -> {
            refused.accept(refusedRow(row));
        });
    }

    void dropSuperseded(Publication publication, Consumer<RefusedRow> refused) {
        db.sql("""
                with repeated as (
                    select sku, max(record) as last
                      from listings.staged_offer
                     where seller_id = :seller
                       and file_id = :file
                     group by sku
                    having count(*) > 1)
                delete from listings.staged_offer s
                 using repeated
                 where s.seller_id = :seller
                   and s.file_id = :file
                   and s.sku = repeated.sku
                   and s.record < repeated.last
                returning s.record, s.sku, 'SUPERSEDED' as reason, repeated.last as other
                """).paramSource(parameters(publication)).query((ResultSet row) -> {
            refused.accept(refusedRow(row));
        });
    }

    private static RefusedRow refusedRow(ResultSet row) throws SQLException {
        return new RefusedRow(
                row.getInt("record"),
                row.getString("sku"),
                RowRefusal.valueOf(row.getString("reason")),
                row.getInt("other"));
    }

    /** Takes the rows away that have done their part once all others are closed. */
    void dropKept(Publication publication) {
        db.sql("""
                delete from listings.staged_offer
                 where seller_id = :seller
                   and file_id = :file
                   and action = 'KEEP'
                """).paramSource(parameters(publication)).update();
    }

    private static MapSqlParameterSource parameters(Publication publication) {
        return new MapSqlParameterSource()
                .addValue("seller", publication.seller().value())
                .addValue("file", publication.file())
                .addValue("marketplace", publication.marketplace().value());
    }
}
