package org.openstall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.openstall.shipping.ServiceLevel;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OrderStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of {@code ordering.orders}, as {@link #order} reads them. */
    static final String COLUMNS = """
            seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status, ordered_at, ship_by,
            promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor,
            confirmed_at, delivered_at, cancelled_at, cancel_reason
            """;

    private final JdbcClient db;
    private final Writes writes;

    OrderStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    List<OrderId> placedIn(BuyerId buyer, UUID checkout) {
        return db.sql("""
                select order_id
                  from ordering.buyer_order
                 where buyer_id = :buyer
                   and checkout_id = :checkout
                 order by order_id
                """)
                .param("buyer", buyer.value())
                .param("checkout", checkout)
                .query((row, number) -> new OrderId(row.getString("order_id")))
                .list();
    }

    void add(Order order, UUID checkout) {
        add(List.of(order), checkout);
    }

    void addHistory(List<Order> orders) {
        add(orders, null);
    }

    private void add(List<Order> orders, @Nullable UUID checkout) {
        SqlParameterSource[] rows = orders.stream()
                .map(it -> parameters(it).addValue("checkout", checkout))
                .toArray(SqlParameterSource[]::new);
        writes.add(INSERT_ORDER, rows);
        writes.add(INSERT_BUYER_ORDER, rows);
        writes.add(
                INSERT_LINE,
                orders.stream()
                        .flatMap(order -> order.lines().stream().map(line -> parameters(order, line)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static @Nullable String giftMessage(OrderLine line) {
        return line.gift() == null ? null : line.gift().message();
    }

    private static @Nullable Long giftWrap(OrderLine line) {
        return line.gift() == null || line.gift().wrap() == null
                ? null
                : line.gift().wrap().minor();
    }

    private static final String INSERT_ORDER = """
            insert into ordering.orders
                   (seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status, ordered_at,
                    ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor, cancelled_at,
                    cancel_reason)
            values (:seller, :order, :marketplace, :buyer, :buyerName, :externalId, :status, :orderedAt,
                    :shipBy, :promisedBy, :promisedFrom, :service, cast(:shipTo as jsonb), :currency, :items, :shipping, :shippingTax, :cancelledAt,
                    :cancelReason)
            """;

    private static final String INSERT_LINE = """
            insert into ordering.order_line
                   (seller_id, order_id, line, sku, product_id, title, quantity, price_minor, gift_message,
                    gift_wrap_minor, tax_minor, gift_wrap_tax_minor)
            values (:seller, :order, :line, :sku, :product, :title, :quantity, :price, :giftMessage, :giftWrap,
                    :tax, :giftWrapTax)
            """;

    private static final String INSERT_BUYER_ORDER = """
            insert into ordering.buyer_order (buyer_id, order_id, seller_id, checkout_id, ordered_at)
            values (:buyer, :order, :seller, :checkout, :orderedAt)
            """;

    private static MapSqlParameterSource parameters(Order order) {
        return new MapSqlParameterSource()
                .addValue("seller", order.seller().value())
                .addValue("order", order.id().value())
                .addValue("marketplace", order.marketplace().value())
                .addValue("buyer", order.buyer().value())
                .addValue("buyerName", order.buyerName())
                .addValue("externalId", order.externalId())
                .addValue("status", order.status().name())
                .addValue("orderedAt", Utc.of(order.orderedAt()))
                .addValue("shipBy", Utc.of(order.shipBy()))
                .addValue("promisedBy", Utc.of(order.promisedBy()))
                .addValue("promisedFrom", Utc.ofNullable(order.promisedFrom()))
                .addValue(
                        "service",
                        order.service() == null ? null : order.service().name(),
                        Types.VARCHAR)
                .addValue("shipTo", JSON.writeValueAsString(order.shipTo()))
                .addValue("currency", order.items().currency().getCurrencyCode())
                .addValue("items", order.items().minor())
                .addValue("shipping", order.shipping().minor())
                .addValue("shippingTax", order.shippingTax().minor())
                .addValue("cancelledAt", Utc.ofNullable(order.cancelledAt()))
                .addValue(
                        "cancelReason",
                        order.cancelReason() == null
                                ? null
                                : order.cancelReason().name());
    }

    private static MapSqlParameterSource parameters(Order order, OrderLine line) {
        return new MapSqlParameterSource()
                .addValue("seller", order.seller().value())
                .addValue("order", order.id().value())
                .addValue("line", line.number())
                .addValue("sku", line.sku().value())
                .addValue("product", line.product().value())
                .addValue("title", line.title())
                .addValue("quantity", line.quantity())
                .addValue("price", line.unitPrice().minor())
                .addValue("giftMessage", giftMessage(line), Types.VARCHAR)
                .addValue("giftWrap", giftWrap(line), Types.BIGINT)
                .addValue("tax", line.tax().items().minor())
                .addValue("giftWrapTax", line.tax().giftWrap().minor());
    }

    int cancel(SellerId seller, OrderId order, CancelReason reason, Instant at) {
        return db.sql("""
                update ordering.orders
                   set status = 'CANCELLED', cancelled_at = :at, cancel_reason = :reason
                 where seller_id = :seller
                   and order_id = :order
                   and status = any(:from)
                """)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("from", OrderStatus.CANCELLED.from())
                .param("reason", reason.name())
                .param("at", Utc.of(at))
                .update();
    }

    /** Orders placed here that are past their ship-by time, the longest overdue first. */
    List<Orders.Overdue> overdue(MarketplaceId marketplace, Instant now, int size) {
        return db.sql("""
                select seller_id, order_id, ship_by
                  from ordering.orders
                 where marketplace_id = :marketplace
                   and status = 'UNSHIPPED'
                   and external_id is null
                   and ship_by < :now
                 order by ship_by, seller_id, order_id
                 limit :size
                """)
                .param("marketplace", marketplace.value())
                .param("now", Utc.of(now))
                .param("size", size)
                .query((row, number) -> new Orders.Overdue(
                        new SellerId(row.getString("seller_id")),
                        new OrderId(row.getString("order_id")),
                        Utc.instant(row, "ship_by")))
                .list();
    }

    /** The orders, which nobody else can move until the transaction ends. */
    List<Order> lock(SellerId seller, List<OrderId> ids) {
        db.sql("""
                select order_id
                  from ordering.orders
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by order_id
                   for update
                """)
                .param("seller", seller.value())
                .param("orders", ids.stream().map(OrderId::value).toArray(String[]::new))
                .query(String.class)
                .list();
        // Asked again, for the lines, and as they are now that they are locked.
        return find(seller, ids);
    }

    int partiallyShipped(SellerId seller, List<OrderId> orders) {
        return db.sql("""
                update ordering.orders
                   set status = 'PARTIALLY_SHIPPED'
                 where seller_id = :seller
                   and order_id = any(:orders)
                   and status = any(:from)
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .param("from", OrderStatus.PARTIALLY_SHIPPED.from())
                .update();
    }

    int shipped(SellerId seller, List<OrderId> orders, Instant at) {
        return db.sql("""
                update ordering.orders
                   set status = 'SHIPPED', confirmed_at = :at
                 where seller_id = :seller
                   and order_id = any(:orders)
                   and status = any(:from)
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .param("from", OrderStatus.SHIPPED.from())
                .param("at", Utc.of(at))
                .update();
    }

    int delivered(SellerId seller, OrderId order, Instant at) {
        return db.sql("""
                update ordering.orders
                   set status = 'DELIVERED', delivered_at = :at
                 where seller_id = :seller
                   and order_id = :order
                   and status = any(:from)
                """)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("from", OrderStatus.DELIVERED.from())
                .param("at", Utc.of(at))
                .update();
    }

    void recordProgress(Collection<Orders.Progress> progress) {
        writes.add(
                """
                update ordering.orders
                   set status = case when cast(:deliveredAt as timestamptz) is null then 'SHIPPED' else 'DELIVERED' end,
                       confirmed_at = :confirmedAt,
                       delivered_at = :deliveredAt
                 where seller_id = :seller
                   and order_id = :order
                   and status in ('UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED')
                """,
                progress.stream()
                        .map(it -> new MapSqlParameterSource()
                                .addValue("seller", it.seller().value())
                                .addValue("order", it.order().value())
                                .addValue("confirmedAt", Utc.of(it.confirmedAt()))
                                .addValue("deliveredAt", Utc.ofNullable(it.deliveredAt())))
                        .toArray(SqlParameterSource[]::new));
    }

    Set<OrderId> known(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(db.sql("""
                select o.order_id
                  from unnest(:sellers, :orders) as wanted (seller_id, order_id)
                  join ordering.orders o on o.seller_id = wanted.seller_id and o.order_id = wanted.order_id
                """)
                .param("sellers", orders.stream().map(it -> it.seller().value()).toArray(String[]::new))
                .param("orders", orders.stream().map(it -> it.id().value()).toArray(String[]::new))
                .query((row, number) -> new OrderId(row.getString("order_id")))
                .list());
    }

    List<Order> find(SellerId seller, List<OrderId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return withLines(db.sql("""
                select %s
                  from ordering.orders
                 where seller_id = :seller
                   and order_id = any(:orders)
                 order by order_id
                """.formatted(COLUMNS))
                .param("seller", seller.value())
                .param("orders", ids.stream().map(OrderId::value).toArray(String[]::new))
                .query(OrderStore::order)
                .list());
    }

    Optional<SellerId> sellerOf(BuyerId buyer, OrderId order) {
        return db.sql("""
                select seller_id
                  from ordering.buyer_order
                 where buyer_id = :buyer
                   and order_id = :order
                """)
                .param("buyer", buyer.value())
                .param("order", order.value())
                .query((row, number) -> new SellerId(row.getString("seller_id")))
                .optional();
    }

    Optional<Address> lastAddress(BuyerId buyer) {
        return db.sql("""
                select o.ship_to
                  from ordering.buyer_order b
                  join ordering.orders o on o.seller_id = b.seller_id and o.order_id = b.order_id
                 where b.buyer_id = :buyer
                 order by b.ordered_at desc, b.order_id desc
                 limit 1
                """)
                .param("buyer", buyer.value())
                .query((row, number) -> JSON.readValue(row.getString("ship_to"), Address.class))
                .optional();
    }

    /** Orders as their rows say, and then with their lines. */
    List<Order> withLines(List<Order> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<OrderId, List<OrderLine>> lines = new LinkedHashMap<>();
        Map<OrderId, Currency> currencies = new LinkedHashMap<>();
        orders.forEach(it -> currencies.put(it.id(), it.items().currency()));
        String[] sellers =
                orders.stream().map(it -> it.seller().value()).distinct().toArray(String[]::new);
        // Mostly there is one seller, and PostgreSQL keeps the plan for one.
        db.sql("""
                select order_id, line, sku, product_id, title, quantity, price_minor, gift_message, gift_wrap_minor,
                       tax_minor, gift_wrap_tax_minor
                  from ordering.order_line
                 where seller_id = %s
                   and order_id = any(:orders)
                 order by order_id, line
                """.formatted(sellers.length == 1 ? ":seller" : "any(:sellers)"))
                .param("seller", sellers[0])
                .param("sellers", sellers)
                .param("orders", orders.stream().map(it -> it.id().value()).toArray(String[]::new))
                .query(row -> {
                    OrderId order = new OrderId(row.getString("order_id"));
                    Currency currency = currencies.get(order);
                    if (currency == null) {
                        throw new IllegalStateException("A line of an order that was not asked for: " + order);
                    }
                    lines.computeIfAbsent(order, it -> new ArrayList<>())
                            .add(new OrderLine(
                                    row.getInt("line"),
                                    new Sku(row.getString("sku")),
                                    new ProductId(row.getString("product_id")),
                                    row.getString("title"),
                                    row.getInt("quantity"),
                                    new Money(row.getLong("price_minor"), currency),
                                    gift(row, currency),
                                    new LineTax(
                                            new Money(row.getLong("tax_minor"), currency),
                                            new Money(row.getLong("gift_wrap_tax_minor"), currency))));
                });
        return orders.stream()
                .map(it -> withLines(it, lines.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static @Nullable Gift gift(ResultSet row, Currency currency) throws SQLException {
        String message = row.getString("gift_message");
        Long wrap = row.getObject("gift_wrap_minor", Long.class);
        return message == null ? null : new Gift(message, wrap == null ? null : new Money(wrap, currency));
    }

    private static Order withLines(Order order, List<OrderLine> lines) {
        return new Order(
                order.id(),
                order.seller(),
                order.marketplace(),
                order.buyer(),
                order.buyerName(),
                order.externalId(),
                order.status(),
                order.orderedAt(),
                order.shipBy(),
                order.promisedFrom(),
                order.promisedBy(),
                order.service(),
                order.shipTo(),
                order.items(),
                order.shipping(),
                order.shippingTax(),
                order.confirmedAt(),
                order.deliveredAt(),
                order.cancelledAt(),
                order.cancelReason(),
                lines);
    }

    static Order order(ResultSet row, int number) throws SQLException {
        String service = row.getString("service");
        Currency currency = Currency.getInstance(row.getString("currency"));
        String reason = row.getString("cancel_reason");
        return new Order(
                new OrderId(row.getString("order_id")),
                new SellerId(row.getString("seller_id")),
                new MarketplaceId(row.getString("marketplace_id")),
                new BuyerId(row.getObject("buyer_id", UUID.class)),
                row.getString("buyer_name"),
                row.getString("external_id"),
                OrderStatus.valueOf(row.getString("status")),
                Utc.instant(row, "ordered_at"),
                Utc.instant(row, "ship_by"),
                Utc.nullable(row, "promised_from"),
                Utc.instant(row, "promised_by"),
                service == null ? null : ServiceLevel.valueOf(service),
                JSON.readValue(row.getString("ship_to"), Address.class),
                new Money(row.getLong("items_minor"), currency),
                new Money(row.getLong("shipping_minor"), currency),
                new Money(row.getLong("shipping_tax_minor"), currency),
                Utc.nullable(row, "confirmed_at"),
                Utc.nullable(row, "delivered_at"),
                Utc.nullable(row, "cancelled_at"),
                reason == null ? null : CancelReason.valueOf(reason),
                List.of());
    }
}
