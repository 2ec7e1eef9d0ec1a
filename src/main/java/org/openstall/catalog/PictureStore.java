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
                on conflict (picture_id, size) do update
                   set kept_at = excluded.kept_at
                """)
                .param("id", id)
                .param("size", size.name())
                .param("jpeg", jpeg)
                .param("at", Utc.of(at))
                .update());
    }

    /** Keeps it for as long as if it had just been sent; says whether it is there. */
    boolean hold(String id, Instant at) {
        return db.sql("""
                update catalog.picture
                   set kept_at = :at
                 where picture_id = :id
                """).param("at", Utc.of(at)).param("id", id).update() > 0;
    }

    /**
     * Forgets pictures that nobody has sent or held since, and that nothing names but what was decided before then. Of
     * one that is held meanwhile the condition is looked at anew, so that it stays.
     */
    int forgetUnused(Instant since) {
        return db.sql("""
                delete from catalog.picture k
                 where k.kept_at < :since
                   and not exists (select
                                     from catalog.product p
                                    where p.image_url = '/pictures/' || k.picture_id
                                      and p.image_url like '/pictures/%')
                   and '/pictures/' || k.picture_id not in (
                       select page ->> 'imageUrl'
                         from catalog.proposal
                        where (stage = 'WAITING' or decided_at >= :since or (stage = 'APPROVED' and product_id is null))
                          and page ->> 'imageUrl' is not null)
                   and '/pictures/' || k.picture_id not in (
                       select unnest(array[from_value, to_value])
                         from catalog.change_request
                        where field = 'image'
                          and (stage = 'WAITING' or decided_at >= :since))
                """).param("since", Utc.of(since)).update();
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
