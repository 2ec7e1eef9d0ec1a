package org.openstall.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.UserId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasswordLinkStore {
    private final JdbcClient db;

    PasswordLinkStore(JdbcClient db) {
        this.db = db;
    }

    void add(UserId user, byte[] codeHash, Instant expiresAt) {
        db.sql("""
                insert into identity.password_link (user_id, code_hash, expires_at)
                values (:user, :hash, :expiresAt)
                """)
                .param("user", user.value())
                .param("hash", codeHash)
                .param("expiresAt", Utc.of(expiresAt))
                .update();
    }

    /** Whose link it is, if it is good at that time. */
    Optional<UserId> owner(byte[] codeHash, Instant now) {
        return db.sql("select user_id from identity.password_link where code_hash = :hash and expires_at > :now")
                .param("hash", codeHash)
                .param("now", Utc.of(now))
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    /** Uses a link up; false if somebody else has, or it is not good any more. */
    boolean use(UserId user, byte[] codeHash, Instant now) {
        return db.sql("""
                delete from identity.password_link
                 where user_id = :user
                   and code_hash = :hash
                   and expires_at > :now
                """)
                        .param("user", user.value())
                        .param("hash", codeHash)
                        .param("now", Utc.of(now))
                        .update()
                == 1;
    }

    void removeExpired(Instant now) {
        db.sql("delete from identity.password_link where expires_at <= :now")
                .param("now", Utc.of(now))
                .update();
    }
}
