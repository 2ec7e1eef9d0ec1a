package org.openstall.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openstall.catalog.Pictures.Size;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PictureStore {
    private final JdbcClient db;

    PictureStore(JdbcClient db) {
        this.db = db;
    }

    @Transactional
    void add(String id, Map<Size, byte[]> jpegs, Instant at) {
        jpegs.forEach((size, jpeg) -> db.sql("""
                insert into catalog.picture (picture_id, size, jpeg, kept_at)
                values (:id, :size, :jpeg, :at)
                on conflict (picture_id, size) do nothing
                """)
                .param("id", id)
                .param("size", size.name())
                .param("jpeg", jpeg)
                .param("at", Utc.of(at))
                .update());
    }

    Optional<byte[]> find(String id, Size size) {
        return db.sql("""
                select jpeg
                  from catalog.picture
                 where picture_id = :id
                   and size = :size
                """)
                .param("id", id)
                .param("size", size.name())
                .query((row, number) -> row.getBytes("jpeg"))
                .optional();
    }
}
