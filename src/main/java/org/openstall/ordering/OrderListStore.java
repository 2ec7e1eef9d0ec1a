package org.openstall.ordering;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.openstall.listings.SalesDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of orders, each read along an index made for it. */
@Repository
class OrderListStore {
    private final JdbcClient db;
    private final OrderStore orders;

    OrderListStore(JdbcClient db, OrderStore orders) {
        this.db = db;
        this.orders = orders;
    }

    Page<Order> of(BuyerId buyer, @Nullable String after, int size) {
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        return page(db.sql("""
                        select o.seller_id, o.order_id, o.marketplace_id, o.buyer_id, o.buyer_name, o.external_id,
                               o.status, o.ordered_at, o.ship_by, o.promised_by, o.promised_from, o.service, o.ship_to, o.currency,
                               o.items_minor, o.shipping_minor, o.shipping_tax_minor, o.confirmed_at, o.delivered_at, o.cancelled_at,
                               o.cancel_reason
                          from ordering.buyer_order b
                          join ordering.orders o on o.seller_id = b.seller_id and o.order_id = b.order_id
                         where b.buyer_id = :buyer
                           and (b.ordered_at, b.order_id) < (:at, :id)
                         order by b.ordered_at desc, b.order_id desc
                         limit %d
                        """.formatted(size + 1)).param("buyer", buyer.value()), key, size, Order::orderedAt);
    }

    Page<Order> of(SellerId seller, MarketplaceId marketplace, OrderTab tab, @Nullable String after, int size) {
        if (tab == OrderTab.TO_SHIP) {
            return toShip(seller, marketplace, after, size);
        }
        if (tab == OrderTab.CANCELLED) {
            return cancelled(seller, marketplace, after, size);
        }
        TimeKey key = TimeKey.parse(after, TimeKey.NEWEST);
        return page(
                db.sql("""
                        select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status,
                               ordered_at, ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor,
                               confirmed_at, delivered_at, cancelled_at, cancel_reason
                          from ordering.orders
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and status = any(:statuses)
                           and (ordered_at, order_id) < (:at, :id)
                         order by ordered_at desc, order_id desc
                         limit %d
                        """.formatted(size + 1))
                        .param("seller", seller.value())
                        .param("marketplace", marketplace.value())
                        .param("statuses", statuses(tab)),
                key,
                size,
                Order::orderedAt);
    }

    private Page<Order> toShip(SellerId seller, MarketplaceId marketplace, @Nullable String after, int size) {
        return page(
                db.sql("""
                        select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status,
                               ordered_at, ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor,
                               confirmed_at, delivered_at, cancelled_at, cancel_reason
                          from ordering.orders
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and status in ('UNSHIPPED', 'PARTIALLY_SHIPPED')
                           and (ship_by, order_id) > (:at, :id)
                         order by ship_by, order_id
                         limit %d
                        """.formatted(size + 1))
                        .param("seller", seller.value())
                        .param("marketplace", marketplace.value()),
                TimeKey.parse(after, TimeKey.OLDEST),
                size,
                Order::shipBy);
    }

    /** Apart from the other tabs, so that the index of the few cancelled orders is used whatever the plan. */
    private Page<Order> cancelled(SellerId seller, MarketplaceId marketplace, @Nullable String after, int size) {
        return page(
                db.sql("""
                        select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status,
                               ordered_at, ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor,
                               confirmed_at, delivered_at, cancelled_at, cancel_reason
                          from ordering.orders
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and status = 'CANCELLED'
                           and (ordered_at, order_id) < (:at, :id)
                         order by ordered_at desc, order_id desc
                         limit %d
                        """.formatted(size + 1))
                        .param("seller", seller.value())
                        .param("marketplace", marketplace.value()),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                Order::orderedAt);
    }

    private static String[] statuses(OrderTab tab) {
        return switch (tab) {
            case TO_SHIP -> new String[] {"UNSHIPPED", "PARTIALLY_SHIPPED"};
            case SHIPPED -> new String[] {"SHIPPED", "DELIVERED"};
            case CANCELLED -> new String[] {"CANCELLED"};
            case ALL -> Arrays.stream(OrderStatus.values()).map(Enum::name).toArray(String[]::new);
        };
    }

    Page<Order> search(
            SellerId seller, MarketplaceId marketplace, OrderTab tab, String text, @Nullable String after, int size) {
        return page(
                db.sql("""
                        select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status,
                               ordered_at, ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor,
                               confirmed_at, delivered_at, cancelled_at, cancel_reason
                          from ordering.orders
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and status = any(:statuses)
                           and (order_id = :text
                                or external_id = :text
                                or starts_with(lower(buyer_name) collate "C", lower(:text)))
                           and (ordered_at, order_id) < (:at, :id)
                         order by ordered_at desc, order_id desc
                         limit %d
                        """.formatted(size + 1))
                        .param("seller", seller.value())
                        .param("marketplace", marketplace.value())
                        .param("statuses", statuses(tab))
                        .param("text", text),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                Order::orderedAt);
    }

