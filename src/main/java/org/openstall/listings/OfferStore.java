package org.openstall.listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferStore {
    /** What {@link #offer} reads. */
    private static final String COLUMNS = """
            seller_id, marketplace_id, sku, product_id, condition, note, price_minor, min_price_minor, max_price_minor,
                   currency, quantity, handling_least, handling_most, gift_message, gift_wrap, open, suppressions,
                   opened_at, reviewed_at, shipping_template""";

    private final JdbcClient db;
    private final Writes writes;

    OfferStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    /** Adds what is not there yet and returns that. */
    List<NewOffer> add(List<NewOffer> offers, Instant now) {
        Map<OfferKey, Offer> known = find(offers.stream().map(NewOffer::key).toList());
        SqlParameterSource[] rows =
                offers.stream().map(it -> parameters(it, now)).toArray(SqlParameterSource[]::new);
        writes.add("""
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, note, price_minor, min_price_minor,
                        max_price_minor, currency, quantity, handling_least, handling_most, gift_message, gift_wrap,
                        open, opened_at, reviewed_at, ranked)
                values (:seller, :marketplace, :sku, :product, :condition, :note, :price, :minimum,
                        :maximum, :currency, :quantity, :handlingLeast, :handlingMost, :giftMessage, :giftWrap,
                        :open, :now, :now,
                        exists (select
                                  from listings.inventory
                                 where seller_id = :seller
                                   and marketplace_id = :marketplace
                                   and ranking_since is not null))
                on conflict (seller_id, marketplace_id, sku) do nothing
                """, rows);
        return offers.stream().filter(it -> !known.containsKey(it.key())).toList();
    }

    /** Adds an offer unless its key is taken. */
    Optional<Offer> add(NewOffer offer, Instant now) {
        return db.sql("""
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, note, price_minor, min_price_minor,
                        max_price_minor, currency, quantity, handling_least, handling_most, gift_message, gift_wrap,
                        open, opened_at, reviewed_at, ranked)
                values (:seller, :marketplace, :sku, :product, :condition, :note, :price, :minimum,
                        :maximum, :currency, :quantity, :handlingLeast, :handlingMost, :giftMessage, :giftWrap,
                        :open, :now, :now,
                        exists (select
                                  from listings.inventory
                                 where seller_id = :seller
                                   and marketplace_id = :marketplace
                                   and ranking_since is not null))
                on conflict (seller_id, marketplace_id, sku) do nothing
                returning %s
                """.formatted(COLUMNS))
                .paramSource(parameters(offer, now))
                .query(OfferStore::offer)
                .optional();
    }

    private static MapSqlParameterSource parameters(NewOffer offer, Instant now) {
        return terms(key(offer.key()), offer.terms())
                .addValue("product", offer.product().value())
                .addValue("condition", offer.condition().name())
                .addValue("currency", offer.terms().price().currency().getCurrencyCode())
                .addValue("open", offer.open())
                .addValue("now", Utc.of(now));
    }

    private static MapSqlParameterSource terms(MapSqlParameterSource parameters, Terms terms) {
        return parameters
                .addValue("price", terms.price().minor())
                .addValue("minimum", minor(terms.limits().least()), Types.BIGINT)
                .addValue("maximum", minor(terms.limits().most()), Types.BIGINT)
                .addValue("quantity", terms.quantity())
                .addValue("handlingLeast", terms.handling().least(), Types.INTEGER)
                .addValue("handlingMost", terms.handling().most(), Types.INTEGER)
                .addValue("note", terms.note(), Types.VARCHAR)
                .addValue("giftMessage", terms.gifts().message())
                .addValue("giftWrap", terms.gifts().wrap());
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    Optional<Offer> find(OfferKey key) {
        return db.sql("""
                select %s
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                """.formatted(COLUMNS))
                .paramSource(key(key))
                .query(OfferStore::offer)
                .optional();
    }

    /** One key, as in most carts, is asked for by itself: the plan for many is made anew each time. */
    Map<OfferKey, Offer> find(Collection<OfferKey> keys) {
        if (keys.size() <= 1) {
            return keys.stream().flatMap(it -> find(it).stream()).collect(Collectors.toMap(Offer::key, it -> it));
        }
        return db
                .sql("""
                select o.seller_id, o.marketplace_id, o.sku, o.product_id, o.condition, o.note, o.price_minor,
                       o.min_price_minor, o.max_price_minor, o.currency, o.quantity, o.handling_least,
                       o.handling_most, o.gift_message, o.gift_wrap, o.open, o.suppressions, o.opened_at,
                       o.reviewed_at, o.shipping_template
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

    Page<Offer> of(MarketplaceId marketplace, ProductId product, @Nullable String after, int size) {
        OfferPlace from = OfferPlace.parse(after);
        List<Offer> rows = db.sql("""
                select %s
                  from listings.offer
                 where marketplace_id = :marketplace
                   and product_id = :product
                   and active
                   and (quantity = 0, price_minor, seller_id, sku) > (:soldOut, :price, :seller, :sku)
                 order by quantity = 0, price_minor, seller_id, sku
                 limit %d
                """.formatted(COLUMNS, size + 1))
                .param("marketplace", marketplace.value())
                .param("product", product.value())
                .param("soldOut", from.soldOut())
                .param("price", from.price())
                .param("seller", from.seller())
                .param("sku", from.sku())
                .query(OfferStore::offer)
                .list();
        return Page.cut(rows, size, it -> OfferPlace.of(it).toString());
    }

    List<Offer> ofSeller(SellerId seller, MarketplaceId marketplace, Collection<ProductId> products) {
        return db.sql("""
                select %s
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and product_id = any(:products)
                 order by product_id, active desc, sku
                 limit 500
                """.formatted(COLUMNS))
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("products", products.stream().map(ProductId::value).toArray(String[]::new))
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

    Optional<Offer> lock(OfferKey key) {
        return db.sql("""
                select %s
                  from listings.offer
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                   for update
                """.formatted(COLUMNS))
                .paramSource(key(key))
                .query(OfferStore::offer)
                .optional();
    }

    Offer save(OfferKey key, Terms terms, boolean open, Instant now) {
        return db.sql("""
                update listings.offer
                   set note = :note, price_minor = :price, min_price_minor = :minimum, max_price_minor = :maximum,
                       quantity = :quantity, handling_least = :handlingLeast, handling_most = :handlingMost,
                       gift_message = :giftMessage, gift_wrap = :giftWrap, open = :open, reviewed_at = :now
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                returning %s
                """.formatted(COLUMNS))
                .paramSource(terms(key(key), terms).addValue("open", open).addValue("now", Utc.of(now)))
                .query(OfferStore::offer)
                .single();
    }

    Offer saveSuppressions(OfferKey key, Set<Suppression> suppressions) {
        return db.sql("""
                update listings.offer
                   set suppressions = :suppressions
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                returning %s
                """.formatted(COLUMNS))
                .paramSource(key(key).addValue(
                                "suppressions",
                                suppressions.stream().map(Enum::name).sorted().toArray(String[]::new)))
                .query(OfferStore::offer)
                .single();
    }

    TakeResult take(Take take, LocalDate day) {
        Optional<Offer> taken = db.sql("""
                with taken as (
                    update listings.offer
                       set quantity = quantity - :wanted,
                           sold_week = sold_week + case when :day > sold_as_of - 7 is not false then :wanted else 0 end,
                           sold_month = sold_month
                                      + case when :day > sold_as_of - 30 is not false then :wanted else 0 end,
                           sold_as_of = coalesce(sold_as_of, :day)
                     where seller_id = :seller
                       and marketplace_id = :marketplace
                       and sku = :sku
                       and active
                       and price_minor = :price
                       and quantity >= :wanted
                    returning %s),
                counted as (
                    insert into listings.sales_day (seller_id, marketplace_id, sku, day, units)
                    select seller_id, marketplace_id, sku, :day, :wanted
                      from taken
                        on conflict (seller_id, marketplace_id, sku, day) do update
                       set units = sales_day.units + excluded.units)
                select %s
                  from taken
                """.formatted(COLUMNS, COLUMNS))
                .paramSource(key(take.offer())
                        .addValue("wanted", take.quantity())
                        .addValue("price", take.priceSeen().minor())
                        .addValue("day", day))
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
                returning %s
                """.formatted(COLUMNS))
                .paramSource(key(key).addValue("quantity", quantity))
                .query(OfferStore::offer)
                .optional();
    }

    Offer saveTemplate(OfferKey key, @Nullable UUID template) {
        return db.sql("""
                update listings.offer
                   set shipping_template = :template
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and sku = :sku
                returning %s
                """.formatted(COLUMNS))
                .paramSource(key(key).addValue("template", template, Types.OTHER))
                .query(OfferStore::offer)
                .single();
    }

    private static MapSqlParameterSource key(OfferKey key) {
        return new MapSqlParameterSource()
                .addValue("seller", key.seller().value())
                .addValue("marketplace", key.marketplace().value())
                .addValue("sku", key.sku().value());
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Offer(
                new OfferKey(
                        new SellerId(row.getString("seller_id")),
                        new MarketplaceId(row.getString("marketplace_id")),
                        new Sku(row.getString("sku"))),
                new ProductId(row.getString("product_id")),
                Condition.valueOf(row.getString("condition")),
                new Terms(
                        new Money(row.getLong("price_minor"), currency),
                        new PriceLimits(
                                money(row.getObject("min_price_minor", Long.class), currency),
                                money(row.getObject("max_price_minor", Long.class), currency)),
                        row.getInt("quantity"),
                        new Handling(
                                row.getObject("handling_least", Integer.class),
                                row.getObject("handling_most", Integer.class)),
                        row.getString("note"),
                        new Gifts(row.getBoolean("gift_message"), row.getBoolean("gift_wrap"))),
                row.getBoolean("open"),
                Arrays.stream((String[]) row.getArray("suppressions").getArray())
                        .map(Suppression::valueOf)
                        .collect(Collectors.toSet()),
                Utc.instant(row, "opened_at"),
                Utc.instant(row, "reviewed_at"),
                row.getObject("shipping_template", UUID.class));
    }

    private static @Nullable Money money(@Nullable Long minor, Currency currency) {
        return minor == null ? null : new Money(minor, currency);
    }
}
