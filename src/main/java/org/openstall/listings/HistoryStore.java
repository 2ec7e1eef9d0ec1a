package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The history of offers, and the ledger of stock, which is a part of it. What changes a few offers is a row for each, in a
 * drawer named after its SKU; what changes many at once is sorted into 256 drawers, a row for each in which something
 * lies, so that a file costs as much room and time as it has drawers, not rows.
 */
@Repository
class HistoryStore {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    HistoryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The end of a statement that changes offers of one seller: keeps what it has changed, and tells of each row how many
     * offers it is about and, of those that look different to buyers now, the products.
     *
     * @param changes names what has the columns {@code sku, product_id, visible, fields, befores, afters}; the statement
     *     has the parameters {@code seller, marketplace, file, now, changedBy}
     * @param many whether they are worth sorting into drawers
     */
    static String keep(String changes, boolean many) {
        return keep(changes, "fields", "fields", many);
    }

    /**
     * The same, if something else tells which fields have changed and is quicker to sort by.
     *
     * @param kind the column with it
     * @param fields their names, made of it
     */
    static String keep(String changes, String kind, String fields, boolean many) {
        String drawer = many ? "listings.drawer(sku)" : "sku";
        return """
                sorted as (
                    select %s as drawer, %s as fields, array_agg(sku) as skus, array_agg(befores) as befores,
                           array_agg(afters) as afters, array_agg(product_id) filter (where visible) as products
                      from %s
                     group by %s, %s),
                kept as (
                    insert into listings.offer_change
                           (seller_id, marketplace_id, drawer, changed_at, change_id, changed_by, file_id, fields, skus,
                            befores, afters, reason)
                    select :seller, :marketplace, drawer, :now, %s, :changedBy, :file::uuid, fields, skus, befores,
                           afters, case when 'quantity' = any(fields) then 'FILE' end
                      from sorted)
                select cardinality(skus) as offers, products
                  from sorted
                """.formatted(drawer, fields, changes, drawer, kind, many ? "gen_random_uuid()" : ":file::uuid");
    }

    /** @param reason why the quantity was changed, if it was */
    void save(OfferKey key, OfferHistory history, Reason reason, String changedBy, Instant now) {
        db.sql("""
                insert into listings.offer_change
                       (seller_id, marketplace_id, drawer, changed_at, change_id, changed_by, fields, skus, befores,
                        afters, reason, reason_text)
                values (:seller, :marketplace, :sku, :changedAt, :id, :changedBy, :fields, array[:sku],
                        array[:befores::text[]], array[:afters::text[]], :reason, nullif(:reasonText, ''))
                """)
                .param("seller", key.seller().value())
                .param("marketplace", key.marketplace().value())
                .param("sku", key.sku().value())
                .param("changedAt", Utc.of(now))
                .param("id", TimeOrderedIds.create(now))
                .param("changedBy", changedBy)
                .param("fields", history.fields().toArray(String[]::new))
                .param("befores", history.befores().toArray(String[]::new))
                .param("afters", history.afters().toArray(String[]::new))
                .param("reason", history.isAdjustment() ? reason.code().name() : null, Types.VARCHAR)
                .param("reasonText", history.isAdjustment() ? reason.text() : "")
                .update();
    }

    /** Whole changes, however many things each has changed. */
    Page<List<OfferChange>> of(OfferKey key, @Nullable String after, int size) {
        TimeKey from = TimeKey.parse(after, TimeKey.NEWEST);
        List<Change> changes = db.sql("""
                select c.change_id, c.changed_at, c.changed_by, c.file_id, c.fields, c.befores, c.afters
                  from (select :sku as drawer
                         union
                        select listings.drawer(:sku)) d
                 cross join lateral (
                       select change_id, changed_at, changed_by, file_id, fields,
                              befores[place : place] as befores, afters[place : place] as afters
                         from listings.offer_change
                        cross join lateral array_position(skus, :sku) as place
                        where seller_id = :seller
                          and marketplace_id = :marketplace
                          and drawer = d.drawer
                          and (changed_at, change_id) < (:at, :id)
                          and place is not null
                        order by changed_at desc, change_id desc
                        limit :size) c
                 order by c.changed_at desc, c.change_id desc
                 limit :size
                """)
                .param("seller", key.seller().value())
                .param("marketplace", key.marketplace().value())
                .param("sku", key.sku().value())
                .param("at", Utc.of(from.at()))
                .param("id", from.uuid())
                .param("size", size + 1)
                .query(HistoryStore::change)
                .list();
        return Page.cut(changes, size, it -> it.key().toString()).map(Change::steps);
    }

    private record Change(TimeKey key, List<OfferChange> steps) {}

    private static Change change(ResultSet row, int number) throws SQLException {
        Instant at = Utc.instant(row, "changed_at");
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[][] befores = (String[][]) row.getArray("befores").getArray();
        String[][] afters = (String[][]) row.getArray("afters").getArray();
        List<OfferChange> steps = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            steps.add(new OfferChange(
                    at,
                    row.getString("changed_by"),
                    row.getObject("file_id", UUID.class),
                    fields[i],
                    befores[0][i],
                    afters[0][i]));
        }
        return new Change(new TimeKey(at, row.getString("change_id")), steps);
    }

    private record Line(Adjustment adjustment, UUID change) {
        String key() {
            return new TimeKey(adjustment.at(), change + "_" + adjustment.sku()).toString();
        }
    }

    /** The ledger of stock, newest first; of a file that changed many, it stands by drawer and SKU. */
    Page<Adjustment> adjustments(
            SellerId seller,
            MarketplaceId marketplace,
            @Nullable Sku sku,
            @Nullable AdjustmentReason reason,
            @Nullable String after,
            int size) {
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        int cut = key.id().indexOf('_');
        List<Line> lines = db.sql("""
                select s.sku, c.change_id, c.changed_at, c.changed_by, c.file_id, c.reason, c.reason_text, c.case_id,
                       s.before, s.after
                  from listings.offer_change c
                 cross join lateral array_position(c.fields, 'quantity') as field
                 cross join lateral unnest(c.skus, c.befores[:][field : field], c.afters[:][field : field])
                       as s(sku, before, after)
                 where c.seller_id = :seller
                   and c.marketplace_id = :marketplace
                   and c.reason is not null
                   and (:sku::text is null or (c.drawer in (:sku, listings.drawer(:sku)) and s.sku = :sku))
                   and (:reason::text is null or c.reason = :reason)
                   and (c.changed_at, c.change_id) <= (:at, :change)
                   and (c.changed_at, c.change_id, s.sku) < (:at, :change, :afterSku)
                 order by c.changed_at desc, c.change_id desc, s.sku desc
                 limit :size
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("sku", sku == null ? null : sku.value(), Types.VARCHAR)
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("at", Utc.of(key.at()))
                .param("change", cut < 0 ? LAST : changeId(key.id().substring(0, cut)))
                .param("afterSku", cut < 0 ? InventoryKey.LAST : key.id().substring(cut + 1))
                .param("size", size + 1)
                .query(HistoryStore::line)
                .list();
        return Page.cut(lines, size, Line::key).map(Line::adjustment);
    }

    private static UUID changeId(String text) {
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
