package org.openstall.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeStore {
    private final JdbcClient db;

    ChangeStore(JdbcClient db) {
        this.db = db;
    }

    /** One of the same key stays as it is. */
    void add(ChangeRequest request) {
        db.sql("""
                insert into catalog.change_request
                       (product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                        requested_at, stage)
                values (:product, :id, :seller, :field, :from, :to, :reason, :requestedBy, :requestedAt, 'WAITING')
                on conflict (product_id, request_id) do nothing
                """)
                .param("product", request.key().product().value())
                .param("id", request.key().id())
                .param("seller", request.seller().value())
                .param("field", request.field().text())
                .param("from", request.from())
                .param("to", request.to())
                .param("reason", request.reason())
                .param("requestedBy", request.requestedBy())
                .param("requestedAt", Utc.of(request.requestedAt()))
                .update();
    }

    Optional<ChangeRequest> find(ChangeKey key) {
        return db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where product_id = :product
                   and request_id = :id
                """)
                .param("product", key.product().value())
                .param("id", key.id())
                .query(ChangeStore::request)
                .optional();
    }

    Optional<ChangeRequest> find(SellerId seller, UUID id) {
        return db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where seller_id = :seller
                   and request_id = :id
                """)
                .param("seller", seller.value())
                .param("id", id)
                .query(ChangeStore::request)
                .optional();
    }

    /** The newest first. */
    Page<ChangeRequest> of(SellerId seller, @Nullable String after, int size) {
        return page(
                db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where seller_id = :seller
                   and (requested_at, request_id) < (:at, :id)
                 order by requested_at desc, request_id desc
                 limit :size
                """).param("seller", seller.value()),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                ChangeRequest::requestedAt);
    }

    /** The newest first. */
    Page<ChangeRequest> of(ProductId product, @Nullable String after, int size) {
        return page(
                db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where product_id = :product
                   and (requested_at, request_id) < (:at, :id)
                 order by requested_at desc, request_id desc
                 limit :size
                """).param("product", product.value()),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                ChangeRequest::requestedAt);
    }

    /** The newest first. */
    Page<ChangeRequest> of(SellerId seller, ProductId product, @Nullable String after, int size) {
        return page(
                db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where product_id = :product
                   and seller_id = :seller
                   and (requested_at, request_id) < (:at, :id)
                 order by requested_at desc, request_id desc
                 limit :size
                """).param("product", product.value()).param("seller", seller.value()),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                ChangeRequest::requestedAt);
    }

    /** The oldest first. */
    Page<ChangeRequest> waiting(@Nullable String after, int size) {
        return page(db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where stage = 'WAITING'
                   and (requested_at, request_id) > (:at, :id)
                 order by requested_at, request_id
                 limit :size
                """), TimeKey.parse(after, TimeKey.OLDEST), size, ChangeRequest::requestedAt);
    }

    /** Those decided last first. */
    Page<ChangeRequest> decided(@Nullable String after, int size) {
        return page(db.sql("""
                select product_id, request_id, seller_id, field, from_value, to_value, reason, requested_by,
                       requested_at, stage, decided_by, decided_at, decision_reason
                  from catalog.change_request
                 where stage <> 'WAITING'
                   and (decided_at, request_id) < (:at, :id)
                 order by decided_at desc, request_id desc
                 limit :size
                """), TimeKey.parse(after, TimeKey.NEWEST), size, ChangeRequest::movedAt);
    }

    private static Page<ChangeRequest> page(
            JdbcClient.StatementSpec query, TimeKey from, int size, Function<ChangeRequest, Instant> time) {
        return Page.cut(
                query.param("at", Utc.of(from.at()))
                        .param("id", from.uuid())
                        .param("size", size + 1)
                        .query(ChangeStore::request)
                        .list(),
                size,
                it -> new TimeKey(time.apply(it), it.key().id().toString()).toString());
    }

    int countWaiting() {
        return db.sql("""
                select count(*)
                  from catalog.change_request
                 where stage = 'WAITING'
                """).query(Integer.class).single();
    }

    /** Says how many rows were changed: none if somebody has decided already. */
    int decide(ChangeKey key, ChangeRequest.Stage stage, Proposal.Decision decision) {
        return db.sql("""
                update catalog.change_request
                   set stage = :stage, decided_by = :by, decided_at = :at, decision_reason = :reason
                 where product_id = :product
                   and request_id = :id
                   and stage = 'WAITING'
                """)
                .param("stage", stage.name())
                .param("by", decision.by())
                .param("at", Utc.of(decision.at()))
                .param("reason", decision.reason())
                .param("product", key.product().value())
                .param("id", key.id())
                .update();
    }

    private static ChangeRequest request(ResultSet row, int number) throws SQLException {
        String decidedBy = row.getString("decided_by");
        String reason = row.getString("decision_reason");
        return new ChangeRequest(
                new ChangeKey(new ProductId(row.getString("product_id")), row.getObject("request_id", UUID.class)),
                new SellerId(row.getString("seller_id")),
                PageField.parse(row.getString("field")).orElseThrow(),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("reason"),
                row.getString("requested_by"),
                Utc.instant(row, "requested_at"),
                ChangeRequest.Stage.valueOf(row.getString("stage")),
                decidedBy == null
                        ? null
                        : new Proposal.Decision(
                                decidedBy, Utc.instant(row, "decided_at"), reason == null ? "" : reason));
    }
}
