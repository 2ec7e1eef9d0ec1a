package org.openstall.ordering;

import java.sql.Types;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GiftTermsStore {
    private final JdbcClient db;

    GiftTermsStore(JdbcClient db) {
        this.db = db;
    }

    GiftTerms of(SellerId seller, Marketplace marketplace) {
        return db.sql("""
                select offered, wrap_minor
                  from ordering.gift_terms
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.id().value())
                .query((row, number) -> {
                    Long wrap = row.getObject("wrap_minor", Long.class);
                    return new GiftTerms(
                            row.getBoolean("offered"), wrap == null ? null : new Money(wrap, marketplace.currency()));
                })
                .optional()
                .orElse(GiftTerms.NONE);
    }

    void save(SellerId seller, MarketplaceId marketplace, GiftTerms terms) {
        db.sql("""
                insert into ordering.gift_terms (seller_id, marketplace_id, offered, wrap_minor)
                values (:seller, :marketplace, :offered, :wrap)
                on conflict (seller_id, marketplace_id) do update
                   set offered = excluded.offered,
                       wrap_minor = excluded.wrap_minor
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("offered", terms.offered())
                .param("wrap", terms.wrap() == null ? null : terms.wrap().minor(), Types.BIGINT)
                .update();
    }
}
