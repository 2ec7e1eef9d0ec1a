package org.openstall.sellers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SellerStore {
    private final JdbcClient db;
    private final Writes writes;

    SellerStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    Optional<Seller> find(SellerId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    Map<SellerId, Seller> find(Collection<SellerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select seller_id, name, place, since, external_id
                  from sellers.seller
                 where seller_id in (:ids)
                """)
                .param("ids", ids.stream().map(SellerId::value).toList())
                .query(SellerStore::seller)
                .list()
                .stream()
                .collect(Collectors.toMap(Seller::id, it -> it));
    }

    List<Seller> in(MarketplaceId marketplace) {
        return db.sql("""
                select s.seller_id, s.name, s.place, s.since, s.external_id
                  from sellers.presence p
                  join sellers.seller s on s.seller_id = p.seller_id
                 where p.marketplace_id = :marketplace
                 order by s.name, s.seller_id
                """)
                .param("marketplace", marketplace.value())
                .query(SellerStore::seller)
                .list();
    }

    List<Seller> search(String text, int size) {
        return db.sql("""
                select seller_id, name, place, since, external_id
                  from sellers.seller
                 where seller_id = upper(:text)
                    or external_id = :text
                    or strpos(lower(name), lower(:text)) > 0
                 order by name, seller_id
                 limit :size
                """)
                .param("text", text)
                .param("size", size)
                .query(SellerStore::seller)
                .list();
    }

    List<SellerId> add(List<NewSeller> sellers) {
        Map<String, Map<String, SellerId>> known = new HashMap<>();
        List<SellerId> ids = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (NewSeller seller : sellers) {
            SellerId id = known(seller, known);
            if (id == null) {
                id = SellerId.random();
            }
            ids.add(id);
            rows.add(new MapSqlParameterSource()
                    .addValue("id", id.value())
                    .addValue("name", seller.name())
                    .addValue("place", seller.place())
                    .addValue("since", Utc.of(seller.since()))
                    .addValue("source", seller.source())
                    .addValue("externalId", seller.externalId())
                    .addValue("marketplace", seller.marketplace().value()));
        }
        SqlParameterSource[] parameters = rows.toArray(SqlParameterSource[]::new);
        writes.add("""
                insert into sellers.seller (seller_id, name, place, since, source, external_id)
                values (:id, :name, :place, :since, :source, :externalId)
                on conflict (seller_id) do nothing
                """, parameters);
        writes.add("""
                insert into sellers.presence (seller_id, marketplace_id, standing, since)
                values (:id, :marketplace, 'ACTIVE', :since)
                on conflict (seller_id, marketplace_id) do nothing
                """, parameters);
        return ids;
    }

    private @Nullable SellerId known(NewSeller seller, Map<String, Map<String, SellerId>> known) {
        if (seller.source() == null || seller.externalId() == null) {
            return null;
        }
        return known.computeIfAbsent(seller.source(), this::importedFrom).get(seller.externalId());
    }

    Map<String, SellerId> importedFrom(String source) {
        return db
                .sql("""
                select external_id, seller_id
                  from sellers.seller
                 where source = :source
                """)
                .param("source", source)
                .query((row, number) ->
                        Map.entry(row.getString("external_id"), new SellerId(row.getString("seller_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<MarketplaceId, Standing> presences(SellerId id) {
        return db
                .sql("""
                select marketplace_id, standing
                  from sellers.presence
                 where seller_id = :seller
                """)
                .param("seller", id.value())
                .query((row, number) -> Map.entry(
                        new MarketplaceId(row.getString("marketplace_id")),
                        Standing.valueOf(row.getString("standing"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Standing> lockedStanding(SellerId id, MarketplaceId marketplace) {
        return db.sql("""
                select standing
                  from sellers.presence
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   for share
                """)
                .param("seller", id.value())
                .param("marketplace", marketplace.value())
                .query((row, number) -> Standing.valueOf(row.getString("standing")))
                .optional();
    }

    int changeStanding(SellerId id, MarketplaceId marketplace, Standing from, Standing to) {
        return db.sql("""
                update sellers.presence
                   set standing = :to
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and standing = :from
                """)
                .param("seller", id.value())
                .param("marketplace", marketplace.value())
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    void add(SellerId id, StandingChange change) {
        db.sql("""
                insert into sellers.standing_change
                       (seller_id, change_id, marketplace_id, from_standing, to_standing, reason, changed_by, changed_at)
                values (:seller, :id, :marketplace, :from, :to, :reason, :changedBy, :changedAt)
                """)
                .param("seller", id.value())
                .param("id", TimeOrderedIds.create(change.changedAt()))
                .param("marketplace", change.marketplace().value())
                .param("from", change.from().name())
                .param("to", change.to().name())
                .param("reason", change.reason())
                .param("changedBy", change.changedBy())
                .param("changedAt", Utc.of(change.changedAt()))
                .update();
    }

    private record KeptChange(StandingChange change, UUID id) {
        String key() {
            return new TimeKey(change.changedAt(), id.toString()).toString();
        }
    }

    Page<StandingChange> standingChanges(SellerId id, MarketplaceId marketplace, @Nullable String after, int size) {
        TimeKey from = TimeKey.parse(after, TimeKey.NEWEST);
        List<KeptChange> rows = db.sql("""
                select change_id, marketplace_id, from_standing, to_standing, reason, changed_by, changed_at
                  from sellers.standing_change
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and (changed_at, change_id) < (:at, :id)
                 order by changed_at desc, change_id desc
                 limit :size
                """)
                .param("seller", id.value())
                .param("marketplace", marketplace.value())
                .param("at", Utc.of(from.at()))
                .param("id", from.uuid())
                .param("size", size + 1)
                .query(SellerStore::keptChange)
                .list();
        return Page.cut(rows, size, KeptChange::key).map(KeptChange::change);
    }

    private static KeptChange keptChange(ResultSet row, int number) throws SQLException {
        return new KeptChange(
                new StandingChange(
                        new MarketplaceId(row.getString("marketplace_id")),
                        Standing.valueOf(row.getString("from_standing")),
                        Standing.valueOf(row.getString("to_standing")),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        Utc.instant(row, "changed_at")),
                row.getObject("change_id", UUID.class));
    }

    Map<SellerId, Standing> standings(MarketplaceId marketplace) {
        return db
                .sql("""
                select seller_id, standing
                  from sellers.presence
                 where marketplace_id = :marketplace
                """)
                .param("marketplace", marketplace.value())
                .query((row, number) -> Map.entry(
                        new SellerId(row.getString("seller_id")), Standing.valueOf(row.getString("standing"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Seller seller(ResultSet row, int number) throws SQLException {
        return new Seller(
                new SellerId(row.getString("seller_id")),
                row.getString("name"),
                row.getString("place"),
                Utc.instant(row, "since"),
                row.getString("external_id"));
    }
}