    Orders.Backlog backlog(SellerId seller, MarketplaceId marketplace, Instant now) {
        return db.sql("""
                select count(*) as orders, count(*) filter (where ship_by < :now) as overdue, min(ship_by) as next
                  from (select ship_by
                          from ordering.orders
                         where seller_id = :seller
                           and marketplace_id = :marketplace
                           and status in ('UNSHIPPED', 'PARTIALLY_SHIPPED')
                         order by ship_by
                         limit :most) as waiting
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("now", Utc.of(now))
                .param("most", Orders.Backlog.MOST)
                .query((row, number) ->
                        new Orders.Backlog(row.getInt("orders"), row.getInt("overdue"), Utc.nullable(row, "next")))
                .single();
    }

    /** What was promised and what came of it, of the latest orders that were confirmed. */
    record Handled(Instant orderedAt, Instant shipBy, Instant confirmedAt) {}

    List<Handled> handled(SellerId seller, MarketplaceId marketplace, Instant orderedFrom, Instant from, int most) {
        return db.sql("""
                select ordered_at, ship_by, confirmed_at
                  from ordering.orders
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and ordered_at >= :orderedFrom
                   and confirmed_at >= :from
                 order by ordered_at desc, order_id desc
                 limit :most
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("orderedFrom", Utc.of(orderedFrom))
                .param("from", Utc.of(from))
                .param("most", most)
                .query((row, number) -> new Handled(
                        Utc.instant(row, "ordered_at"), Utc.instant(row, "ship_by"), Utc.instant(row, "confirmed_at")))
                .list();
    }

    List<Order> findAnywhere(String id) {
        return orders.withLines(
                db.sql("""
                select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status, ordered_at,
                       ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor, confirmed_at,
                       delivered_at, cancelled_at, cancel_reason
                  from ordering.orders
                 where order_id = :id
                    or external_id = :id
                 order by order_id
                 limit 100
                """).param("id", id).query(OrderStore::order).list());
    }

    Page<Order> all(@Nullable String after, int size) {
        String[] key = after == null ? new String[] {"", ""} : after.split("/", 2);
        List<Order> rows = db.sql("""
                select seller_id, order_id, marketplace_id, buyer_id, buyer_name, external_id, status, ordered_at,
                       ship_by, promised_by, promised_from, service, ship_to, currency, items_minor, shipping_minor, shipping_tax_minor, confirmed_at,
                       delivered_at, cancelled_at, cancel_reason
                  from ordering.orders
                 where (seller_id, order_id) > (:seller, :order)
                 order by seller_id, order_id
                 limit :size
                """)
                .param("seller", key[0])
                .param("order", key[1])
                .param("size", size + 1)
                .query(OrderStore::order)
                .list();
        return Page.cut(orders.withLines(rows), size, it -> it.seller() + "/" + it.id());
    }

    /** A seller in a marketplace in which he has orders. */
    record Shop(SellerId seller, MarketplaceId marketplace) {}

    List<Shop> shops() {
        return db.sql("""
                select distinct seller_id, marketplace_id
                  from ordering.orders
                 order by seller_id, marketplace_id
                """)
                .query((row, number) -> new Shop(
                        new SellerId(row.getString("seller_id")), new MarketplaceId(row.getString("marketplace_id"))))
                .list();
    }

    /** Units of orders that were not cancelled, by SKU and the local day on which they were placed. */
    Map<SalesDay, Integer> unitsByDay(Shop shop, ZoneId zone) {
        Map<SalesDay, Integer> units = new HashMap<>();
        db.sql("""
                select l.sku, (o.ordered_at at time zone :zone)::date as day, sum(l.quantity) as units
                  from ordering.orders o
                  join ordering.order_line l
                    on l.seller_id = o.seller_id
                   and l.order_id = o.order_id
                 where o.seller_id = :seller
                   and o.marketplace_id = :marketplace
                   and o.cancelled_at is null
                 group by l.sku, day
                """)
                .param("seller", shop.seller().value())
                .param("marketplace", shop.marketplace().value())
                .param("zone", zone.getId())
                .query((ResultSet row) -> {
                    units.put(
                            new SalesDay(new Sku(row.getString("sku")), row.getObject("day", LocalDate.class)),
                            row.getInt("units"));
                });
        return units;
    }

    /** The queries name their size themselves: of one that is told only later PostgreSQL keeps no plan. */
    private Page<Order> page(JdbcClient.StatementSpec query, TimeKey key, int size, Function<Order, Instant> sortedBy) {
        List<Order> rows = query.param("at", Utc.of(key.at()))
                .param("id", key.id())
                .query(OrderStore::order)
                .list();
        return Page.cut(orders.withLines(rows), size, it -> new TimeKey(
                        sortedBy.apply(it), it.id().value())
                .toString());
    }
}
