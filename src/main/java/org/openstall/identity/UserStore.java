package org.openstall.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.UserId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class UserStore {
    private final JdbcClient db;

    UserStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Writes a new user, or nothing and false if the e-mail has one. The address and the user have different
     * homes: the address alone decides a race, and both are written together or not at all.
     */
    @Transactional
    boolean insert(User user, String passwordHash, Instant registeredAt) {
        int claimed = db.sql("""
                insert into identity.login (email, user_id)
                values (:email, :user)
                on conflict (email) do nothing
                """)
                .param("email", user.email())
                .param("user", user.id().value())
                .update();
        if (claimed == 0) {
            return false;
        }
        db.sql("""
                insert into identity.app_user
                       (user_id, email, name, password_hash, seller_id, operator, language, registered_at)
                values (:user, :email, :name, :hash, null, false, null, :registeredAt)
                """)
                .param("user", user.id().value())
                .param("email", user.email())
                .param("name", user.name())
                .param("hash", passwordHash)
                .param("registeredAt", Utc.of(registeredAt))
                .update();
        return true;
    }

    Optional<UserId> idOf(String email) {
        return db.sql("select user_id from identity.login where email = :email")
                .param("email", email)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    Optional<User> find(UserId id) {
        return db.sql("""
                select user_id, email, name, seller_id, operator, language
                  from identity.app_user
                 where user_id = :user
                """).param("user", id.value()).query(UserStore::user).optional();
    }

    List<User> of(SellerId seller) {
        return db.sql("""
                select user_id, email, name, seller_id, operator, language
                  from identity.app_user
                 where seller_id = :seller
                 order by registered_at, user_id
                """)
                .param("seller", seller.value())
                .query(UserStore::user)
                .list();
    }

    Optional<String> passwordHash(UserId id) {
        return db.sql("select password_hash from identity.app_user where user_id = :user")
                .param("user", id.value())
                .query(String.class)
                .optional();
    }

    void setSeller(UserId id, @Nullable SellerId seller) {
        set(id, "seller_id", seller == null ? null : seller.value());
    }

    void setOperator(UserId id, boolean operator) {
        set(id, "operator", operator);
    }

    /** Ends all links by which to set another. */
    @Transactional
    void setPasswordHash(UserId id, String hash) {
        set(id, "password_hash", hash);
        db.sql("delete from identity.password_link where user_id = :user")
                .param("user", id.value())
                .update();
    }

    /** Until the transaction ends, nobody else sets the password or makes a link by which to do so. */
    void lockPassword(UserId id) {
        db.sql("select user_id from identity.app_user where user_id = :user for update")
                .param("user", id.value())
                .query(UUID.class)
                .list();
    }

    void setLanguage(UserId id, String language) {
        set(id, "language", language);
    }

    private void set(UserId id, String column, @Nullable Object value) {
        int rows = db.sql("update identity.app_user set " + column + " = :value where user_id = :user")
                .param("value", value)
                .param("user", id.value())
                .update();
        LostRace.unlessOne(rows, "No user " + id);
    }

    boolean hasOperator() {
        return db.sql("select exists (select from identity.app_user where operator)")
                .query(Boolean.class)
                .single();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        String seller = row.getString("seller_id");
        return new User(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                seller == null ? null : new SellerId(seller),
                row.getBoolean("operator"),
                row.getString("language"));
    }
}
