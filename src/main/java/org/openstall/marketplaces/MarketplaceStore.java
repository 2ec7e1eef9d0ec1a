package org.openstall.marketplaces;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MarketplaceStore {
    private static final Set<String> KNOWN =
            Arrays.stream(Policy.values()).map(Enum::name).collect(Collectors.toSet());

    private final JdbcClient db;

    MarketplaceStore(JdbcClient db) {
        this.db = db;
    }

    List<Marketplace> all() {
        return db.sql("""
                select marketplace_id, country, domain, currency, zone, language
                  from marketplaces.marketplace
                 order by position, marketplace_id
                """).query(MarketplaceStore::marketplace).list();
    }

    Policies policies(MarketplaceId id) {
        return new Policies(id, values(db.sql("""
                select policy, value
                  from marketplaces.policy
                 where marketplace_id = :marketplace
                """).param("marketplace", id.value())));
    }

    /** The policies, with the marketplace locked against another change until the transaction ends. */
    Policies lockedPolicies(MarketplaceId id) {
        db.sql("select marketplace_id from marketplaces.marketplace where marketplace_id = :marketplace for update")
                .param("marketplace", id.value())
                .query(String.class)
                .single();
        return policies(id);
    }

    private static Map<Policy, BigDecimal> values(JdbcClient.StatementSpec query) {
        return query
                .query((row, number) -> Map.entry(row.getString("policy"), row.getBigDecimal("value")))
                .list()
                .stream()
                .filter(it -> KNOWN.contains(it.getKey()))
                .collect(Collectors.toMap(it -> Policy.valueOf(it.getKey()), Map.Entry::getValue));
    }

    void save(MarketplaceId id, PolicyChange change) {
        db.sql("""
                insert into marketplaces.policy (marketplace_id, policy, value)
                values (:marketplace, :policy, :value)
                on conflict (marketplace_id, policy) do update set value = excluded.value
                """)
                .param("marketplace", id.value())
                .param("policy", change.policy().name())
                .param("value", change.to())
                .update();
        db.sql("""
                insert into marketplaces.policy_change
                       (marketplace_id, change_id, changed_at, policy, from_value, to_value, changed_by, reason)
                values (:marketplace, :id, :changedAt, :policy, :from, :to, :changedBy, :reason)
                """)
                .param("marketplace", id.value())
                .param("id", TimeOrderedIds.create(change.changedAt()))
                .param("changedAt", Utc.of(change.changedAt()))
                .param("policy", change.policy().name())
                .param("from", change.from())
                .param("to", change.to())
                .param("changedBy", change.changedBy())
                .param("reason", change.reason())
                .update();
    }

    List<PolicyChange> history(MarketplaceId id) {
        return db.sql("""
                select changed_at, policy, from_value, to_value, changed_by, reason
                  from marketplaces.policy_change
                 where marketplace_id = :marketplace
                   and policy = any(:known)
                 order by changed_at desc, change_id desc
                """)
                .param("marketplace", id.value())
                .param("known", KNOWN.toArray(String[]::new))
                .query((row, number) -> new PolicyChange(
                        Utc.instant(row, "changed_at"),
                        Policy.valueOf(row.getString("policy")),
                        row.getBigDecimal("from_value"),
                        row.getBigDecimal("to_value"),
                        row.getString("changed_by"),
                        row.getString("reason")))
                .list();
    }

    private static Marketplace marketplace(ResultSet row, int number) throws SQLException {
        return new Marketplace(
                new MarketplaceId(row.getString("marketplace_id")),
                row.getString("country"),
                row.getString("domain"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")));
    }
}
