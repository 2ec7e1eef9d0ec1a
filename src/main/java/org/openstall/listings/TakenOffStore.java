package org.openstall.listings;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TakenOffStore {
    private final JdbcClient db;

    TakenOffStore(JdbcClient db) {
        this.db = db;
    }

    /** Says how many rows are new: none if it is off already. */
    int add(OfferKey key, TakenOff takenOff) {
        return db.sql("""
                insert into listings.taken_off (seller_id, marketplace_id, sku, reason, taken_off_by, taken_off_at)
                values (:seller, :marketplace, :sku, :reason, :by, :at)
                on conflict (seller_id, marketplace_id, sku) do nothing
                """)
                .param("seller", key.seller().value())
                .param("marketplace", key.marketplace().value())
                .param("sku", key.sku().value())
                .param("reason", takenOff.reason())
                .param("by", takenOff.by())
                .param("at", Utc.of(takenOff.at()))
                .update();
    }

    /** Says how many rows are gone: none if it was not off. */
    int remove(OfferKey key) {
        return db.sql("""
                delete from listings.taken_off
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                """)
                .param("seller", key.seller().value())
                .param("marketplace", key.marketplace().value())
                .param("sku", key.sku().value())
                .update();
    }

    Map<OfferKey, TakenOff> find(Collection<OfferKey> keys) {
        Map<OfferKey, TakenOff> found = new HashMap<>();
        db.sql("""
                select seller_id, marketplace_id, sku, reason, taken_off_by, taken_off_at
                  from listings.taken_off
                 where (seller_id, marketplace_id, sku) in (
                       select wanted.seller_id, wanted.marketplace_id, wanted.sku
                         from unnest(:sellers, :marketplaces, :skus) as wanted (seller_id, marketplace_id, sku))
                """)
                .param("sellers", keys.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param(
                        "marketplaces",
                        keys.stream().map(it -> it.marketplace().value()).toArray(String[]::new))
                .param("skus", keys.stream().map(it -> it.sku().value()).toArray(String[]::new))
                .query((ResultSet row) -> {
                    found.put(
                            new OfferKey(
                                    new SellerId(row.getString("seller_id")),
                                    new MarketplaceId(row.getString("marketplace_id")),
                                    new Sku(row.getString("sku"))),
                            new TakenOff(
                                    row.getString("reason"),
                                    row.getString("taken_off_by"),
                                    Utc.instant(row, "taken_off_at")));
                });
        return found;
    }
}
