package org.openstall.listings;

import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes and counts many offers of a seller at once. Whatever changes them locks them in the order in which checkouts do,
 * so that none waits for one that waits for it.
 */
@Repository
class BulkOfferStore {
    private final JdbcClient db;

    BulkOfferStore(JdbcClient db) {
        this.db = db;
    }

    /** Gives all offers of a seller one more reason, and says of which products they are. */
    List<ProductId> suppressAll(SellerId seller, MarketplaceId marketplace, Suppression reason) {
        return changeSuppressions("array_append", ":reason <> all(suppressions)", seller, marketplace, reason);
    }

    /** Takes the reason away from all offers of a seller, and says of which products they are. */
    List<ProductId> releaseAll(SellerId seller, MarketplaceId marketplace, Suppression reason) {
        return changeSuppressions("array_remove", ":reason = any(suppressions)", seller, marketplace, reason);
    }

    private List<ProductId> changeSuppressions(
            String change, String condition, SellerId seller, MarketplaceId marketplace, Suppression reason) {
        return db.sql("""
                with locked as (
                    select sku
                      from listings.offer
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and %s
                     order by sku
                       for update)
                update listings.offer o
                   set suppressions = %s(o.suppressions, :reason)
                  from locked
                 where o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.sku = locked.sku
                returning o.product_id
                """.formatted(condition, change))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("reason", reason.name())
                .query((row, number) -> new ProductId(row.getString("product_id")))
                .list();
    }

    /** Has all open offers go by the seller's default handling time, and keeps in the history of each what it was. */
    int dropHandling(SellerId seller, MarketplaceId marketplace, String changedBy, Instant now) {
        return db
                .sql("""
                with locked as (
                    select sku, handling_least, handling_most
                      from listings.offer
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and open
                       and handling_most is not null
                     order by sku
                       for update),
                changed as (
                    update listings.offer o
                       set handling_least = null, handling_most = null
                      from locked
                     where o.seller_id = :seller
                       and o.marketplace_id = :marketplace
                       and o.sku = locked.sku
                    returning o.sku, o.product_id, locked.handling_least, locked.handling_most),
                worded as (
                    select sku, product_id, false as visible, array['handling'] as fields,
                           array[concat_ws('–', nullif(handling_least, handling_most), handling_most)] as befores,
                           array[''] as afters
                      from changed),
                %s
                """.formatted(HistoryStore.keep("worded", true)))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("file", null, Types.OTHER)
                .param("now", Utc.of(now))
                .param("changedBy", changedBy)
                .query((row, _) -> row.getInt("offers"))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    int replaceTemplate(SellerId seller, UUID template, @Nullable UUID replacement) {
        return db.sql("""
                with locked as (
                    select marketplace_id, sku
                      from listings.offer
                     where seller_id = :seller
                       and shipping_template = :template
                     order by marketplace_id, sku
                       for update)
                update listings.offer o
                   set shipping_template = :replacement
                  from locked
                 where o.seller_id = :seller
                   and o.marketplace_id = locked.marketplace_id
                   and o.sku = locked.sku
                """)
                .param("seller", seller.value())
                .param("template", template)
                .param("replacement", replacement, Types.OTHER)
                .update();
    }

    /** How many offers name each template. */
    Map<UUID, Integer> templateUses(SellerId seller, MarketplaceId marketplace) {
        Map<UUID, Integer> uses = new HashMap<>();
        db.sql("""
                select shipping_template, count(*) as offers
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and shipping_template is not null
                 group by shipping_template
                 order by shipping_template
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query(row -> {
                    uses.put(row.getObject("shipping_template", UUID.class), row.getInt("offers"));
                });
        return uses;
    }
}
