package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.openstall.listings.NotAsDescribed.Source;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RootCauseStore {
    private final JdbcClient db;

    RootCauseStore(JdbcClient db) {
        this.db = db;
    }

    void add(OfferKey offer, Source source, String id, Instant now) {
        db.sql("""
                insert into listings.not_as_described (seller_id, marketplace_id, sku, source, source_id, noted_at)
                values (:seller, :marketplace, :sku, :source, :id, :now)
                on conflict (seller_id, marketplace_id, sku, source, source_id) do nothing
                """)
                .paramSource(parameters(offer, source, id).addValue("now", Utc.of(now)))
                .update();
    }

    void remove(OfferKey offer, Source source, String id) {
        db.sql("""
                delete from listings.not_as_described
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                   and source = :source
                   and source_id = :id
                """).paramSource(parameters(offer, source, id)).update();
    }

    private static MapSqlParameterSource parameters(OfferKey offer, Source source, String id) {
        return new MapSqlParameterSource()
                .addValue("seller", offer.seller().value())
                .addValue("marketplace", offer.marketplace().value())
                .addValue("sku", offer.sku().value())
                .addValue("source", source.name())
                .addValue("id", id);
    }

    Page<RootCauses.Noted> noted(Source source, @Nullable String after, int size) {
        String[] key = after == null ? new String[] {"", "", "", ""} : after.split("/", 4);
        List<RootCauses.Noted> rows = db.sql("""
                select seller_id, marketplace_id, sku, source_id
                  from listings.not_as_described
                 where (seller_id, marketplace_id, source_id, sku) > (:seller, :marketplace, :id, :sku)
                   and source = :source
                 order by seller_id, marketplace_id, source_id, sku
                 limit :size
                """)
                .param("seller", key[0])
                .param("marketplace", key[1])
                .param("id", key[2])
                .param("sku", key[3])
                .param("source", source.name())
                .param("size", size + 1)
                .query(RootCauseStore::noted)
                .list();
        return Page.cut(
                rows,
                size,
                it -> it.offer().seller() + "/" + it.offer().marketplace() + "/" + it.id() + "/"
                        + it.offer().sku());
    }

    Set<RootCauses.Noted> noted(SellerId seller, Source source, Collection<String> ids) {
        return db.sql("""
                select seller_id, marketplace_id, sku, source_id
                  from listings.not_as_described
                 where seller_id = :seller
                   and source = :source
                   and source_id = any(:ids)
                """)
                .param("seller", seller.value())
                .param("source", source.name())
                .param("ids", ids.toArray(String[]::new))
                .query(RootCauseStore::noted)
                .set();
    }

    private static RootCauses.Noted noted(ResultSet row, int number) throws SQLException {
        return new RootCauses.Noted(
                new OfferKey(
                        new SellerId(row.getString("seller_id")),
                        new MarketplaceId(row.getString("marketplace_id")),
                        new Sku(row.getString("sku"))),
                row.getString("source_id"));
    }

    Map<OfferKey, NotAsDescribed> of(Collection<OfferKey> offers) {
        OfferKey first = offers.iterator().next();
        Map<OfferKey, Map<Source, Integer>> times = new HashMap<>();
        db.sql("""
                select sku, source, count(*) as times
                  from listings.not_as_described
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = any(:skus)
                 group by sku, source
                """)
                .param("seller", first.seller().value())
                .param("marketplace", first.marketplace().value())
                .param("skus", offers.stream().map(it -> it.sku().value()).toArray(String[]::new))
                .query((ResultSet row) -> {
                    OfferKey key = new OfferKey(first.seller(), first.marketplace(), new Sku(row.getString("sku")));
                    times.computeIfAbsent(key, it -> new EnumMap<>(Source.class))
                            .put(Source.valueOf(row.getString("source")), row.getInt("times"));
                });
        return times.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new NotAsDescribed(it.getValue())));
    }
}
