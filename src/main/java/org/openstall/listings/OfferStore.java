package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferStore {
    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    OfferStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** Adds what is not there yet and returns that. */
    List<NewOffer> add(List<NewOffer> offers, Instant now) {
        SqlParameterSource[] rows = offers.stream()
                .map(it -> key(it.key())
                        .addValue("product", it.product().value())
                        .addValue("condition", it.condition().name())
                        .addValue("price", it.price().minor())
                        .addValue("currency", it.price().currency().getCurrencyCode())
                        .addValue("quantity", it.quantity())
                        .addValue("handling", it.handlingDays())
                        .addValue("active", it.active())
                        .addValue("now", Utc.of(now)))
                .toArray(SqlParameterSource[]::new);
        Map<OfferKey, Offer> known = find(offers.stream().map(NewOffer::key).toList());
        batches.batchUpdate("""
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                        handling_days, active, reviewed_at)
                values (:seller, :marketplace, :sku, :product, :condition, :price, :currency, :quantity,
                        :handling, :active, :now)
                on conflict (seller_id, marketplace_id, sku) do nothing
                """, rows);
        return offers.stream().filter(it -> !known.containsKey(it.key())).toList();
    }

    Map<OfferKey, Offer> find(Collection<OfferKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("""
                select o.seller_id, o.marketplace_id, o.sku, o.product_id, o.condition, o.price_minor, o.currency,
                       o.quantity, o.handling_days, o.active, o.reviewed_at
                  from unnest(:sellers, :marketplaces, :skus) as wanted (seller_id, marketplace_id, sku)
                  join listings.offer o
                    on o.seller_id = wanted.seller_id
                   and o.marketplace_id = wanted.marketplace_id
                   and o.sku = wanted.sku
                """)
                .param("sellers", keys.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param(
                        "marketplaces",
                        keys.stream().map(it -> it.marketplace().value()).toArray(String[]::new))
                .param("skus", keys.stream().map(it -> it.sku().value()).toArray(String[]::new))
                .query(OfferStore::offer)
                .list()
                .stream()
                .collect(Collectors.toMap(Offer::key, it -> it, (one, same) -> one));
    }

    List<Offer> of(MarketplaceId marketplace, ProductId product) {
        return db.sql("""
                select seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                       handling_days, active, reviewed_at
                  from listings.offer
                 where marketplace_id = :marketplace
                   and product_id = :product
                   and active
                 order by quantity = 0, price_minor, seller_id, sku
                 limit 100
                """)
                .param("marketplace", marketplace.value())
                .param("product", product.value())
                .query(OfferStore::offer)
                .list();
    }

    List<OfferSummary> summaries(MarketplaceId marketplace, Collection<ProductId> products) {
        return db.sql("""
                select product_id, currency, count(*) as offers, bool_or(quantity > 0) as in_stock,
                       coalesce(min(price_minor) filter (where quantity > 0), min(price_minor)) as lowest
                  from listings.offer
                 where marketplace_id = :marketplace
                   and product_id in (:products)
                   and active
                 group by product_id, currency
                 order by product_id
                """)
                .param("marketplace", marketplace.value())
                .param("products", products.stream().map(ProductId::value).toList())
                .query((row, number) -> new OfferSummary(
                        new ProductId(row.getString("product_id")),
                        Money.of(row.getLong("lowest"), row.getString("currency")),
                        row.getInt("offers"),
                        row.getBoolean("in_stock")))
                .list();
    }

    List<ProductId> listedProducts(MarketplaceId marketplace, String after, int size) {
        return db.sql("""
                select distinct product_id
                  from listings.offer
                 where marketplace_id = :marketplace
                   and product_id > :after
                   and active
                 order by product_id
                 limit :size
                """)
                .param("marketplace", marketplace.value())
                .param("after", after)
                .param("size", size)
                .query((row, number) -> new ProductId(row.getString("product_id")))
                .list();
    }

    Page<Offer> inventory(SellerId seller, MarketplaceId marketplace, InventoryQuery query) {
        List<Offer> rows = db.sql("""
                select seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                       handling_days, active, reviewed_at
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku > :after
                   and starts_with(sku, :prefix)
                   and case :filter
                       when 'ACTIVE' then active
                       when 'INACTIVE' then not active
                       when 'OUT_OF_STOCK' then quantity = 0
                       when 'LOW_STOCK' then active and quantity <= :low
                       else true
                       end
                 order by sku
                 limit :size
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("after", query.after() == null ? "" : query.after())
                .param("prefix", query.skuPrefix() == null ? "" : query.skuPrefix())
                .param("filter", query.filter().name())
                .param("low", InventoryQuery.LOW)
                .param("size", query.size() + 1)
                .query(OfferStore::offer)
                .list();
        return Page.cut(rows, query.size(), it -> it.key().sku().value());
    }

    Optional<Offer> lock(OfferKey key) {
        return db.sql("""
                select seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                       handling_days, active, reviewed_at
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                   for update
                """).paramSource(key(key)).query(OfferStore::offer).optional();
    }

    Offer save(Offer before, OfferEdit edit, Instant now) {
        Integer handling = edit.handlingDays() == null ? before.handlingDays() : edit.handlingDays();
        return db.sql("""
                update listings.offer
                   set price_minor = :price, quantity = :quantity, handling_days = :handling, active = :active,
                       reviewed_at = :now
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                returning seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                          handling_days, active, reviewed_at
                """)
                .paramSource(key(before.key())
                        .addValue("price", (edit.price() == null ? before.price() : edit.price()).minor())
                        .addValue("quantity", edit.quantity() == null ? before.quantity() : edit.quantity())
                        .addValue(
                                "handling",
                                handling != null && handling == OfferEdit.DEFAULT_HANDLING ? null : handling)
                        .addValue("active", edit.active() == null ? before.active() : edit.active())
                        .addValue("now", Utc.of(now)))
                .query(OfferStore::offer)
                .single();
    }

    void saveHistory(OfferKey key, List<OfferChange> changes) {
        for (OfferChange change : changes) {
            db.sql("""
                    insert into listings.offer_change
                           (seller_id, marketplace_id, sku, change_id, changed_at, changed_by, field, from_value,
                            to_value)
                    values (:seller, :marketplace, :sku, :id, :changedAt, :changedBy, :field, :from, :to)
                    """)
                    .paramSource(key(key).addValue("id", TimeOrderedIds.create(change.changedAt()))
                            .addValue("changedAt", Utc.of(change.changedAt()))
                            .addValue("changedBy", change.changedBy())
                            .addValue("field", change.field())
                            .addValue("from", change.from())
                            .addValue("to", change.to()))
                    .update();
        }
    }

    List<OfferChange> history(OfferKey key) {
        return db.sql("""
                select changed_at, changed_by, field, from_value, to_value
                  from listings.offer_change
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                 order by changed_at desc, change_id desc
                 limit 100
                """)
                .paramSource(key(key))
                .query((row, number) -> new OfferChange(
                        Utc.instant(row, "changed_at"),
                        row.getString("changed_by"),
                        row.getString("field"),
                        row.getString("from_value"),
                        row.getString("to_value")))
                .list();
    }

    int reviewAll(SellerId seller, MarketplaceId marketplace, Instant now) {
        return db.sql("""
                update listings.offer
                   set reviewed_at = :now
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("now", Utc.of(now))
                .update();
    }

    TakeResult take(Take take) {
        Optional<Offer> taken = db.sql("""
                update listings.offer
                   set quantity = quantity - :wanted
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                   and active
                   and price_minor = :price
                   and quantity >= :wanted
                returning seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                          handling_days, active, reviewed_at
                """)
                .paramSource(key(take.offer())
                        .addValue("wanted", take.quantity())
                        .addValue("price", take.priceSeen().minor()))
                .query(OfferStore::offer)
                .optional();
        if (taken.isPresent()) {
            return new TakeResult.Taken(taken.get());
        }
        Offer current = find(List.of(take.offer())).get(take.offer());
        if (current == null || !current.active()) {
            return new TakeResult.Gone();
        }
        return current.price().equals(take.priceSeen())
                ? new TakeResult.TooFew(current.quantity())
                : new TakeResult.PriceChanged(current.price());
    }

    Optional<Offer> putBack(OfferKey key, int quantity) {
        return db.sql("""
                update listings.offer
                   set quantity = quantity + :quantity
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                returning seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity,
                          handling_days, active, reviewed_at
                """)
                .paramSource(key(key).addValue("quantity", quantity))
                .query(OfferStore::offer)
                .optional();
    }

    private static MapSqlParameterSource key(OfferKey key) {
        return new MapSqlParameterSource()
                .addValue("seller", key.seller().value())
                .addValue("marketplace", key.marketplace().value())
                .addValue("sku", key.sku().value());
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferKey(
                        new SellerId(row.getString("seller_id")),
                        new MarketplaceId(row.getString("marketplace_id")),
                        new Sku(row.getString("sku"))),
                new ProductId(row.getString("product_id")),
                Condition.valueOf(row.getString("condition")),
                Money.of(row.getLong("price_minor"), row.getString("currency")),
                row.getInt("quantity"),
                row.getObject("handling_days", Integer.class),
                row.getBoolean("active"),
                Utc.instant(row, "reviewed_at"));
    }
}
