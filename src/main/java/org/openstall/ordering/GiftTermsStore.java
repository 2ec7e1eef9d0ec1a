package org.openstall.ordering;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Of the sellers who have said something. */
    Map<SellerId, GiftTerms> of(Collection<SellerId> sellers, Marketplace marketplace) {
        if (sellers.isEmpty()) {
            return Map.of();
        }
        Map<SellerId, GiftTerms> terms = new HashMap<>();
        db.sql("""
                select seller_id, offered, wrap_minor
                  from ordering.gift_terms
                 where seller_id = any(:sellers)
                   and marketplace_id = :marketplace
                 order by seller_id
                """)
                .param("sellers", sellers.stream().map(SellerId::value).toArray(String[]::new))
                .param("marketplace", marketplace.id().value())
                .query(row -> {
                    Long wrap = row.getObject("wrap_minor", Long.class);
                    terms.put(
                            new SellerId(row.getString("seller_id")),
                            new GiftTerms(
                                    row.getBoolean("offered"),
                                    wrap == null ? null : new Money(wrap, marketplace.currency())));
                });
        return terms;
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
