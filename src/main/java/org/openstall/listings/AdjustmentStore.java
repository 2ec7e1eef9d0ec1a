package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger of stock out of the history of offers, of which it is a part. */
@Repository
class AdjustmentStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    AdjustmentStore(JdbcClient db) {
        this.db = db;
    }

    private record Line(Adjustment adjustment, UUID change) {
        String key() {
            return new TimeKey(adjustment.at(), change + "_" + adjustment.sku()).toString();
        }
    }

    Page<Adjustment> of(
            SellerId seller,
            MarketplaceId marketplace,
            @Nullable Sku sku,
            @Nullable AdjustmentReason reason,
            @Nullable String after,
            int size) {
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        int cut = key.id().indexOf('_');
        List<Line> lines = db.sql("""
                select sku, change_id, changed_at, changed_by, file_id, reason, reason_text, case_id,
                       befores[array_position(fields, 'quantity')] as before,
                       afters[array_position(fields, 'quantity')] as after
                  from listings.offer_change
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and reason is not null
                   and (:sku::text is null or sku = :sku)
                   and (:reason::text is null or reason = :reason)
                   and (changed_at, change_id, sku) < (:at, :change, :afterSku)
                 order by changed_at desc, change_id desc, sku desc
                 limit :size
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("sku", sku == null ? null : sku.value())
                .param("reason", reason == null ? null : reason.name())
                .param("at", Utc.of(key.at()))
                .param("change", cut < 0 ? LAST : change(key.id().substring(0, cut)))
                .param("afterSku", cut < 0 ? InventoryKey.LAST : key.id().substring(cut + 1))
                .param("size", size + 1)
                .query(AdjustmentStore::line)
                .list();
        return Page.cut(lines, size, Line::key).map(Line::adjustment);
    }

    private static UUID change(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAKey) {
            return LAST;
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Adjustment adjustment = new Adjustment(
                new Sku(row.getString("sku")),
                Utc.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getObject("file_id", UUID.class),
                row.getInt("before"),
                row.getInt("after"),
                new Reason(
                        AdjustmentReason.valueOf(row.getString("reason")),
                        Objects.requireNonNullElse(row.getString("reason_text"), "")),
                row.getString("case_id"));
        return new Line(adjustment, row.getObject("change_id", UUID.class));
    }
}
