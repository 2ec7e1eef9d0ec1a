package org.openstall.fulfilment;

import java.time.Instant;
import java.util.Optional;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SlipNoteStore {
    private final JdbcClient db;

    SlipNoteStore(JdbcClient db) {
        this.db = db;
    }

    Optional<String> find(SellerId seller) {
        return db.sql("""
                select note
                  from fulfilment.slip_note
                 where seller_id = :seller
                """).param("seller", seller.value()).query(String.class).optional();
    }

    void save(SellerId seller, String note, Instant now) {
        db.sql("""
                insert into fulfilment.slip_note (seller_id, note, changed_at)
                values (:seller, :note, :now)
                on conflict (seller_id) do update
                   set note = excluded.note,
                       changed_at = excluded.changed_at
                """)
                .param("seller", seller.value())
                .param("note", note)
                .param("now", Utc.of(now))
                .update();
    }
}
