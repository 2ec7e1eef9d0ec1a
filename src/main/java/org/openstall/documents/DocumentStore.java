package org.openstall.documents;

import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentStore {
    private final JdbcClient db;

    DocumentStore(JdbcClient db) {
        this.db = db;
    }

    void add(Document document) {
        db.sql("""
                insert into documents.document (seller_id, document_id, name, bytes, sha256, stored_at)
                values (:seller, :id, :name, :bytes, :sha256, :storedAt)
                """)
                .param("seller", document.seller().value())
                .param("id", document.id())
                .param("name", document.name())
                .param("bytes", document.bytes())
                .param("sha256", document.sha256())
                .param("storedAt", Utc.of(document.storedAt()))
                .update();
    }

    Optional<Document> find(SellerId seller, UUID id) {
        return db.sql("""
                select name, bytes, sha256, stored_at
                  from documents.document
                 where seller_id = :seller
                   and document_id = :id
                """)
                .param("seller", seller.value())
                .param("id", id)
                .query((row, number) -> new Document(
                        seller,
                        id,
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        Utc.instant(row, "stored_at")))
                .optional();
    }

    void remove(SellerId seller, UUID id) {
        db.sql("""
                delete from documents.document
                 where seller_id = :seller
                   and document_id = :id
                """).param("seller", seller.value()).param("id", id).update();
    }
}
