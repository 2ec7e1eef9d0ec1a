package org.openstall.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.pages.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailSettingStore {
    private final JdbcClient db;

    MailSettingStore(JdbcClient db) {
        this.db = db;
    }

    Optional<SellerMail> find(SellerId seller) {
        return db.sql("""
                select addresses, language, wanted
                  from notifications.seller_settings
                 where seller_id = :seller
                """)
                .param("seller", seller.value())
                .query(MailSettingStore::settings)
                .optional();
    }

    void save(SellerId seller, SellerMail mail, Instant now) {
        db.sql("""
                insert into notifications.seller_settings (seller_id, addresses, language, wanted, changed_at)
                values (:seller, :addresses, :language, :wanted, :now)
                on conflict (seller_id) do update
                   set addresses = excluded.addresses,
                       language = excluded.language,
                       wanted = excluded.wanted,
                       changed_at = excluded.changed_at
                """)
                .param("seller", seller.value())
                .param("addresses", mail.addresses().toArray(String[]::new))
                .param("language", mail.language().tag())
                .param("wanted", mail.wanted().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", Utc.of(now))
                .update();
    }

    private static SellerMail settings(ResultSet row, int number) throws SQLException {
        return new SellerMail(
                List.of((String[]) row.getArray("addresses").getArray()),
                Language.ofTag(row.getString("language")).orElse(Language.ENGLISH),
                Arrays.stream((String[]) row.getArray("wanted").getArray())
                        .map(MailKind::valueOf)
                        .collect(Collectors.toSet()),
                true);
    }
}
