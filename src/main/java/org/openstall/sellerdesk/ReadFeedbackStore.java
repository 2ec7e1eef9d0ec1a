package org.openstall.sellerdesk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which feedback a seller has marked as read. */
@Repository
class ReadFeedbackStore {
    private final JdbcClient db;

    ReadFeedbackStore(JdbcClient db) {
        this.db = db;
    }

    void add(SellerId seller, Collection<UUID> feedback, Instant at) {
        db.sql("""
                insert into sellerdesk.read_feedback (seller_id, feedback_id, read_at)
                select :seller, id, :at
                  from unnest(:feedback) as given (id)
                on conflict (seller_id, feedback_id) do nothing
                """)
                .param("seller", seller.value())
                .param("feedback", feedback.toArray(UUID[]::new))
                .param("at", Utc.of(at))
                .update();
    }

    /** Those of the feedback that have been read. */
    Set<UUID> among(SellerId seller, Collection<UUID> feedback) {
        return new HashSet<>(db.sql("""
                select feedback_id
                  from sellerdesk.read_feedback
                 where seller_id = :seller
                   and feedback_id = any(:feedback)
                """)
                .param("seller", seller.value())
                .param("feedback", feedback.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
